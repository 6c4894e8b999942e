import type { ServiceId } from '#lib/domain/basics/ids.ts';
import type { PayloadOf, Transition } from './transition.ts';

/** While somebody waits they are asked weekly, where they look (product.md G3). */
const WEEK = 7;

type WaitDays = PayloadOf<'appointment.booked'>['waitDays'];

/** Somebody has a place in view and has not been there. */
export interface Waiting {
  /** Day of the pathway on which the wait began. */
  readonly since: number;
  /** The chosen service, where one was. */
  readonly service: ServiceId | null;
  /** An appointment is said to be booked, and stands. */
  readonly booked: boolean;
  /** How far away it was said to be. */
  readonly waitDays: WaitDays;
  /** The day on which something was last said of it. */
  readonly saidDay: number;
}

/** Whether somebody waits now; null where they do not. */
export function waitingOf(transitions: readonly Transition[]): Waiting | null {
  const undone = transitions.filter((one, at) => !isTakenBack(transitions, one, at));
  return undone.reduce(afterStep, null);
}

/** True where a week has gone by since something was said of the wait. */
export function isWeekOver({ saidDay }: Waiting, day: number): boolean {
  return day >= saidDay + WEEK;
}

/** A visit that was recorded by mistake ended no wait. */
function isTakenBack(transitions: readonly Transition[], one: Transition, at: number): boolean {
  if (one.step !== 'attendance.recorded') return false;
  if (!one.payload.attended) return true;
  const next = transitions
    .slice(at + 1)
    .find(
      (later) =>
        later.step === 'attendance.recorded' && later.payload.evidence === one.payload.evidence,
    );
  return next?.step === 'attendance.recorded' && !next.payload.attended;
}

function afterStep(now: Waiting | null, one: Transition): Waiting | null {
  const { day } = one;
  const begun = now ?? { since: day, service: null, booked: false, waitDays: null };
  switch (one.step) {
    case 'referral.chosen': {
      const service = one.payload.serviceId as ServiceId;
      if (now?.service === service) return now;
      return { since: day, service, booked: false, waitDays: null, saidDay: day };
    }
    case 'appointment.booked':
      return { ...begun, booked: true, waitDays: one.payload.waitDays, saidDay: day };
    case 'checkin.answered':
      return afterCheckIn(now, one.payload, day);
    case 'appointment.cancelled':
    case 'attendance.recorded':
      return null;
    case 'tier.decided':
      return one.payload.decision === 'declined' && now?.booked !== true ? null : now;
    default:
      return now;
  }
}

/** A date that stands is waited for, whatever else was said. */
function afterCheckIn(
  now: Waiting | null,
  { waitingNow, went }: PayloadOf<'checkin.answered'>,
  day: number,
): Waiting | null {
  if (now === null || now.booked) return now && { ...now, saidDay: day };
  return waitingNow === false || went === 'changed' ? null : { ...now, saidDay: day };
}
