import { beforeEach, describe, expect, it } from 'vitest';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { viewTrial } from '#lib/usecases/researcher/trials/view-trial.ts';
import { viewToday } from '#lib/usecases/staff/view-today.ts';
import { checkTrials } from '#lib/usecases/system/check-trials.ts';
import { meetWay } from '#lib/usecases/visitor/plan/meet-way.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, type TestPerson } from '../staff/people.ts';
import { assignMany, type Group } from './assigned.ts';
import { atThePlan, trialsOf } from './trials.ts';

const test = testDatabase();
const { as, decide, get, move, running } = trialsOf(test.db);
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
): Promise<void> {
  const id = await running(researcher, clinician, { mayLook: [researcher.id] });
  const { code } = (await get(id)).registration;
  await assignMany(test.owner, code, { today: TODAY, groups });
  await act(id, code);
  await move(researcher, id, 'closed');
  expect(await listOpenAlerts(test.db, 'trial_harm')).toEqual([]);
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

  it('says where people are dealt out otherwise than planned, until they are not', async () => {
    await with_(arms({ people: 200 }, { people: 100 }), async (_id, code) => {
      await watch();
      const [alert] = await listOpenAlerts(test.db, 'trial_uneven');
      expect(alert?.subject).toBe(code);
      const even = [{ arm: 'feedback-only', people: 100 }];
      await assignMany(test.owner, code, { today: TODAY, groups: even });
      await watch();
      expect(await listOpenAlerts(test.db, 'trial_uneven')).toEqual([]);
    });
  });
});

describe('what is seen of it', () => {
  const groups = arms({ people: 203, harmed: 4, went: 83 }, { people: 198, harmed: 3, went: 61 });

  it('is rounded to 5, with small counts hidden, on every page the same', async () => {
    await with_(groups, async (id) => {
      const own = (await viewTrial(as(researcher, 'trials:read'), id))?.figures;
      // All windows are closed: how many are in beside it would tell a difference of 0.
      expect(own?.table.cell('if-then-plan', 'followed')).toEqual({ kind: 'shown', value: 205 });
      expect(own?.table.cell('if-then-plan', 'assigned')).toEqual({ kind: 'suppressed' });
      expect(own?.table.cell('if-then-plan', 'attended')).toEqual({ kind: 'shown', value: 85 });
      expect(own?.table.cell('feedback-only', 'harmed')).toEqual({ kind: 'suppressed' });
      expect(own?.effect?.attended?.kind).toBe('always_valid');
      // From the printed counts: 85 of 205 and 60 of 200, weighed by the chance of one half.
      expect(own?.effect?.attended?.diff).toBeCloseTo((2 * (85 - 60)) / 405, 10);
      expect(own?.effect?.attended?.verdict).toBe('inconclusive');
    });
  });

  it('holds no outcome for who is not registered to look', async () => {
    await with_(groups, async (id) => {
      const other = (await viewTrial(as(clinician, 'trials:read'), id))?.figures;
      expect(other?.effect).toBeNull();
      expect(other?.stages).not.toContain('attended');
      expect(other?.stages).toContain('harmed');
    });
  });
});
