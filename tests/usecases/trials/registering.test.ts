import { describe, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { templates } from '#lib/domain/evaluation/trials/registration.ts';
import { translate } from '#lib/i18n/translate.ts';
import { listAudit } from '#lib/store/audit.ts';
import { decideTrial } from '#lib/usecases/clinician/trials/decide-trial.ts';
import { moveTrial } from '#lib/usecases/researcher/trials/move-trial.ts';
import { startTrialDraft } from '#lib/usecases/researcher/trials/start-draft.ts';
import { viewTrial } from '#lib/usecases/researcher/trials/view-trial.ts';
import { testDatabase } from '../../support/database.ts';
import { hire } from '../staff/people.ts';
import { trialsOf } from './trials.ts';

const test = testDatabase();
const { as, draft, get, change, propose, decide, move, running } = trialsOf(test.db);
const researcher = () => hire(test.db, ['researcher']);
const clinician = () => hire(test.db, ['clinician']);
const both = () => hire(test.db, ['researcher', 'clinician']);
const REFERENCE = { ethics: 'EC 2026-17' };

describe('a registration', () => {
  it('is locked by its hash when it is proposed, and never changed again', async () => {
    const author = await researcher();
    const id = await draft(author);
    expect((await change(author, id, { ...REFERENCE, planned: 400 })).ok).toBe(true);
    expect((await propose(author, id)).ok).toBe(true);
    const { hash, registration, now } = await get(id);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(now.state).toBe('proposed');
    expect(await change(author, id, { planned: 500 })).toEqual({ ok: false, error: 'changed' });
    for (const sql of [
      "UPDATE ops.trial SET document = jsonb_set(document, '{planned}', '999') WHERE id = $1",
      'UPDATE ops.trial SET hash = NULL WHERE id = $1',
      'UPDATE ops.trial SET author_id = gen_random_uuid() WHERE id = $1',
      'DELETE FROM ops.trial WHERE id = $1',
    ]) {
      await expect(test.owner.query(sql, [id])).rejects.toThrow('never changed');
    }
    for (const sql of [
      "UPDATE ops.trial_event SET note = 'other' WHERE trial_id = $1",
      'DELETE FROM ops.trial_event WHERE trial_id = $1',
    ]) {
      await expect(test.owner.query(sql, [id])).rejects.toThrow('append-only');
    }
    expect((await get(id)).registration).toEqual(registration);
  });

  it('names an approval of an ethics committee before it is proposed', async () => {
    const author = await researcher();
    const id = await draft(author);
    expect(await propose(author, id)).toEqual({ ok: false, error: 'no_ethics' });
    expect((await get(id)).hash).toBeNull();
  });

  it('says which parts do not hold, and keeps nothing of them', async () => {
    const author = await researcher();
    const id = await draft(author);
    const wrong = await change(author, id, { planned: 3, opensOn: 'soon' });
    expect(wrong).toEqual({ ok: false, error: ['planned', 'opensOn'] });
    expect((await get(id)).revision).toBe(1);
  });

  it('is saved by its author alone, and only as it was last seen', async () => {
    const [author, other] = [await researcher(), await researcher()];
    const id = await draft(author);
    expect(await change(other, id, REFERENCE)).toEqual({ ok: false, error: 'not_yours' });
    expect((await change(author, id, REFERENCE)).ok).toBe(true);
    expect((await get(id)).revision).toBe(2);
  });

  it('begins once for a form that is posted twice, under a code of its own', async () => {
    const ctx = as(await researcher(), 'research:trials');
    const [a, b] = [
      await startTrialDraft(ctx, 'plan-or-page'),
      await startTrialDraft(ctx, 'plan-or-page'),
    ];
    expect(a).toEqual(b);
    const other = await startTrialDraft(as(await researcher(), 'research:trials'), 'plan-or-page');
    const codes = await Promise.all(
      [a, other].map(async (made) => (await get(made.ok ? made.value : '')).registration.code),
    );
    expect(new Set(codes).size).toBe(2);
    const entries = await listAudit(test.db, { action: 'trial.drafted', limit: 100 });
    const code = codes[0] ?? '';
    expect(entries.filter(({ subject }) => subject === code)).toHaveLength(1);
    expect(entries.filter(({ actor }) => actor === `staff:${ctx.actor.id}`)).toHaveLength(1);
    const made = await get(a.ok ? a.value : '');
    expect(made.registration.opensOn).toBe('2027-12-28');
    const unknown = as(await researcher(), 'research:trials');
    expect(await startTrialDraft(unknown, 'no such')).toEqual({ ok: false, error: 'unknown' });
  });
});

it('begins in the language of the page that it was chosen on', async () => {
  const author = as(await researcher(), 'research:trials');
  const words = (locale: Locale, code: string, key: 'title' | 'question') =>
    translate(locale)(
      `trials.new.presets.${code}.${key}` as 'trials.new.presets.plan-or-page.title',
    );
  const made = await startTrialDraft({ ...author, locale: 'zh-hant' }, 'plan-or-page');
  const { title, question } = (await get(made.ok ? made.value : '')).registration;
  expect(title).toBe(words('zh-hant', 'plan-or-page', 'title'));
  expect(question).toContain('首次面談');
  for (const one of templates(author.today)) {
    expect(one.title).toBe(words('en', one.code, 'title'));
    expect(one.question).toBe(words('en', one.code, 'question'));
  }
});

describe('two people', () => {
  it('register it: whoever wrote it does not approve it, whatever their roles', async () => {
    const author = await both();
    const id = await draft(author);
    await change(author, id, REFERENCE);
    await propose(author, id);
    expect(await decide(author, id, 'registered')).toEqual({ ok: false, error: 'own' });
    const [entry] = await listAudit(test.db, { action: 'trial.refused', limit: 1 });
    expect(entry).toMatchObject({ actor: `staff:${author.id}` });
    await expect(
      test.owner.query(
        "INSERT INTO ops.trial_event (trial_id, kind, staff_id, note, at) VALUES ($1, 'registered', $2, '', now())",
        [id, author.id],
      ),
    ).rejects.toThrow('other than its author');
    expect((await decide(await clinician(), id, 'registered')).ok).toBe(true);
    expect((await move(author, id, 'started')).ok).toBe(true);
  });

  it('open results before their time, and it stays on the record', async () => {
    const [author, first, second] = [await both(), await researcher(), await clinician()];
    const id = await running(author, second, {});
    const sight = async () => (await viewTrial(as(first, 'trials:read'), id))?.figures?.sight;
    expect(await sight()).toBeNull();
    expect(await decide(second, id, 'look_signed')).toEqual({ ok: false, error: 'asked' });
    expect((await move(author, id, 'look_asked')).ok).toBe(true);
    expect(await move(first, id, 'look_asked')).toEqual({ ok: false, error: 'asked' });
    expect(await decide(author, id, 'look_signed')).toEqual({ ok: false, error: 'own' });
    await expect(
      test.owner.query(
        "INSERT INTO ops.trial_event (trial_id, kind, staff_id, note, at) VALUES ($1, 'look_signed', $2, '', now())",
        [id, author.id],
      ),
    ).rejects.toThrow('two people');
    expect(await sight()).toBeNull();
    expect((await decide(second, id, 'look_refused')).ok).toBe(true);
    expect(await sight()).toBeNull();
    expect((await move(author, id, 'look_asked')).ok).toBe(true);
    expect((await decide(second, id, 'look_signed')).ok).toBe(true);
    expect(await sight()).toBe('open');
    const { now, events } = await get(id);
    expect(now).toMatchObject({ state: 'running', lookedEarly: true, asked: null });
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['proposed', 'registered', 'started', 'look_asked', 'look_refused', 'look_asked'],
      'look_signed',
    ]);
  });

  it('need a second factor of the last minutes, each of them', async () => {
    const [author, second] = [await researcher(), await clinician()];
    const id = await running(author, second, {});
    const old = (ctx: ReturnType<typeof as>) => ({
      ...ctx,
      actor: { ...ctx.actor, verifiedAt: (ctx.now - 3_600_000) as Instant },
    });
    const ask = { id, move: 'look_asked', note: 'now' } as const;
    await expect(moveTrial(old(as(author, 'research:trials')) as never, ask)).rejects.toThrow();
    const sign = { id, decision: 'look_signed', note: 'now' } as const;
    await expect(decideTrial(old(as(second, 'trials:approve')) as never, sign)).rejects.toThrow();
    expect((await get(id)).events).toHaveLength(3);
  });
});

describe('results', () => {
  it('stay closed until the planned day, and until the days of everybody are over', async () => {
    const [author, second] = [await researcher(), await clinician()];
    const id = await running(author, second, { opensOn: '2026-12-23' });
    const on = (date: string) => trialsOf(test.db, Date.parse(`${date}T09:00:00Z`) as Instant);
    const refused = (error: string) => ({ ok: false, error });
    // The clock of these tests stands at 23 November 2026.
    await move(author, id, 'closed');
    expect(await move(author, id, 'opened')).toEqual(refused('early'));
    expect(await on('2026-12-22').move(author, id, 'opened')).toEqual(refused('early'));
    // Whoever came and was assigned on that day is in day 1 on the next one too: 30 days more are over on the 24th.
    expect(await on('2026-12-24').move(author, id, 'opened')).toEqual(refused('unfinished'));
    expect((await on('2026-12-25').move(author, id, 'opened')).ok).toBe(true);
    expect((await viewTrial(as(second, 'trials:read'), id))?.figures?.sight).toBe('open');
  });

  it('are opened before those days are over where it is written down why', async () => {
    const [author, second] = [await researcher(), await clinician()];
    const id = await running(author, second, { opensOn: '2026-12-23' });
    const later = trialsOf(test.db, Date.parse('2026-12-23T09:00:00Z') as Instant);
    await later.move(author, id, 'deviation');
    expect(await move(author, id, 'opened')).toEqual({ ok: false, error: 'late' });
    await later.move(author, id, 'closed');
    const unfinished = async () =>
      (await viewTrial(later.as(author, 'trials:read'), id))?.unfinished;
    expect(await unfinished()).toBe(true);
    expect(await later.move(author, id, 'opened')).toEqual({ ok: false, error: 'unfinished' });
    await later.move(author, id, 'deviation');
    expect(await unfinished()).toBe(false);
    expect((await later.move(author, id, 'opened')).ok).toBe(true);
  });

  it('open no sooner than the days of the first person can be over', async () => {
    const [author, second] = [await researcher(), await clinician()];
    const id = await draft(author);
    await change(author, id, { ...REFERENCE, opensOn: '2026-12-22' });
    expect(await propose(author, id)).toEqual({ ok: false, error: 'soon' });
    await change(author, id, { ...REFERENCE, opensOn: '2026-12-23' });
    expect((await propose(author, id)).ok).toBe(true);
    const next = trialsOf(test.db, Date.parse('2026-11-24T09:00:00Z') as Instant);
    expect(await next.decide(second, id, 'registered')).toEqual({ ok: false, error: 'soon' });
    expect((await decide(second, id, 'registered')).ok).toBe(true);
  });

  it('are seen under way by those registered to look alone, and never of a fixed analysis', async () => {
    const [author, second, other] = [await researcher(), await clinician(), await researcher()];
    const mayLook = [author.id];
    const sight = async (id: string, person: typeof author) =>
      (await viewTrial(as(person, 'trials:read'), id))?.figures?.sight;
    const always = await running(author, second, { mayLook });
    expect(await sight(always, author)).toBe('running');
    expect(await sight(always, other)).toBeNull();
    const fixed = await running(author, second, { mayLook, analysis: 'fixed' });
    expect(await sight(fixed, author)).toBeNull();
    await move(author, always, 'closed');
    expect(await sight(always, author)).toBeNull();
  });

  it('deviations are added, and change nothing that was registered', async () => {
    const [author, second] = [await researcher(), await clinician()];
    const id = await running(author, second, {});
    const before = await get(id);
    expect((await move(author, id, 'deviation')).ok).toBe(true);
    const after = await get(id);
    expect(after.registration).toEqual(before.registration);
    expect(after.hash).toBe(before.hash);
    expect(after.now).toEqual(before.now);
    expect(after.events.at(-1)).toMatchObject({ kind: 'deviation', note: 'For a test.' });
  });
});
