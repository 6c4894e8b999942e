import type { Day } from '#lib/domain/basics/ids.ts';
import type { Span } from '#lib/domain/roster/hours.ts';
import type { RosterRole, Shift } from '#lib/domain/roster/shift.ts';

export interface NamedShift extends Shift {
  readonly name: string;
  readonly counts: boolean;
}

export interface DayOnRoster {
  readonly day: Day;
  readonly shifts: readonly NamedShift[];
  readonly gaps: readonly Span[];
  /** The name of a day off, which may be empty; null: it is none. */
  readonly off: string | null;
  readonly staffed: boolean;
}

export interface RoleOnRoster {
  readonly role: RosterRole;
  readonly week: readonly DayOnRoster[];
  readonly shifts: readonly NamedShift[];
  readonly without: readonly string[];
  readonly notCounting: readonly string[];
}
