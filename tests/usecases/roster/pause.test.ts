import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { isPart, PARTS, type Part } from '#lib/domain/roster/pause.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { pausedUntil } from '#lib/usecases/paused-until.ts';
import { pausePart } from '#lib/usecases/staff/parts/pause-part.ts';
import { previewPause } from '#lib/usecases/staff/parts/preview-pause.ts';
import { reopenPart } from '#lib/usecases/staff/parts/reopen-part.ts';
import { viewPauses } from '#lib/usecases/staff/parts/view-pauses.ts';
import { viewToday } from '#lib/usecases/staff/view-today.ts';
import { checkOpenTiers } from '#lib/usecases/system/check-open-tiers.ts';
import { checkStranded } from '#lib/usecases/system/check-stranded.ts';
import { askForGuidance } from '#lib/usecases/visitor/place/ask-for-guidance.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { testDatabase } from '../../support/database.ts';
import { listWaitingThreads } from '../../support/waiting-threads.ts';
import { contextOf, hire, later, NOW, staffContextOf, type TestPerson } from '../staff/people.ts';
import { visitWithResult } from '../visitor/visit.ts';

const test = testDatabase();
const HOUR_MS = 3_600_000;
let clinician: TestPerson;
let guide: TestPerson;
beforeAll(async () => {
  clinician = await hire(test.db, ['clinician']);
  guide = await hire(test.db, ['guide']);
});

const ctx = () => staffContextOf(test.db, clinician, 'parts:pause');
const local = (hours: number) => localTime(later(hours * HOUR_MS), 'UTC');
const pause = (part: Part, hours: number, told = 0) =>
  pausePart(ctx(), { part, local: local(hours) }, told);

afterEach(() => test.owner.query('DELETE FROM ops.pause; DELETE FROM ops.alert'));

async function write() {
  const visitor = await visitWithResult(test.db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error('no code');
  const post = () => visitor.post(undefined, issued.value);
  const sent = await askForGuidance(post(), { text: 'Words.', share: false });
  return { sent, post };
}

describe('a pause', () => {
  it('closes a part until its time, and ends by itself', async () => {
    expect((await pause('guidance', 24)).ok).toBe(true);
    const isOpen = async (now: Instant) =>
      (await readOpenTiers(test.db, contextOf(test.db, now))).has('guidance');
    expect(await isOpen(NOW)).toBe(false);
    expect((await write()).sent).toEqual({ ok: false, error: 'closed' });
    expect(await isOpen(later(24 * HOUR_MS - 1))).toBe(false);
    expect(await isOpen(later(24 * HOUR_MS))).toBe(true);
    expect(await pausedUntil(contextOf(test.db), 'guidance')).toBe(later(24 * HOUR_MS));
    expect(await pausedUntil(contextOf(test.db, later(24 * HOUR_MS)), 'guidance')).toBeNull();
  });

  it('is at most 14 days long and ends after now', async () => {
    for (const [hours, problem] of [
      [0, 'past'],
      [14 * 24 + 1, 'long'],
    ] as const) {
      expect(await pause('check', hours)).toEqual({ ok: false, error: { kind: 'mend', problem } });
      const preview = await previewPause(ctx(), 'check', local(hours));
      expect(preview).toEqual({ ok: false, error: problem });
    }
    expect((await pause('check', 14 * 24)).ok).toBe(true);
  });

  it('is ended early, shown to staff, and leaves a line for each change in the log', async () => {
    await pause('group', 24);
    await pause('group', 48);
    const states = await viewPauses(ctx());
    expect(states.map(({ part, until }) => [part, until])).toEqual([
      ['check', null],
      ['guidance', null],
      ['group', local(48)],
    ]);
    await checkOpenTiers({ ...contextOf(test.db), db: test.worker });
    // No alert: it was meant.
    const closed = await listOpenAlerts(test.db, 'tier_closed');
    expect(closed.map(({ subject }) => subject)).not.toContain('community');
    const today = await viewToday(staffContextOf(test.db, guide, 'inbox:read'));
    expect(today.paused).toEqual([{ part: 'group', until: local(48) }]);
    for (const _ of [1, 2]) await reopenPart(ctx(), 'group');
    expect(await pausedUntil(contextOf(test.db), 'group')).toBeNull();
    const log = await listAudit(test.db, { limit: 3 });
    expect(log.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'part.reopened group',
      'part.paused group',
      'part.paused group',
    ]);
  });

  it('of guidance tells first of people who were promised an answer, and changes no promise', async () => {
    const { sent, post } = await write();
    expect(sent.ok).toBe(true);
    const [thread] = await listWaitingThreads(test.db);
    const preview = await previewPause(ctx(), 'guidance', local(100));
    const promisedAt = thread?.promisedAt;
    expect(preview).toEqual({ ok: true, value: { count: 1, first: promisedAt, last: promisedAt } });
    expect(await previewPause(ctx(), 'guidance', local(20))).toEqual({ ok: true, value: null });
    expect(await previewPause(ctx(), 'check', local(100))).toEqual({ ok: true, value: null });
    const refused = await pause('guidance', 100);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'strands', count: 1 } });
    expect(await pausedUntil(contextOf(test.db), 'guidance')).toBeNull();
    expect((await pause('guidance', 100, 1)).ok).toBe(true);
    const stranded = () => listOpenAlerts(test.db, 'promise_stranded');
    expect((await stranded()).map(({ subject }) => subject)).toEqual([thread?.id]);
    expect((await listWaitingThreads(test.db))[0]?.promisedAt).toBe(promisedAt);
    await reopenPart(ctx(), 'guidance');
    await checkStranded({ ...contextOf(test.db), db: test.worker });
    expect(await stranded()).toEqual([]);
    await pause('guidance', 100, 1);
    expect(await stranded()).toHaveLength(1);
    // It holds the id of a visitor's thread, and goes with it.
    await eraseEverything(post());
    expect(await stranded()).toEqual([]);
  });
});

describe('help', () => {
  it('is no part: no value, no address and no row can close it', async () => {
    for (const name of ['help', '/help', 'services', 'place', '']) {
      expect(isPart(name)).toBe(false);
      const row = test.owner.query(
        `INSERT INTO ops.pause (part, until, changed_by, changed_at)
         VALUES ($1, now() + interval '1 day', gen_random_uuid(), now())`,
        [name],
      );
      await expect(row).rejects.toThrow(/pause_part/);
    }
    expect(PARTS).toEqual(['check', 'guidance', 'group']);
  });
});
