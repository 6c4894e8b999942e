import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { answerCheckIn, type CheckInAnswer } from '#lib/usecases/visitor/plan/answer-check-in.ts';
import { keepPlan } from '#lib/usecases/visitor/plan/keep-plan.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';
import { testDatabase } from '../../support/database.ts';
import { visitWithResult } from './visit.ts';

const test = testDatabase();

/** A visitor with a plan, and their posts so many days later. */
async function planned() {
  const visitor = await visitWithResult(test.db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
  await chooseStep(visitor.post(), 'face_to_face');
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error(issued.error);
  const { today } = visitor.post();
  const post = (days: number, key?: string) => ({
    ...visitor.post(key, issued.value),
    today: (today + days) as Day,
  });
  const plan = {
    tier: 'face_to_face',
    service: null,
    day: (today + 1) as Day,
    minute: 600,
    first: 'call',
    feeling: 'nervous',
    answer: 'normal',
  } as const;
  expect((await keepPlan(post(0), plan, 'none')).ok).toBe(true);
  const steps = async () =>
    (
      await test.owner.query(
        `SELECT day, step, payload FROM subject.transition WHERE pathway_id = $1
         AND step IN ('checkin.answered', 'appointment.booked', 'attendance.recorded') ORDER BY seq`,
        [issued.value.pathwayId],
      )
    ).rows;
  return { post, steps };
}

const SAID: CheckInAnswer = {
  went: 'done',
  why: null,
  sought: ['family'],
  needMet: 3,
  strength: null,
  waitingNow: true,
  visit: 'booked',
};

describe('a check-in', () => {
  it('is due from the seventh day, and what is said of a visit is recorded beside it, once', async () => {
    const { post, steps } = await planned();
    const dueOn = async (days: number) => (await viewPlan(post(days)))?.checkInDue;
    expect([await dueOn(7), await dueOn(8)]).toEqual([false, true]);
    const replies = Array.from({ length: 4 }, () => answerCheckIn(post(8, 'one form'), SAID));
    expect(await Promise.all(replies)).toEqual(['kept', 'kept', 'kept', 'kept']);
    const { visit: _visit, ...payload } = SAID;
    expect(await steps()).toEqual([
      { day: 8, step: 'checkin.answered', payload: { ...payload, due: 7 } },
      { day: 8, step: 'appointment.booked', payload: { waitDays: null } },
    ]);
    expect((await viewPlan(post(8)))?.row).toMatchObject({
      bookedDay: 8,
      checkinDue: 7,
      went: 'done',
      attendedSelfDay: null,
    });
    expect([await dueOn(14), await dueOn(15)]).toEqual([false, true]);
  });

  it('keeps what the person says of a visit apart from what a clinic says', async () => {
    const { post } = await planned();
    expect(await answerCheckIn(post(20), { ...SAID, visit: 'been' })).toBe('kept');
    expect((await viewPlan(post(20)))?.row).toMatchObject({
      attendedSelfDay: 20,
      attendedCodeDay: null,
      checkinDue: 14,
    });
  });

  it('needs a plan', async () => {
    const visitor = await visitWithResult(test.db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect(await answerCheckIn(visitor.post(), SAID)).toBe('refused');
  });
});
