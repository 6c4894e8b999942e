import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { viewTrial, writeTrial } from '#lib/usecases/researcher/trials/view-trial.ts';
import { viewToday } from '#lib/usecases/staff/view-today.ts';
import { checkTrials } from '#lib/usecases/system/check-trials.ts';
import { meetWay } from '#lib/usecases/visitor/plan/meet-way.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, type TestPerson } from '../staff/people.ts';
import { assignMany, type Group } from './assigned.ts';
import { atThePlan, releaseAt, trialsOf } from './trials.ts';

const test = testDatabase();
const { as, decide, get, move, pause, running } = trialsOf(test.db);
/** A whole month is over. */
const NEXT = Date.parse('2026-12-01T09:00:00Z') as Instant;
/** When everybody's days are over. */
const LAST = Date.parse('2026-12-31T09:00:00Z') as Instant;
const later = trialsOf(test.db, LAST);
const TODAY = '2026-11-23';
const watch = () => checkTrials({ ...contextOf(test.db), db: test.worker });

let researcher: TestPerson;
let clinician: TestPerson;
beforeEach(async () => {
  researcher ??= await hire(test.db, ['researcher']);
  clinician ??= await hire(test.db, ['clinician']);
});

/** One that runs with these people in it, and is over afterwards. */
async function with_(
  groups: readonly Group[],
  act: (id: string, code: string) => Promise<void>,
  changed: Partial<Registration> = {},
): Promise<{ readonly id: string; readonly code: string }> {
  const shared = { mayLook: [researcher.id], opensOn: '2026-12-23' };
  const id = await running(researcher, clinician, { ...shared, ...changed });
  const { code } = (await get(id)).registration;
  await assignMany(test.owner, code, { today: TODAY, groups });
  await act(id, code);
  await move(researcher, id, 'closed');
  expect(await listOpenAlerts(test.db, 'trial_harm')).toEqual([]);
  return { id, code };
}

const arms = (plan: Omit<Group, 'arm'>, feedback: Omit<Group, 'arm'>) => [
  { arm: 'if-then-plan', ...plan },
  { arm: 'feedback-only', ...feedback },
];

describe('the worker', () => {
  it('lets a comparison run in which nothing is wrong', async () => {
    await with_(arms({ people: 200, harmed: 8 }, { people: 190, harmed: 9 }), async (id) => {
      expect(await watch()).toEqual({ paused: 0 });
      expect((await get(id)).now.state).toBe('running');
      expect(await listOpenAlerts(test.db, 'trial_uneven')).toEqual([]);
    });
  });

  it('pauses one by itself where harm has become likely, and tells the clinicians', async () => {
    await with_(arms({ people: 200, harmed: 30 }, { people: 200, harmed: 5 }), async (id, code) => {
      expect(await watch()).toEqual({ paused: 1 });
      const { now, events } = await get(id);
      expect(now).toMatchObject({ state: 'paused', harmed: true });
      expect(events.at(-1)).toMatchObject({ kind: 'paused', staff: null });
      const [alert] = await listOpenAlerts(test.db, 'trial_harm');
      expect(alert?.subject).toBe(code);
      const today = await viewToday(as(clinician, 'policy:read'));
      expect(today.alerts.map(({ kind }) => kind)).toContain('trial_harm');
      const [entry] = await listAudit(test.db, { action: 'trial.paused', limit: 1 });
      expect(entry).toMatchObject({ actor: 'system', subject: code });
      const visitor = await atThePlan(test.db);
      expect(await meetWay(visitor.post())).toBe('if-then-plan');
      // Stopped for harm it never goes on, by nobody and in no program.
      expect(await decide(clinician, id, 'resumed')).toEqual({ ok: false, error: 'late' });
      await expect(
        test.owner.query(
          "INSERT INTO ops.trial_event (trial_id, kind, staff_id, note, at) VALUES ($1, 'resumed', $2, '', now())",
          [id, clinician.id],
        ),
      ).rejects.toThrow('stopped for harm');
      expect(await watch()).toEqual({ paused: 0 });
    });
  });

  it('watches one that somebody paused: it does not go on while harm is likely', async () => {
    await with_(arms({ people: 200, harmed: 5 }, { people: 200, harmed: 5 }), async (id, code) => {
      await pause(clinician, id);
      const worse = arms({ people: 50, harmed: 30 }, { people: 50 });
      await assignMany(test.owner, code, { today: TODAY, groups: worse });
      expect(await decide(clinician, id, 'resumed')).toEqual({ ok: false, error: 'harm' });
      expect(await watch()).toEqual({ paused: 0 });
      const [alert] = await listOpenAlerts(test.db, 'trial_harm');
      expect(alert?.subject).toBe(code);
      const better = [{ arm: 'feedback-only', people: 40, harmed: 40 }];
      await assignMany(test.owner, code, { today: TODAY, groups: better });
      expect((await decide(clinician, id, 'resumed')).ok).toBe(true);
    });
  });

  it('watches one that is closed until its results are opened, and tells each thing once', async () => {
    const harmed = arms({ people: 200, harmed: 30 }, { people: 200, harmed: 5 });
    const unharmed = arms({ people: 200, harmed: 5 }, { people: 200, harmed: 5 });
    const open = async () =>
      (await listOpenAlerts(test.db, 'trial_harm')).map(({ subject }) => subject);
    const known = await with_(harmed, async () => {
      await watch();
    });
    const late = await with_(unharmed, async () => {
      await watch();
    });
    await watch();
    expect(await open()).toEqual([]);
    await assignMany(test.owner, late.code, { today: TODAY, groups: harmed });
    expect(await watch()).toEqual({ paused: 0 });
    expect(await open()).toEqual([late.code]);
    expect(late.code).not.toBe(known.code);
    expect((await later.move(researcher, late.id, 'opened')).ok).toBe(true);
    await watch();
    expect(await open()).toEqual([]);
  });
});

describe('what is seen of it', () => {
  const groups = arms({ people: 203, harmed: 4, went: 83 }, { people: 198, harmed: 3, went: 61 });

  it('is rounded to 5, with small counts hidden, on every page the same', async () => {
    await with_(groups, async (id) => {
      expect((await viewTrial(as(researcher, 'trials:read'), id))?.figures?.table).toBeNull();
      await releaseAt(test.worker, NEXT);
      const own = (await viewTrial(as(researcher, 'trials:read'), id))?.figures;
      expect(own?.counted).toEqual({ kind: 'up_to', day: dayFromIso('2026-11-30') });
      // All windows are closed: how many are in beside it would tell a difference of 0.
      expect(own?.table?.cell('if-then-plan', 'followed')).toEqual({ kind: 'shown', value: 205 });
      expect(own?.stages).not.toContain('assigned');
      expect(own?.table?.cell('if-then-plan', 'attended')).toEqual({ kind: 'shown', value: 85 });
      expect(own?.table?.cell('feedback-only', 'harmed')).toEqual({ kind: 'suppressed' });
      expect(own?.effect?.attended?.kind).toBe('always_valid');
      // From the printed counts: 85 of 205 and 60 of 200, weighed by the chance of one half.
      expect(own?.effect?.attended?.diff).toBeCloseTo((2 * (85 - 60)) / 405, 10);
      expect(own?.effect?.attended?.verdict).toBe('inconclusive');
    });
  });

  it.each<[Registration['analysis'], number]>([
    ['fixed', 1],
    ['group_sequential', 2],
  ])(
    'opened early, it has an interval that holds at every look until it is opened: %s',
    async (analysis, looks) => {
      const registered = { analysis, looks, planned: 400 };
      const effect = async (id: string) =>
        (await viewTrial(later.as(clinician, 'trials:read'), id))?.figures?.effect?.attended?.kind;
      const { id } = await with_(
        groups,
        async (running) => {
          await move(researcher, running, 'look_asked');
          expect((await decide(clinician, running, 'look_signed')).ok).toBe(true);
          expect(await effect(running)).toBeUndefined();
          await releaseAt(test.worker);
          expect(await effect(running)).toBe('always_valid');
        },
        registered,
      );
      expect(await effect(id)).toBe('always_valid');
      await later.move(researcher, id, 'opened');
      await releaseAt(test.worker, LAST);
      expect(await effect(id)).toBe(analysis === 'fixed' ? 'newcombe' : 'repeated');
    },
  );

  it('is what it was when it was opened, for ever', async () => {
    const { id, code } = await with_(groups, async () => undefined, { analysis: 'fixed' });
    await later.move(researcher, id, 'opened');
    await releaseAt(test.worker, LAST);
    const seen = async () => {
      const figures = (await viewTrial(later.as(clinician, 'trials:read'), id))?.figures;
      const { table, ...rest } = figures ?? {};
      const cells = table?.groups.map((arm) => table.cell(arm, 'attended'));
      return { ...rest, cells };
    };
    const before = await seen();
    expect(before.cells).toEqual([
      { kind: 'shown', value: 85 },
      { kind: 'shown', value: 60 },
    ]);
    const more = arms({ people: 100, went: 90 }, { people: 100 });
    await assignMany(test.owner, code, { today: TODAY, groups: more });
    expect(await releaseAt(test.worker, LAST)).toBe(0);
    expect(await seen()).toEqual(before);
    await expect(
      test.owner.query("UPDATE ops.trial_event SET counts = '[]' WHERE kind = 'opened'"),
    ).rejects.toThrow('append-only');
    await expect(
      test.owner.query(
        "INSERT INTO ops.trial_event (trial_id, kind, staff_id, note, at, counts) VALUES ($1, 'deviation', $2, '', now(), '[]')",
        [id, researcher.id],
      ),
    ).rejects.toThrow('counts_of_opening');
  });

  it('holds no difference where people were dealt out otherwise than planned, and its file says why', async () => {
    const uneven = arms({ people: 203, went: 83 }, { people: 98, went: 31 });
    const { id } = await with_(uneven, async () => undefined, { analysis: 'fixed' });
    await later.move(researcher, id, 'opened');
    await releaseAt(test.worker, LAST);
    const ctx = later.as(clinician, 'trials:read');
    const figures = (await viewTrial(ctx, id))?.figures;
    expect(figures).toMatchObject({ sight: 'open', effect: null });
    expect(figures?.unevenOn).toMatch(/^20\d\d-/);
    expect(figures?.subgroups).toEqual([]);
    expect(figures?.table?.cell('if-then-plan', 'attended')).toEqual({ kind: 'shown', value: 85 });
    const file = await writeTrial(ctx, id);
    if (file === null || file === 'closed') throw new Error('no file');
    const [head, ...rows] = file.csv.trimEnd().split('\n');
    const at = (column: string) => head?.split(',').indexOf(column) ?? -1;
    const cells = rows.map((row) => row.split(','));
    expect(new Set(cells.map((row) => row[at('dealing')]))).toEqual(new Set(['uneven']));
    expect(new Set(cells.map((row) => row[at('part')]))).toEqual(new Set(['arms', 'flow']));
    expect(cells.every((row) => row[at('verdict')] === '')).toBe(true);
  });

  it('holds no outcome for who is not registered to look', async () => {
    await with_(groups, async (id) => {
      await releaseAt(test.worker, NEXT);
      const other = (await viewTrial(as(clinician, 'trials:read'), id))?.figures;
      expect(other?.effect).toBeNull();
      expect(other?.stages).not.toContain('attended');
      expect(other?.stages).toContain('harmed');
    });
  });
});
