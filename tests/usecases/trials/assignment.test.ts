import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { countTrial } from '#lib/store/trials.ts';
import { mayCompare } from '#lib/usecases/visitor/check/may-compare.ts';
import { setResearchConsent } from '#lib/usecases/visitor/check/set-research-consent.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { meetWay } from '#lib/usecases/visitor/plan/meet-way.ts';
import { showInformation } from '#lib/usecases/visitor/plan/show-information.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, type TestPerson } from '../staff/people.ts';
import type { Visit } from '../visitor/visit.ts';
import { atThePlan, daysLater, trialsOf } from './trials.ts';

const test = testDatabase();
const { running, move, pause, get } = trialsOf(test.db);

let researcher: TestPerson;
let clinician: TestPerson;
beforeEach(async () => {
  researcher ??= await hire(test.db, ['researcher']);
  clinician ??= await hire(test.db, ['clinician']);
});

const all = (way: string) => ({
  arms: (['if-then-plan', 'information-page', 'feedback-only'] as const).map((id) => ({
    way: id,
    version: 1,
    share: id === way ? 98 : 1,
  })),
});

async function trialOf(visitor: Visit) {
  const { rows } = await test.owner.query(
    `SELECT step, origin, payload FROM subject.transition
     WHERE pathway_id = $1 AND step IN ('experiment.assigned', 'bridge.shown') ORDER BY seq`,
    [visitor.session.pathwayId],
  );
  return rows;
}

/** Runs while `act` does, and is over afterwards. */
async function while_(way: string, act: (id: string) => Promise<void>): Promise<string> {
  const id = await running(researcher, clinician, all(way));
  await act(id);
  expect((await move(researcher, id, 'closed')).ok).toBe(true);
  return id;
}

/** Until chance gives this way, with shares of 98 to 1 to 1. */
async function givenWay(way: string, asked = {}): Promise<Visit> {
  for (let n = 0; n < 20; n += 1) {
    const visitor = await atThePlan(test.db, asked);
    const way_ = await meetWay(visitor.post());
    if (way_ === way) return visitor;
  }
  throw new Error(`nobody was given ${way}`);
}

describe('without a comparison that runs', () => {
  it('the plan comes, nothing is written, and the research text says nothing of chance', async () => {
    const visitor = await atThePlan(test.db);
    expect(await mayCompare(visitor.post())).toBe(false);
    expect(await meetWay(visitor.post())).toBe('if-then-plan');
    expect(await trialOf(visitor)).toEqual([]);
    expect(await showInformation(visitor.post())).toBe(false);
  });
});

describe('while one runs', () => {
  it('the arm is recorded before what is shown, once, with its chance', async () => {
    await while_('if-then-plan', async (id) => {
      const visitor = await givenWay('if-then-plan');
      const { code } = (await get(id)).registration;
      const assigned = { experiment: code, arm: 'if-then-plan', probability: 0.98 };
      const shown = { bridge: 'if-then-plan', version: 1, dimension: null, barrier: null };
      const steps = [
        { step: 'experiment.assigned', origin: 'system', payload: assigned },
        { step: 'bridge.shown', origin: 'system', payload: shown },
      ];
      expect(await trialOf(visitor)).toEqual(steps);
      await Promise.all(Array.from({ length: 5 }, () => meetWay(visitor.post())));
      expect(await trialOf(visitor)).toEqual(steps);
    });
  });

  it('ten looks at once assign once', async () => {
    await while_('feedback-only', async () => {
      const visitor = await atThePlan(test.db);
      await Promise.all(Array.from({ length: 10 }, () => meetWay(visitor.post())));
      const steps = await trialOf(visitor);
      expect(steps.filter(({ step }) => step === 'experiment.assigned')).toHaveLength(1);
      expect(steps.length).toBeLessThanOrEqual(2);
    });
  });

  it('the information page comes until it was seen, then the plan; nobody else sees it', async () => {
    await while_('information-page', async () => {
      const visitor = await givenWay('information-page');
      expect(await trialOf(visitor)).toHaveLength(1);
      expect(await meetWay(visitor.post())).toBe('information-page');
      expect(await showInformation(visitor.post())).toBe(true);
      expect((await trialOf(visitor)).map(({ payload }) => payload.bridge)).toEqual([
        undefined,
        'information-page',
      ]);
      expect(await meetWay(visitor.post())).toBe('if-then-plan');
      expect(await showInformation(visitor.post())).toBe(true);
      expect(await trialOf(visitor)).toHaveLength(2);
      const other = await atThePlan(test.db, { consent: 'none' });
      expect(await showInformation(other.post())).toBe(false);
    });
  });

  it('feedback alone leads past the plan once, and the plan is there on the next way to it', async () => {
    await while_('feedback-only', async () => {
      const visitor = await givenWay('feedback-only');
      expect(await trialOf(visitor)).toHaveLength(2);
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
    await while_('information-page', async () => {
      for (let n = 0; n < 3; n += 1) {
        const visitor = await atThePlan(test.db, asked as object);
        expect(await meetWay(visitor.post())).toBe('if-then-plan');
        expect(await trialOf(visitor)).toEqual([]);
      }
    });
  });

  it('a withdrawn consent ends what comes of it, and its counts', async () => {
    await while_('information-page', async (id) => {
      const visitor = await givenWay('information-page');
      const { registration } = await get(id);
      const agreed = async () =>
        (await countTrial(test.db, registration, visitor.post().today)).reduce(
          (sum, arm) => sum + arm.agreed,
          0,
        );
      const before = await agreed();
      await setResearchConsent(visitor.post(), false);
      expect(await meetWay(visitor.post())).toBe('if-then-plan');
      expect(await agreed()).toBe(before - 1);
    });
  });

  it('nobody is in a second one', async () => {
    const first = await while_('if-then-plan', async () => undefined);
    let visitor: Visit | null = null;
    await while_('if-then-plan', async () => {
      visitor = await givenWay('if-then-plan');
    });
    await while_('information-page', async () => {
      expect(await meetWay((visitor as unknown as Visit).post())).toBe('if-then-plan');
      expect(await trialOf(visitor as unknown as Visit)).toHaveLength(2);
    });
    expect(first).toBeDefined();
  });

  it('paused, it assigns nobody and shows nothing of itself', async () => {
    await while_('information-page', async (id) => {
      const before = await givenWay('information-page');
      await pause(clinician, id);
      expect(await meetWay(before.post())).toBe('if-then-plan');
      const after = await atThePlan(test.db);
      expect(await meetWay(after.post())).toBe('if-then-plan');
      expect(await trialOf(after)).toEqual([]);
    });
  });
});

describe('what the database holds by itself', () => {
  it('refuses an assignment outside of a running comparison, and under the crisis floor', async () => {
    const crisis = await atThePlan(test.db, { items: [2, 2, 2, 2, 1, 1, 1, 0, 1] });
    const insert = (visitor: Visit, code: string) =>
      test.owner.query(
        `INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)
         VALUES ($1, 99, 1, 'experiment.assigned', 'system', jsonb_build_object('experiment', $2::text,
           'arm', 'if-then-plan', 'probability', 0.5), 1)`,
        [visitor.session.pathwayId, code],
      );
    const ended = await while_('if-then-plan', async (id) => {
      const { code } = (await get(id)).registration;
      await expect(insert(crisis, code)).rejects.toThrow('crisis floor');
      const fits = await atThePlan(test.db);
      await expect(insert(fits, 'no-such')).rejects.toThrow('no such comparison');
      await insert(fits, code);
      await expect(insert(fits, code)).rejects.toThrow();
    });
    const late = await atThePlan(test.db);
    const { code } = (await get(ended)).registration;
    await expect(insert(late, code)).rejects.toThrow('no such comparison');
  });

  it('counts who went in closed windows, by evidence, and harm of everybody', async () => {
    const went = async (visitor: Visit, day: number, evidence: 'code' | 'self_report') => {
      const ctx = daysLater(visitor, day);
      const at = { id: visitor.session.pathwayId, key: `${day} ${evidence}`, today: ctx.today };
      await recordSteps(test.db, at, () => [
        {
          step: 'attendance.recorded',
          origin: evidence === 'code' ? 'staff' : 'user',
          policyHash: null,
          payload: { attended: true, evidence, mode: null },
        },
      ]);
    };
    await while_('if-then-plan', async (id) => {
      const { registration } = await get(id);
      const people = [];
      for (let n = 0; n < 5; n += 1) people.push(await givenWay('if-then-plan'));
      const [self, code, late, harmed, erased] = people as [Visit, Visit, Visit, Visit, Visit];
      await went(self, 10, 'self_report');
      await went(code, 31, 'code');
      await went(late, 40, 'code');
      const ill = { id: harmed.session.pathwayId, key: 'harm', today: daysLater(harmed, 5).today };
      await recordSteps(test.db, ill, () => [
        {
          step: 'safety.shown',
          origin: 'system',
          policyHash: null,
          payload: { trigger: 'request' },
        },
      ]);
      await eraseEverything(erased.post());
      const today = self.post().today;
      const at = async (days: number) => {
        const counts = await countTrial(test.db, registration, (today + days) as Day);
        const { shown: _shown, planned: _planned, booked: _booked, ...plan } = counts[0] ?? {};
        return plan;
      };
      const arm = { arm: 'if-then-plan', assigned: 4, agreed: 4, harmed: 1 };
      expect(await at(20)).toEqual({ ...arm, followed: 0, attended: 0, verified: 0 });
      // Day 1 is two dates, so 30 days are over on the 31st.
      expect(await at(31)).toEqual({ ...arm, followed: 4, attended: 2, verified: 1 });
      await setResearchConsent(self.post(), false);
      expect(await at(31)).toEqual({ ...arm, agreed: 3, followed: 3, attended: 1, verified: 1 });
    });
  });

  it('keeps assignments and what is compared out of what researchers take out', async () => {
    await while_('if-then-plan', async () => {
      const visitor = await givenWay('if-then-plan');
      const { rows } = await test.owner.query('SELECT DISTINCT step FROM pub.transition_research');
      const steps = rows.map(({ step }) => step);
      expect(steps).toContain('tier.decided');
      expect(steps).not.toContain('experiment.assigned');
      expect(steps).not.toContain('bridge.shown');
      expect(visitor).toBeDefined();
    });
  });
});

it('the worker counts as web does', async () => {
  const id = await running(researcher, clinician, all('if-then-plan'));
  await givenWay('if-then-plan');
  const { registration } = await get(id);
  const { today } = contextOf(test.db);
  const [web, worker] = await Promise.all([
    countTrial(test.db, registration, today),
    countTrial(test.worker, registration, today),
  ]);
  expect(worker).toEqual(web);
  expect(web.reduce((sum, { assigned }) => sum + assigned, 0)).toBeGreaterThan(0);
  await move(researcher, id, 'closed');
});
