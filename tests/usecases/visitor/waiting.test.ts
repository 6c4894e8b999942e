import { beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import type { PlanDraft } from '#lib/domain/plan/plan.ts';
import { findService, insertService } from '#lib/store/services.ts';
import { chooseService } from '#lib/usecases/visitor/next/choose-service.ts';
import { answerWaiting, type WaitingAnswer } from '#lib/usecases/visitor/place/answer-waiting.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { viewWaiting } from '#lib/usecases/visitor/place/view-waiting.ts';
import { answerCheckIn, type CheckInAnswer } from '#lib/usecases/visitor/plan/answer-check-in.ts';
import { keepPlan } from '#lib/usecases/visitor/plan/keep-plan.ts';
import { testDatabase } from '../../support/database.ts';
import { visit, visitWithResult } from './visit.ts';

const test = testDatabase();
const id = (name: string) => name as ServiceId;
const FAR = id('far');

beforeAll(async () => {
  const service = await findService(test.db, id('example-street-clinic'));
  if (!service) throw new Error('no example');
  const { now, today } = (await visit(test.db)).post();
  await test.owner.query('DELETE FROM ops.service');
  const waits = { far: 60, near: 20, 'walk-in': 0 };
  for (const [name, waitDays] of Object.entries(waits)) {
    // Nobody is sent away from a wait to a place where they need not wait.
    const country = name === 'walk-in' ? 'NZ' : service.country;
    const entry = { ...service, id: id(name), waitDays, country, assuredDate: isoDate(today) };
    await insertService(test.db, { service: entry, by: null, at: now });
  }
});

/** Somebody who chose a place, and their posts so many days later. */
async function chosen(service: ServiceId = FAR) {
  const visitor = await visitWithResult(test.db, [2, 2, 2, 2, 1, 1, 1, 1, 0]);
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error(issued.error);
  const { today } = visitor.post();
  const post = (days: number, key?: string) => ({
    ...visitor.post(key, issued.value),
    today: (today + days) as Day,
  });
  expect((await chooseService(post(0), { id: service, mode: null, slot: null })).ok).toBe(true);
  const steps = async () =>
    (
      await test.owner.query(
        `SELECT step, payload FROM subject.transition WHERE pathway_id = $1 AND step IN
         ('checkin.answered', 'appointment.booked', 'appointment.cancelled', 'attendance.recorded')
         ORDER BY seq`,
        [issued.value.pathwayId],
      )
    ).rows.map(({ step, payload }) => [step, payload]);
  return { post, steps };
}

const say = (word: WaitingAnswer['word'], waitDays: WaitingAnswer['waitDays'] = null) => ({
  word,
  waitDays,
});

const CHECK_IN: Omit<CheckInAnswer, 'visit'> = {
  went: 'done',
  why: null,
  sought: [],
  needMet: null,
  strength: null,
  waitingNow: true,
};

const planOn = (day: number): PlanDraft => ({
  tier: 'face_to_face',
  service: FAR,
  day: day as Day,
  minute: 600,
  first: 'call',
  feeling: 'nervous',
  answer: 'normal',
});

describe('a wait', () => {
  it('beyond the limit names the place where it is sooner, from the first day', async () => {
    const { post } = await chosen();
    expect(await viewWaiting(post(0))).toMatchObject({
      waiting: { service: FAR, booked: false },
      long: true,
      sooner: { id: 'near' },
    });
  });

  it('within the limit names none until it has lasted longer than that', async () => {
    const { post } = await chosen(id('near'));
    expect(await viewWaiting(post(43))).toMatchObject({ long: false, sooner: null });
    expect(await viewWaiting(post(44))).toMatchObject({ long: true, sooner: null });
  });

  it('is none where nobody has to wait, until a date is booked', async () => {
    const { post } = await chosen(id('walk-in'));
    expect((await viewWaiting(post(1)))?.waiting).toBeNull();
    expect(await answerWaiting(post(1), say('booked', '85+'))).toBe('kept');
    expect(await viewWaiting(post(1))).toMatchObject({ waiting: { booked: true }, long: true });
  });

  it('is asked about once a week after the first check-in of a plan, whose word stands', async () => {
    const { post, steps } = await chosen();
    const due = async (days: number) => (await viewWaiting(post(days)))?.askDue;
    expect(await due(20)).toBe(false);
    expect((await keepPlan(post(1), planOn(post(2).today), 'none')).ok).toBe(true);
    // Nothing was said of the plan yet that could stand.
    expect(await answerWaiting(post(3), say('still'))).toBe('kept');
    expect(await steps()).toEqual([]);
    expect(await answerCheckIn(post(16), { ...CHECK_IN, visit: null })).toBe('kept');
    expect([await due(22), await due(23)]).toEqual([false, true]);
    const posts = [1, 2, 3].map(() => answerWaiting(post(23, 'one form'), say('still')));
    expect(await Promise.all(posts)).toEqual(['kept', 'kept', 'kept']);
    expect(await steps()).toEqual([
      ['checkin.answered', { ...CHECK_IN, due: 14 }],
      ['checkin.answered', { ...CHECK_IN, due: 14 }],
    ]);
    expect([await due(29), await due(30)]).toEqual([false, true]);
  });
});

describe('a date', () => {
  it('ends only where it stands, whoever ended it, and a moved one stands again', async () => {
    const { post, steps } = await chosen();
    for (const word of ['moved', 'service', 'self'] as const) {
      expect(await answerWaiting(post(2), say(word))).toBe('refused');
    }
    expect(await answerWaiting(post(2), say('booked', '15-28'))).toBe('kept');
    expect(await answerWaiting(post(3), say('moved', '29-84'))).toBe('kept');
    expect((await viewWaiting(post(3)))?.waiting).toMatchObject({
      ...{ booked: true, waitDays: '29-84' },
    });
    // Two windows at once: the date ends once.
    const ends = ['service', 'self'] as const;
    const told = await Promise.all(ends.map((word) => answerWaiting(post(4), say(word))));
    expect(told.toSorted()).toEqual(['kept', 'refused']);
    expect((await viewWaiting(post(4)))?.waiting).toBeNull();
    expect((await steps()).map(([step]) => step)).toEqual([
      ...['appointment.booked', 'appointment.cancelled', 'appointment.booked'],
      'appointment.cancelled',
    ]);
    expect((await steps())[1]).toEqual(['appointment.cancelled', { reason: 'moved' }]);
  });

  it('can end in a check-in too, which is kept where it does not', async () => {
    const { post, steps } = await chosen();
    expect((await keepPlan(post(0), planOn(post(1).today), 'none')).ok).toBe(true);
    const names = async () => (await steps()).map(([step]) => step);
    expect(await answerCheckIn(post(8), { ...CHECK_IN, visit: 'service' })).toBe('kept');
    expect(await names()).toEqual(['checkin.answered']);
    expect(await answerCheckIn(post(9), { ...CHECK_IN, visit: 'booked' })).toBe('kept');
    expect(await answerCheckIn(post(10), { ...CHECK_IN, visit: 'service' })).toBe('kept');
    expect((await names()).slice(-2)).toEqual(['checkin.answered', 'appointment.cancelled']);
  });

  it('ends with the visit, as the person says, apart from what a clinic says', async () => {
    const { post, steps } = await chosen();
    expect(await answerWaiting(post(9), say('been'))).toBe('kept');
    expect(await steps()).toEqual([
      ['attendance.recorded', { attended: true, evidence: 'self_report', mode: null }],
    ]);
    expect(await viewWaiting(post(9))).toMatchObject({
      ...{ waiting: null, row: { attendedSelfDay: 9, attendedCodeDay: null } },
    });
  });

  it('of somebody who deleted everything is gone', async () => {
    const { post } = await chosen();
    await eraseEverything(post(1));
    expect(await viewWaiting(post(1))).toBeNull();
    expect(await answerWaiting(post(1), say('booked'))).toBe('gone');
  });
});
