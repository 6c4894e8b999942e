import { beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import { findService, insertService } from '#lib/store/services.ts';
import { chooseService } from '#lib/usecases/visitor/next/choose-service.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';
import { testDatabase } from '../../support/database.ts';
import { visit, visitWithResult } from './visit.ts';

const test = testDatabase();
const MILD = [1, 1, 1, 1, 1, 1, 0, 0, 0] as const;
const ID = 'example-street-clinic' as ServiceId;
const SLOT = { on: isoDate(20_785 as Day), at: '10:15' };

beforeAll(async () => {
  const service = await findService(test.db, ID);
  if (!service) throw new Error('no example');
  const { post } = await visit(test.db);
  const { now, today } = post();
  const slots = [{ on: isoDate(today), at: '23:00' }, SLOT];
  // Confirmed on the visitors' own day.
  const entry = { ...service, slots, assuredDate: isoDate(today) };
  await insertService(test.db, { service: entry, by: null, at: now });
});

async function stepsOf(id: string) {
  const { rows } = await test.owner.query(
    `SELECT step, payload FROM subject.transition
     WHERE pathway_id = $1 AND step IN ('referral.chosen', 'tier.decided') ORDER BY seq`,
    [id],
  );
  return rows;
}

describe('choosing a service', () => {
  it('is recorded with the way of meeting, decides on a first visit, and begins the plan with its time', async () => {
    const { post, session } = await visitWithResult(test.db, MILD);
    const choice = { id: ID, mode: 'in_person', slot: `${SLOT.on}T${SLOT.at}` } as const;
    const chosen = await chooseService(post('a'), choice);
    const again = await chooseService(post('a'), choice);
    expect(again).toEqual(chosen);
    if (!chosen.ok) throw new Error(chosen.error);
    expect(chosen.value.plan).toEqual({
      tier: 'face_to_face',
      service: ID,
      day: 20_785,
      minute: 615,
    });
    expect(await stepsOf(session.pathwayId)).toEqual([
      { step: 'referral.chosen', payload: { serviceId: ID, mode: 'in_person' } },
      {
        step: 'tier.decided',
        payload: { tier: 'face_to_face', decision: 'stepped_up', askAgainDays: null },
      },
    ]);
    // The time is in no step. Ids and hashes are random, so that any number can stand in them.
    const { rows } = await test.owner.query(
      'SELECT concat(step, day, payload) AS row FROM subject.transition t WHERE pathway_id = $1',
      [session.pathwayId],
    );
    expect(rows.map(({ row }) => row).join()).not.toMatch(/10:15|615|20785/);
    expect((await viewPlan(post()))?.service?.id).toBe(ID);
  });

  it('asks nothing twice of who has decided on a first visit, and keeps what else the session holds', async () => {
    const { post, session } = await visitWithResult(test.db, MILD);
    await chooseStep(post(), 'face_to_face');
    const issued = await issueCode(post());
    if (!issued.ok) throw new Error(issued.error);
    const ctx = post('b', issued.value);
    const chosen = await chooseService(ctx, { id: ID, mode: 'phone', slot: null });
    expect(chosen).toEqual({ ok: true, value: issued.value });
    expect((await stepsOf(session.pathwayId)).map(({ step }) => step)).toEqual([
      'tier.decided',
      'referral.chosen',
    ]);
  });

  it.each([
    ['a way that it does not offer', { id: ID, mode: 'online', slot: null }],
    ['a time that is over', { id: ID, mode: 'phone', slot: '2026-11-23T23:00' }],
    ['a time that it never had', { id: ID, mode: 'phone', slot: `${SLOT.on}T10:16` }],
    ['a place that is not there', { id: 'no-such-place' as ServiceId, mode: 'phone', slot: null }],
  ] as const)('refuses %s and records nothing', async (_what, choice) => {
    const { post, session } = await visitWithResult(test.db, MILD);
    expect(await chooseService(post(), choice)).toEqual({ ok: false, error: 'unknown' });
    expect(await stepsOf(session.pathwayId)).toEqual([]);
  });

  it('waits for a result', async () => {
    const { post, session } = await visit(test.db);
    const choice = { id: ID, mode: 'phone', slot: null } as const;
    expect(await chooseService(post(), choice)).toEqual({ ok: false, error: 'refused' });
    expect(await stepsOf(session.pathwayId)).toEqual([]);
  });
});
