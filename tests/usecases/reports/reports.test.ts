import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant, ServiceId } from '#lib/domain/basics/ids.ts';
import type { ToldKind } from '#lib/domain/reports/report.ts';
import { openAlert } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { closeReport } from '#lib/usecases/staff/reports/close-report.ts';
import { giveReport } from '#lib/usecases/staff/reports/give-report.ts';
import { listReports } from '#lib/usecases/staff/reports/list-reports.ts';
import { noteReport } from '#lib/usecases/staff/reports/note-report.ts';
import { openReport } from '#lib/usecases/staff/reports/open-report.ts';
import { reopenReport } from '#lib/usecases/staff/reports/reopen-report.ts';
import { takeReport } from '#lib/usecases/staff/reports/take-report.ts';
import { viewToday } from '#lib/usecases/staff/view-today.ts';
import { expireRecords } from '#lib/usecases/system/expire-records.ts';
import { reportService } from '#lib/usecases/visitor/next/report-service.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { viewMyData } from '#lib/usecases/visitor/place/view-my-data.ts';
import { listMyReports } from '#lib/usecases/visitor/report/list-my-reports.ts';
import { tellUs } from '#lib/usecases/visitor/report/tell-us.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, later, NOW, staffContextOf, type TestPerson } from '../staff/people.ts';
import { visitWithResult } from '../visitor/visit.ts';

const test = testDatabase();
const DAY_MS = 86_400_000;
let administrator: TestPerson;
let clinician: TestPerson;
beforeAll(async () => {
  administrator = await hire(test.db, ['administrator']);
  clinician = await hire(test.db, ['clinician']);
});

const staff = (person = administrator, now: Instant = NOW) =>
  staffContextOf(test.db, person, 'reports:handle', now);
const WORDS = '我等了很久。 Nobody came, and I waited.';

async function told(kind: ToldKind = 'complaint', words = WORDS) {
  const sent = await tellUs(
    { ...contextOf(test.db), session: null },
    { kind, words, answer: true },
  );
  if (!sent.ok) throw new Error(sent.error);
  const line = (await listReports(staff())).open.find(({ number }) => number === sent.value.number);
  return { ...sent.value, id: line?.id ?? '', line };
}

/** Somebody with a return code, and what they send. */
async function withCode() {
  const visitor = await visitWithResult(test.db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error('no code');
  const post = () => visitor.post(undefined, issued.value);
  const sent = await tellUs(post(), { kind: 'harm', words: WORDS, answer: true });
  if (!sent.ok) throw new Error(sent.error);
  const { open } = await listReports(staff());
  const id = open.find(({ number }) => number === sent.value.number)?.id ?? '';
  return { post, id, number: sent.value.number };
}
const seen = async (id: string) => {
  const { rows } = await test.owner.query('SELECT version FROM ops.report WHERE id = $1', [id]);
  return { id, version: Number(rows[0]?.version) };
};

describe('what somebody tells us', () => {
  it('is found in a flood of other cases, where it speaks of danger or harm', async () => {
    await test.owner.query(`INSERT INTO ops.report (id, number, kind, risk, arrived_at, post)
      SELECT gen_random_uuid(), 'F-' || n, 'problem', 'none', now() - interval '9 days', 'flood ' || n
      FROM generate_series(1, 600) AS n`);
    const danger = await told('complaint', 'I want to kill myself.');
    const harm = await told('harm');
    expect(danger.line).toMatchObject({ risk: 'explicit' });
    expect(harm.line).toMatchObject({ kind: 'harm' });
    await test.owner.query('DELETE FROM ops.report');
  });

  it('arrives once, sealed, with a deadline, and every reading of it is on record', async () => {
    const post = { ...contextOf(test.db), session: null };
    const first = await tellUs(post, { kind: 'complaint', words: WORDS, answer: true });
    expect(await tellUs(post, { kind: 'complaint', words: WORDS, answer: true })).toEqual(first);
    expect(first).toMatchObject({ ok: true, value: { answered: false } });
    const { open } = await listReports(staff());
    expect(open.filter(({ kind }) => kind === 'complaint')).toHaveLength(1);
    const line = open.find(({ kind }) => kind === 'complaint');
    // Monday: to be taken on by Wednesday.
    expect((line?.due ?? 0) - (line?.arrived ?? 0)).toBe(2);
    expect(JSON.stringify(open)).not.toContain('waited');
    const { rows } = await test.owner.query('SELECT to_jsonb(r) AS r FROM ops.report r');
    expect(JSON.stringify(rows)).not.toMatch(/waited|等了/);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('waited').toString('hex'));
    for (const _ of [1, 2]) {
      const opened = await openReport(staff(clinician), line?.id ?? '');
      expect(opened?.words).toBe(WORDS);
      expect(opened?.answerable).toBe(false);
    }
    const log = await listAudit(test.db, { limit: 2 });
    expect(log.map(({ action, subject, actor }) => [action, subject, actor])).toEqual(
      [1, 2].map(() => ['report.read', line?.number, `staff:${clinician.id}`]),
    );
    expect(await openReport(staff(), 'x')).toBeNull();
  });

  it('is taken on, noted, answered, read by nobody else, and can be opened again', async () => {
    const { post, id, number } = await withCode();
    const stranger = await withCode();
    expect(await giveReport(staff(), await seen(id), 'nobody')).toEqual({
      ok: false,
      error: 'person',
    });
    const early = await closeReport(staff(), await seen(id), { outcome: 'right', answer: 'Yes.' });
    expect(early).toEqual({ ok: false, error: 'no_owner' });
    expect((await listMyReports(post()))[0]).toMatchObject({ number, state: 'new', answer: null });
    const before = await seen(id);
    expect((await giveReport(staff(), before, clinician.id)).ok).toBe(true);
    // A colleague who still sees the old state changes nothing.
    for (const late of [
      await giveReport(staff(), before, administrator.id),
      await noteReport(staff(), before, 'A note that comes late.'),
    ]) {
      expect(late).toEqual({ ok: false, error: 'changed' });
    }
    expect((await noteReport(staff(), await seen(id), 'A note.')).ok).toBe(true);
    expect((await openReport(staff(), id))?.notes.map(({ text }) => text)).toEqual(['A note.']);
    const without = await closeReport(staff(), await seen(id), { outcome: 'right', answer: ' ' });
    expect(without).toEqual({ ok: false, error: 'no_answer' });
    const close = { outcome: 'right', answer: 'You were right.' } as const;
    expect((await closeReport(staff(), await seen(id), close)).ok).toBe(true);
    const [mine] = await listMyReports(post());
    expect(mine).toMatchObject({ state: 'closed', outcome: 'right', words: WORDS });
    expect(mine?.answer).toBe('You were right.');
    expect(JSON.stringify(await listMyReports(stranger.post()))).not.toContain(number);
    expect(JSON.stringify(await listMyReports(post()))).not.toContain('A note');
    expect((await viewMyData(post()))?.reports.map((report) => report.number)).toEqual([number]);
    expect((await reopenReport(staff(), await seen(id))).ok).toBe(true);
    expect((await listMyReports(post()))[0]).toMatchObject({ state: 'taken', answer: null });
    const log = (await listAudit(test.db, { limit: 20 })).filter((e) => e.subject === number);
    expect(log.map(({ action }) => action)).toEqual([
      ...['report.reopened', 'report.closed', 'report.read', 'report.noted', 'report.taken'],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/note\.|right\./);
  });

  it('goes with "delete everything": words, answer, notes and the way to the person', async () => {
    const { post, id } = await withCode();
    await giveReport(staff(), await seen(id), administrator.id);
    await noteReport(staff(), await seen(id), 'A note.');
    await eraseEverything(post());
    const opened = await openReport(staff(), id);
    expect(opened).toMatchObject({ words: null, answerable: false, notes: [] });
    const { rows } = await test.owner.query(
      'SELECT words, answer, owner_tag FROM ops.report WHERE id = $1',
      [id],
    );
    expect(rows).toEqual([{ words: null, answer: null, owner_tag: null }]);
    expect(
      (await closeReport(staff(), await seen(id), { outcome: 'nothing', answer: '' })).ok,
    ).toBe(true);
  });

  it('is erased 12 months after it was closed, by a worker that reads no word of it', async () => {
    const { id } = await told();
    await giveReport(staff(), await seen(id), administrator.id);
    await noteReport(staff(), await seen(id), 'A note.');
    await closeReport(staff(), await seen(id), { outcome: 'mended', answer: '' });
    const at = (days: number) => {
      const now = later(days * DAY_MS);
      return { ...contextOf(test.db, now), db: test.worker };
    };
    await expireRecords(at(365));
    expect(await openReport(staff(), id)).not.toBeNull();
    expect((await expireRecords(at(366))).reports).toBeGreaterThan(0);
    expect(await openReport(staff(), id)).toBeNull();
    await expect(test.worker.$queryRaw`SELECT words FROM ops.report`).rejects.toThrow(
      /permission denied/,
    );
    await expect(test.worker.$queryRaw`SELECT sealed FROM ops.report_note`).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('the inbox', () => {
  it('holds alerts and wrong facts of the directory too; one colleague takes each on', async () => {
    const service = 'example-street-clinic' as ServiceId;
    await reportService(contextOf(test.db), service, 'number_wrong');
    for (const subject of ['a', 'b']) {
      await openAlert(test.db, { kind: 'crisis_line_due', subject, detail: {}, at: NOW });
    }
    const lines = async () => (await listReports(staff())).open.filter(({ subject }) => subject);
    const before = await lines();
    expect(before.map(({ kind, subject, id }) => [kind, subject, id]).toSorted()).toEqual([
      ['alert', 'crisis_line_due', null],
      ['directory', service, null],
    ]);
    for (const { kind, subject } of before) {
      const about = { kind: kind as 'alert', subject: subject ?? '' };
      const [mine, theirs] = [
        await takeReport(staff(), about),
        await takeReport(staff(clinician), about),
      ];
      expect(mine).not.toBeNull();
      expect(theirs).toBe(mine);
    }
    expect((await lines()).map(({ mine }) => mine)).toEqual([true, true]);
    expect(await takeReport(staff(), { kind: 'alert', subject: 'placement_mismatch' })).toBeNull();
    expect(await takeReport(staff(), { kind: 'directory', subject: 'nowhere' })).toBeNull();
    const [one] = await lines();
    const id = one?.id ?? '';
    await closeReport(staff(), await seen(id), { outcome: 'mended', answer: '' });
    expect((await listReports(staff())).closed[0]).toMatchObject({ id, outcome: 'mended' });
  });

  it('is counted on the first page of those who handle it, and says what is late', async () => {
    await told();
    const open = (now: Instant) => viewToday(staff(clinician, now));
    const { reports } = await open(NOW);
    expect(reports?.count).toBeGreaterThan(0);
    expect(reports?.late).toBe(0);
    expect((await open(later(3 * DAY_MS))).reports?.late).toBeGreaterThan(0);
    const guide = await hire(test.db, ['guide']);
    expect((await viewToday(staffContextOf(test.db, guide, 'inbox:read'))).reports).toBeNull();
  });

  it('puts words that may speak of danger first, then harm', async () => {
    await told('complaint');
    await told('harm');
    const danger = await told('problem', 'The page broke and I want to kill myself.');
    const { open } = await listReports(staff());
    expect(open[0]).toMatchObject({ number: danger.number, risk: 'explicit' });
    const kinds = open.map(({ kind }) => kind);
    expect(kinds.indexOf('harm')).toBeLessThan(kinds.indexOf('complaint'));
  });
});
