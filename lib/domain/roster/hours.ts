import type { Day } from '../basics/ids.ts';

/** A moment on the local clock of the service. */
export interface LocalTime {
  readonly day: Day;
  /** Minutes since midnight. */
  readonly minute: number;
}

export interface Span {
  /** Minutes since midnight on the local clock; `to` is at most 24:00. */
  readonly from: number;
  readonly to: number;
}

/** When somebody is there, day by day; the spans of a day may overlap and stand in any order. */
export type Hours = (day: Day) => readonly Span[];

export const MIDNIGHT = 24 * 60;

/** 1 = Monday, as in ISO 8601. Day 0, 1970-01-01, was a Thursday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Further ahead than this nothing is promised. */
export const LOOK_AHEAD_DAYS = 60;

/** Whether somebody is there now. */
export function isStaffed(hours: Hours, { day, minute }: LocalTime): boolean {
  return hours(day).some(({ from, to }) => from <= minute && minute < to);
}

/** When somebody is there next: now, where somebody is; null where nobody is for 60 days. */
export function nextStaffed(hours: Hours, now: LocalTime): LocalTime | null {
  if (isStaffed(hours, now)) return now;
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = (now.day + ahead) as Day;
    const starts = hours(day)
      .map(({ from }) => from)
      .filter((from) => ahead > 0 || from > now.minute);
    if (starts.length > 0) return { day, minute: Math.min(...starts) };
  }
  return null;
}

/** Until when somebody is there without a break; null where nobody is now, or nobody ever goes. */
export function staffedUntil(hours: Hours, now: LocalTime): LocalTime | null {
  if (!isStaffed(hours, now)) return null;
  let at = now;
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ) {
    const here = hours(at.day).filter(({ from, to }) => from <= at.minute && at.minute < to);
    if (here.length === 0) return at;
    const minute = Math.max(...here.map(({ to }) => to));
    if (minute < MIDNIGHT) {
      at = { day: at.day, minute };
      continue;
    }
    ahead++;
    const tomorrow = { day: (at.day + 1) as Day, minute: 0 };
    // A day that ends where nobody goes on is said as that day's 24:00, not as the day after.
    if (!isStaffed(hours, tomorrow)) return { day: at.day, minute: MIDNIGHT };
    at = tomorrow;
  }
  return null;
}
