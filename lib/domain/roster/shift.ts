import type { Role } from '../access/role.ts';
import type { Day, StaffId } from '../basics/ids.ts';
import { type Hours, type Span, weekdayOf } from './hours.ts';

/** Who is put on the roster: nobody waits for the others. */
export const ROSTER_ROLES = ['guide', 'moderator'] as const satisfies readonly Role[];
export type RosterRole = (typeof ROSTER_ROLES)[number];

/** The same hours on one weekday, week by week, from a first day on. */
export interface Shift extends Span {
  readonly id: string;
  readonly role: RosterRole;
  readonly staffId: StaffId;
  /** 1 = Monday, as in ISO 8601. */
  readonly weekday: number;
  readonly firstDay: Day;
  /** The last day that counts; null: until somebody ends it. */
  readonly lastDay: Day | null;
  /** Can be called by whoever ends a shift; opens nothing and promises nothing. */
  readonly onCall: boolean;
}

/** The hours in which somebody of a role is at work, on-call shifts left out. */
export function hoursOf(shifts: readonly Shift[], closedDays: ReadonlySet<Day>): Hours {
  const working = shifts.filter(({ onCall }) => !onCall);
  return (day) => (closedDays.has(day) ? [] : shiftsOn(working, day));
}

/** The shifts that fall on a day. */
export function shiftsOn(shifts: readonly Shift[], day: Day): readonly Shift[] {
  return shifts.filter(
    ({ weekday, firstDay, lastDay }) =>
      weekday === weekdayOf(day) && firstDay <= day && (lastDay === null || day <= lastDay),
  );
}
