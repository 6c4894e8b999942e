import { isBefore } from '#lib/domain/roster/clock.ts';
import { type Hours, type LocalTime, nextStaffed } from '#lib/domain/roster/hours.ts';

/** Whether a guide is at work at some moment from now until a promised time: one that is reached at it does not count. */
export function keeps(hours: Hours, now: LocalTime): (promised: LocalTime) => boolean {
  const next = nextStaffed(hours, now);
  return (promised) => next !== null && isBefore(next, promised);
}
