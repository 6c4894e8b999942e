import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { countTrial } from '#lib/store/trials.ts';
import { mayCompare } from '#lib/usecases/visitor/check/may-compare.ts';
import { setResearchConsent } from '#lib/usecases/visitor/check/set-research-consent.ts';
import { meetWay } from '#lib/usecases/visitor/plan/meet-way.ts';
import { showInformation } from '#lib/usecases/visitor/plan/show-information.ts';
import { testDatabase } from '../../support/database.ts';
import type { Visit } from '../visitor/visit.ts';
import { comparedOn } from './compared.ts';
import { atThePlan, daysLater, trialsOf } from './trials.ts';

const test = testDatabase();
const { get, pause } = trialsOf(test.db);
const { two, whileRunning, given, recordedOf } = comparedOn(test);

/** Until somebody waits for what this connection has locked. */
async function untilBlocked(owner: pg.Client): Promise<void> {
  const blocked = `SELECT FROM pg_locks
    WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`;
  while ((await owner.query(blocked)).rowCount === 0) await setTimeout(20);
}

describe('without a comparison that runs', () => {
  it('the plan comes, nothing is written, and the research text says nothing of chance', async () => {
    const visitor = await atThePlan(test.db);
    expect(await mayCompare(visitor.post())).toBe(false);
    expect(await meetWay(visitor.post())).toBe('if-then-plan');
    expect(await recordedOf(visitor)).toEqual([]);
    expect(await showInformation(visitor.post())).toBe(false);
  });
});

describe('while one runs', () => {
  it('the arm is recorded before what is shown, once, with its chance', async () => {
    await whileRunning('if-then-plan', async (id) => {
      const visitor = await given('if-then-plan');
      const { code } = (await get(id)).registration;
      const assigned = { experiment: code, arm: 'if-then-plan', probability: 0.98 };
      const shown = { bridge: 'if-then-plan', version: 1, dimension: null, barrier: null };
      const steps = [
        { step: 'experiment.assigned', origin: 'system', payload: assigned },
        { step: 'bridge.shown', origin: 'system', payload: shown },
      ];
      expect(await recordedOf(visitor)).toEqual(steps);
      await Promise.all(Array.from({ length: 5 }, () => meetWay(visitor.post())));
      expect(await recordedOf(visitor)).toEqual(steps);
    });
  });

  it('ten looks at once assign once', async () => {
    await whileRunning('feedback-only', async () => {
      const visitor = await atThePlan(test.db);
      await Promise.all(Array.from({ length: 10 }, () => meetWay(visitor.post())));
      const steps = await recordedOf(visitor);
      expect(steps.filter(({ step }) => step === 'experiment.assigned')).toHaveLength(1);
      expect(steps.length).toBeLessThanOrEqual(2);
    });
  });

  it('the information page comes until it was seen, then the plan; nobody else sees it', async () => {
    await whileRunning('information-page', async () => {
      const visitor = await given('information-page');
      expect(await recordedOf(visitor)).toHaveLength(1);
      expect(await meetWay(visitor.post())).toBe('information-page');
      expect(await showInformation(visitor.post())).toBe(true);
      expect((await recordedOf(visitor)).map(({ payload }) => payload.bridge)).toEqual([
        undefined,
        'information-page',
      ]);
      expect(await meetWay(visitor.post())).toBe('if-then-plan');
      expect(await showInformation(visitor.post())).toBe(true);
      expect(await recordedOf(visitor)).toHaveLength(2);
      const other = await atThePlan(test.db, { consent: 'none' });
      expect(await showInformation(other.post())).toBe(false);
    });
  });

  it('feedback alone leads past the plan once, and the plan is there on the next way to it', async () => {
    await whileRunning('feedback-only', async () => {
      const visitor = await given('feedback-only');
      expect(await recordedOf(visitor)).toHaveLength(2);
      expect(await meetWay(visitor.post())).toBe('if-then-plan');
    });
  });

  it.each([
    ['without consent to research', { consent: 'none' }],
    ['with consent to the text without chance', { consent: 'plain' }],
    ['who does not mean to go', { strength: 4 }],
    ['with thoughts of self-harm', { items: [2, 2, 2, 2, 1, 1, 1, 0, 1] }],
    ['who left that question open', { items: [2, 2, 2, 2, 1, 1, 1, 0, 'declined'] }],
    ['with a severe total', { items: [3, 3, 3, 3, 3, 3, 2, 2, 0] }],
  ] as const)('nobody is assigned %s', async (_who, asked) => {
    await whileRunning('information-page', async () => {
      for (let n = 0; n < 3; n += 1) {
        const visitor = await atThePlan(test.db, asked as object);
        expect(await meetWay(visitor.post())).toBe('if-then-plan');
        expect(await recordedOf(visitor)).toEqual([]);
      }
    });
  });

  it('a withdrawn consent ends what comes of it, and its counts', async () => {
    await whileRunning('information-page', async (id) => {
      const visitor = await given('information-page');
      const { registration } = await get(id);
      const counted = async () => {
        const counts = await countTrial(test.db, registration, daysLater(visitor, 32).today);
        return counts.reduce((sum, { followed }) => sum + followed, 0);
      };
      const before = await counted();
      await setResearchConsent(visitor.post(), false);
      expect(await meetWay(visitor.post())).toBe('if-then-plan');
      expect(await counted()).toBe(before - 1);
    });
  });

  it('paused between the look at it and the assignment, it gives the plan and assigns nobody', async () => {
    await whileRunning('information-page', async (id) => {
      const visitor = await atThePlan(test.db);
      // Writing waits for this; what runs has been read by then.
      await test.owner.query('BEGIN');
      await test.owner.query('SELECT FROM subject.pathway_row WHERE pathway_id = $1 FOR UPDATE', [
        visitor.session.pathwayId,
      ]);
      const way = meetWay(visitor.post());
      await untilBlocked(test.owner);
      await pause((await two())[1], id);
      await test.owner.query('COMMIT');
      expect(await way).toBe('if-then-plan');
      expect(await recordedOf(visitor)).toEqual([]);
    });
  });

  it('nobody is in a second one', async () => {
    const first = await whileRunning('if-then-plan', async () => undefined);
    let visitor: Visit | null = null;
    await whileRunning('if-then-plan', async () => {
      visitor = await given('if-then-plan');
    });
    await whileRunning('information-page', async () => {
      expect(await meetWay((visitor as unknown as Visit).post())).toBe('if-then-plan');
      expect(await recordedOf(visitor as unknown as Visit)).toHaveLength(2);
    });
    expect(first).toBeDefined();
  });

  it('paused, it assigns nobody and shows nothing of itself', async () => {
    await whileRunning('information-page', async (id) => {
      const before = await given('information-page');
      await pause((await two())[1], id);
      expect(await meetWay(before.post())).toBe('if-then-plan');
      const after = await atThePlan(test.db);
      expect(await meetWay(after.post())).toBe('if-then-plan');
      expect(await recordedOf(after)).toEqual([]);
    });
  });
});
