import { dayFromIso } from '../basics/day.ts';
import type { Day, StaffId } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { isUuid } from '../basics/typed.ts';
import { readClock } from './clock.ts';
import { MIDNIGHT } from './hours.ts';
import { ROSTER_ROLES, type Shift } from './shift.ts';

export type NewShift = Omit<Shift, 'id'>;

/** What the form of a shift sends; several weekdays come as `1,3`. */
export type TypedShift = Readonly<
  Record<'person' | 'weekday' | 'from' | 'to' | 'first' | 'last' | 'onCall', string>
>;

export interface ShiftProblem {
  readonly field: keyof TypedShift;
  readonly code: 'person' | 'weekday' | 'clock' | 'empty' | 'date' | 'past' | 'order';
}

/** Further ahead than this no shift is planned: a typing mistake in a year. */
const FURTHEST_DAYS = 3 * 366;

/** The value of a person with a role in the form. */
export function personValue({ role, staffId }: Pick<Shift, 'role' | 'staffId'>): string {
  return `${role}.${staffId}`;
}

/** The shifts of a form, one or two for each weekday, or everything in it that is to mend. */
export function readShiftForm(
  typed: TypedShift,
  today: Day,
): Result<readonly NewShift[], readonly ShiftProblem[]> {
  const problems: ShiftProblem[] = [];
  const mend = (field: keyof TypedShift, code: ShiftProblem['code']) => {
    problems.push({ field, code });
    return null;
  };
  const person = readPerson(typed.person) ?? mend('person', 'person');
  const weekdays = readWeekdays(typed.weekday);
  if (weekdays.length === 0) mend('weekday', 'weekday');
  const from = readClock(typed.from) ?? mend('from', 'clock');
  const to = readClock(typed.to) ?? mend('to', 'clock');
  if (from !== null && from === to) mend('to', 'empty');
  const days = readDays(typed, today, mend);
  if (problems.length > 0 || person === null || from === null || to === null || days === null) {
    return err(problems);
  }
  const shared = { ...person, onCall: typed.onCall === 'yes' };
  return ok(weekdays.flatMap((weekday) => overMidnight({ ...shared, ...days, weekday, from, to })));
}

function readPerson(text: string): Pick<Shift, 'role' | 'staffId'> | null {
  const [name = '', id = ''] = text.split('.');
  const role = ROSTER_ROLES.find((known) => known === name);
  return role !== undefined && isUuid(id) ? { role, staffId: id as StaffId } : null;
}

function readWeekdays(text: string): readonly number[] {
  return [1, 2, 3, 4, 5, 6, 7].filter((weekday) => text.split(',').includes(String(weekday)));
}

function readDays(
  { first, last }: TypedShift,
  today: Day,
  mend: (field: 'first' | 'last', code: ShiftProblem['code']) => null,
): Pick<Shift, 'firstDay' | 'lastDay'> | null {
  const firstDay = dayFromIso(first.trim());
  const lastDay = last.trim() === '' ? null : dayFromIso(last.trim());
  if (firstDay === null || firstDay > today + FURTHEST_DAYS) return mend('first', 'date');
  // What was is not written anew: the promises of those days were given by what stood there.
  if (firstDay < today) return mend('first', 'past');
  if (last.trim() !== '' && lastDay === null) return mend('last', 'date');
  if (lastDay !== null && lastDay < firstDay) return mend('last', 'order');
  return { firstDay, lastDay };
}

/** A shift that ends on the day after it begins is kept as two, since each stands on one weekday. */
export function overMidnight(shift: NewShift): readonly NewShift[] {
  const { weekday, from, to, firstDay, lastDay } = shift;
  if (from < to) return [shift];
  const evening = from === MIDNIGHT ? [] : [{ ...shift, to: MIDNIGHT }];
  if (to === 0) return evening;
  const morning = {
    weekday: (weekday % 7) + 1,
    from: 0,
    to,
    firstDay: (firstDay + 1) as Day,
    lastDay: lastDay === null ? null : ((lastDay + 1) as Day),
  };
  return [...evening, { ...shift, ...morning }];
}
