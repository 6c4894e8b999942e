import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { countTrial } from '#lib/store/trials.ts';
import { setResearchConsent } from '#lib/usecases/visitor/check/set-research-consent.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf } from '../staff/people.ts';
import type { Visit } from '../visitor/visit.ts';
import { allTo, comparedOn } from './compared.ts';
import { atThePlan, daysLater, trialsOf } from './trials.ts';

const test = testDatabase();
const { get, move, running } = trialsOf(test.db);
const { two, whileRunning, given } = comparedOn(test);
const unasked = { why: null, needMet: null, strength: null, waitingNow: null };
const plan = { tier: 'face_to_face', when: '8-14', hasWhere: true, ownWords: false } as const;
const PLANNED_AND_NOT_GONE: readonly NewTransition[] = [
  {
    step: 'plan.made',
    origin: 'user',
    policyHash: null,
    payload: { ...plan, reminder: 'none' },
  },
  {
    step: 'checkin.answered',
    origin: 'user',
    policyHash: null,
    payload: { due: 30, went: 'not_yet', sought: [], ...unasked },
  },
];

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
    const ended = await whileRunning('if-then-plan', async (id) => {
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
    await whileRunning('if-then-plan', async (id) => {
      const { registration } = await get(id);
      const people = [];
      for (let n = 0; n < 5; n += 1) people.push(await given('if-then-plan'));
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
      const said = { id: ill.id, key: 'said', today: daysLater(harmed, 31).today };
      expect(await recordSteps(test.db, said, () => PLANNED_AND_NOT_GONE)).toMatchObject({
        kind: 'recorded',
      });
      const today = self.post().today;
      const at = async (days: number) => {
        const counts = await countTrial(test.db, registration, (today + days) as Day);
        const { shown: _shown, planned: _planned, booked: _booked, ...plan } = counts[0] ?? {};
        return plan;
      };
      const arm = { arm: 'if-then-plan', assigned: 4, harmed: 1 };
      const none = { followed: 0, heard: 0, attended: 0, told: 0, verified: 0 };
      expect(await at(20)).toEqual({ ...arm, ...none });
      // Day 1 is two dates, so 30 days are over with the end of the 31st.
      expect(await at(31)).toEqual({ ...arm, ...none });
      // Of who told of a visit after the end, and said nothing at it, it is not known when they went.
      const over = { followed: 4, heard: 3, attended: 2, told: 1, verified: 1 };
      expect(await at(32)).toEqual({ ...arm, ...over });
      await setResearchConsent(self.post(), false);
      expect(await at(32)).toEqual({
        ...arm,
        ...over,
        followed: 3,
        heard: 2,
        attended: 1,
        told: 0,
      });
    });
  });

  it('keeps assignments and what is compared out of what researchers take out', async () => {
    await whileRunning('if-then-plan', async () => {
      const visitor = await given('if-then-plan');
      await test.owner.query(`SELECT set_config('handrail.cutoff', '2100-01-01', false),
        set_config('handrail.study_key', repeat('ab', 128), false)`);
      const { rows } = await test.owner.query('SELECT DISTINCT step FROM pub.package_step');
      const steps = rows.map(({ step }) => step);
      expect(steps).toContain('tier.decided');
      expect(steps).not.toContain('experiment.assigned');
      expect(steps).not.toContain('bridge.shown');
      expect(visitor).toBeDefined();
    });
  });
});

it('the worker counts as web does', async () => {
  const [researcher, clinician] = await two();
  const id = await running(researcher, clinician, allTo('if-then-plan'));
  await given('if-then-plan');
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
