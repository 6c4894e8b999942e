import type { Day } from '../basics/ids.ts';
import {
  type Hours,
  isStaffed,
  type LocalTime,
  nextStaffed,
  staffedUntil,
} from '../roster/hours.ts';

/** A group without anybody at work within so many days is closed: nobody would be there to read. */
const GROUP_DAYS = 7;

/** Whether a moderator is on the roster of the next days; null: the role has no shift at all. */
export function isRostered(hours: Hours | null, today: Day): boolean {
  const days = Array.from({ length: GROUP_DAYS }, (_, ahead) => (today + ahead) as Day);
  return hours !== null && days.some((day) => hours(day).length > 0);
}

/**
 * Why nothing can be written now. `roster` and `paused` close the group; with the others it can be read: `away`
 * between two shifts, `stalled` where nothing was decided for 12 hours, `unattended` where a shift was handed to nobody.
 */
export type Shut = 'roster' | 'paused' | 'away' | 'stalled' | 'unattended';

export interface Door {
  readonly why: Shut | null;
  /** Whether posts can be read at all. */
  readonly reads: boolean;
  /** While moderators are here: until when; null where nobody is, or they never go. */
  readonly until: LocalTime | null;
  /** When moderators are here next; null where nobody knows. */
  readonly next: LocalTime | null;
}

export interface Facts {
  readonly hours: Hours | null;
  readonly now: LocalTime;
  readonly paused: boolean;
  readonly stalled: boolean;
  readonly unattended: boolean;
}

export function doorOf({ hours, now, paused, stalled, unattended }: Facts): Door {
  const times = {
    until: hours && staffedUntil(hours, now),
    next: hours && nextStaffed(hours, now),
  };
  if (paused) return { ...times, why: 'paused', reads: false };
  if (hours === null || !isRostered(hours, now.day))
    return { ...times, why: 'roster', reads: false };
  if (stalled) return { ...times, why: 'stalled', reads: true };
  if (unattended) return { ...times, why: 'unattended', reads: true };
  return { ...times, why: isStaffed(hours, now) ? null : 'away', reads: true };
}

/**
 * From when on somebody new can write: the second day after their first visit, which is at least 24 hours whatever
 * the hour of it. Whoever comes back under a new code to trouble others waits as well.
 */
export function writesFrom(start: Day): Day {
  return (start + 2) as Day;
}

/** How long posting stays ended, if nobody takes that back. */
export const BAN_DAYS = 364;
