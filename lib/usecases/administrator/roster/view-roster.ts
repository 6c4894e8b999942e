import type { Day, StaffId } from '#lib/domain/basics/ids.ts';
import type { DayOff } from '#lib/domain/roster/days-off.ts';
import type { Hours, LocalTime, Span } from '#lib/domain/roster/hours.ts';
import {
  hoursOf,
  ROSTER_ROLES,
  type RosterRole,
  type Shift,
  shiftsOn,
} from '#lib/domain/roster/shift.ts';
import { gapsOf, weekOf } from '#lib/domain/roster/week.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { listClosedDays, listEveryShift, readPauses } from '#lib/store/roster.ts';
import { listStaff, type Staff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { type GroupHours, groupHours } from '#lib/usecases/group-hours.ts';
import { promiseNow } from '#lib/usecases/guidance-promise.ts';
import { listStranded } from '#lib/usecases/kept-promises.ts';

/** A shift with whose it is. */
export interface NamedShift extends Shift {
  readonly name: string;
  /** The person is active and still holds the role. */
  readonly counts: boolean;
}

export interface DayOnRoster {
  readonly day: Day;
  readonly shifts: readonly NamedShift[];
  /** When nobody is there between the first and the last. */
  readonly gaps: readonly Span[];
  /** The name of a day off, which may be empty; null: it is none. */
  readonly off: string | null;
  readonly staffed: boolean;
}

export interface RoleOnRoster {
  readonly role: RosterRole;
  readonly week: readonly DayOnRoster[];
  readonly shifts: readonly NamedShift[];
  readonly daysOff: readonly DayOff[];
  /** Hold the role and have no shift. */
  readonly without: readonly string[];
  /** Have shifts that do not count: disabled, or without the role. */
  readonly notCounting: readonly string[];
}

export interface Roster {
  readonly roles: readonly RoleOnRoster[];
  /** When a message written now is answered. */
  readonly promise: LocalTime | null;
  readonly group: GroupHours;
  readonly paused: { readonly guidance: LocalTime | null; readonly group: LocalTime | null };
  /** Promises were given before whose time no guide is at work any more. */
  readonly stranded: number;
}

/** Further away than this no week is drawn. */
const WEEKS = 52;

/** The roster with the week that is so many weeks ahead. */
export async function viewRoster(ctx: StaffContext<'roster:edit'>, ahead: number): Promise<Roster> {
  const { db, today, now, config } = ctx;
  const [shifts, staff, promise, group, stranded, pauses] = await Promise.all([
    listEveryShift(db, today),
    listStaff(db),
    promiseNow(ctx),
    groupHours(ctx),
    listStranded(db, ctx),
    readPauses(db, now),
  ]);
  const people = new Map(staff.map((person) => [person.id, person]));
  const week = weekOf((today + 7 * Math.min(ahead, WEEKS)) as Day);
  const roles = await Promise.all(
    ROSTER_ROLES.map(async (role) => {
      const daysOff = await listClosedDays(db, role, today);
      const own = shifts.filter((shift) => shift.role === role).map((s) => named(s, people));
      return {
        role,
        week: weekWith(own, daysOff, week),
        shifts: own,
        daysOff,
        ...peopleOf(role, own, staff),
      };
    }),
  );
  const until = (part: 'guidance' | 'group') => {
    const at = pauses.get(part);
    return at === undefined ? null : localTime(at, config.timeZone);
  };
  const paused = { guidance: until('guidance'), group: until('group') };
  return { roles, promise, group, paused, stranded: stranded.length };
}

function named(shift: Shift, people: ReadonlyMap<StaffId, Staff>): NamedShift {
  const person = people.get(shift.staffId);
  const counts = person !== undefined && holds(person, shift.role);
  return { ...shift, name: person?.name ?? '', counts };
}

const holds = (person: Staff, role: RosterRole) => !person.disabled && person.roles.includes(role);

function weekWith(
  shifts: readonly NamedShift[],
  daysOff: readonly DayOff[],
  week: readonly Day[],
): readonly DayOnRoster[] {
  const counting = shifts.filter(({ counts }) => counts);
  const hours: Hours = hoursOf(counting, new Set(daysOff.map(({ day }) => day)));
  return week.map((day) => ({
    day,
    shifts: shiftsOn(counting, day) as readonly NamedShift[],
    gaps: gapsOf(hours, day),
    off: daysOff.find((off) => off.day === day)?.name ?? null,
    staffed: hours(day).length > 0,
  }));
}

function peopleOf(role: RosterRole, shifts: readonly NamedShift[], staff: readonly Staff[]) {
  const there = new Set(shifts.map(({ staffId }) => staffId));
  const without = staff.filter((p) => holds(p, role) && !there.has(p.id)).map(({ name }) => name);
  const others = shifts.filter(({ counts }) => !counts).map(({ name }) => name);
  return { without, notCounting: [...new Set(others)] };
}
