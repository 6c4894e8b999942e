import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Day, StaffId } from '#lib/domain/basics/ids.ts';
import { isBefore, readClock, writeClock } from '#lib/domain/roster/clock.ts';
import {
  type Hours,
  isStaffed,
  LOOK_AHEAD_DAYS,
  type LocalTime,
  MIDNIGHT,
  nextStaffed,
  staffedUntil,
  weekdayOf,
} from '#lib/domain/roster/hours.ts';
import { hoursOf, type Shift, shiftsOn } from '#lib/domain/roster/shift.ts';
import { gapsOf, mergeSpans, weekOf } from '#lib/domain/roster/week.ts';

const MONDAY = 20_780 as Day; // 2026-11-23
const shift = (of: Partial<Shift>): Shift => ({
  id: 'x',
  role: 'guide',
  staffId: 'ana' as StaffId,
  weekday: 1,
  from: 540,
  to: 1020,
  firstDay: 0 as Day,
  lastDay: null,
  onCall: false,
  ...of,
});
const at = (ahead: number, minute: number): LocalTime => ({ day: (MONDAY + ahead) as Day, minute });

/** Shifts in a fortnight round the Monday, on any minute, some on call, some that end. */
const anyShift = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    ends: fc.uniqueArray(fc.integer({ min: 0, max: MIDNIGHT }), { minLength: 2, maxLength: 2 }),
    first: fc.integer({ min: -7, max: 14 }),
    length: fc.option(fc.nat(20)),
    onCall: fc.boolean(),
  })
  .map(({ weekday, ends, first, length, onCall }) => {
    const firstDay = (MONDAY + first) as Day;
    const lastDay = length === null ? null : ((firstDay + length) as Day);
    const [from = 0, to = 0] = ends.toSorted((a, b) => a - b);
    return shift({ weekday, from, to, firstDay, lastDay, onCall });
  });
const anyRoster = fc.record({
  shifts: fc.array(anyShift, { maxLength: 8 }),
  closed: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
});
const anyTime = fc.record({ ahead: fc.nat(20), minute: fc.nat(MIDNIGHT - 1) });
type Roster = { readonly shifts: readonly Shift[]; readonly closed: readonly number[] };

/** By the definition, minute by minute: what the arithmetic is compared with. */
function isThere({ shifts, closed }: Roster, { day, minute }: LocalTime): boolean {
  if (closed.some((ahead) => MONDAY + ahead === day)) return false;
  return shifts.some(
    (s) =>
      !s.onCall &&
      s.weekday === weekdayOf(day) &&
      s.firstDay <= day &&
      day <= (s.lastDay ?? day) &&
      s.from <= minute &&
      minute < s.to,
  );
}
const hoursIn = ({ shifts, closed }: Roster): Hours =>
  hoursOf(shifts, new Set(closed.map((ahead) => (MONDAY + ahead) as Day)));
const first = (below: number, is: (m: number) => boolean): number | null => {
  for (let m = 0; m < below; m += 1) if (is(m)) return m;
  return null;
};
const plus = (from: LocalTime, minutes: number): LocalTime => {
  const total = from.minute + minutes;
  return { day: (from.day + Math.floor(total / MIDNIGHT)) as Day, minute: total % MIDNIGHT };
};

describe('who is at work', () => {
  test('on any minute of three weeks it is what the shifts say, days off and on-call shifts left out', () => {
    fc.assert(
      fc.property(anyRoster, anyTime, (roster, { ahead, minute }) => {
        const now = at(ahead, minute);
        expect(isStaffed(hoursIn(roster), now)).toBe(isThere(roster, now));
      }),
    );
  });

  test('the next who comes is the first minute at which somebody is there', () => {
    fc.assert(
      fc.property(anyRoster, anyTime, (roster, { ahead, minute }) => {
        const now = at(ahead, minute);
        const next = nextStaffed(hoursIn(roster), now);
        if (next === null) {
          expect(first(40 * MIDNIGHT, (m) => isThere(roster, plus(now, m)))).toBeNull();
          return;
        }
        const found = first(40 * MIDNIGHT, (m) => isThere(roster, plus(now, m)));
        expect(next).toEqual(plus(now, found ?? -1));
      }),
      { numRuns: 40 },
    );
  });

  test('until somebody goes there is no minute without anybody, over midnight too', () => {
    fc.assert(
      fc.property(anyRoster, anyTime, (roster, { ahead, minute }) => {
        const now = at(ahead, minute);
        const until = staffedUntil(hoursIn(roster), now);
        if (!isThere(roster, now)) {
          expect(until).toBeNull();
          return;
        }
        if (until === null) {
          expect(isThere(roster, plus(now, LOOK_AHEAD_DAYS * MIDNIGHT))).toBe(true);
          return;
        }
        for (let m = 0; isBefore(plus(now, m), until); m += 1) {
          expect(isThere(roster, plus(now, m))).toBe(true);
        }
        expect(isThere(roster, plus(until, 0))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('goes on over midnight where one follows the other, and is said as 24:00 where nobody does', () => {
    const evening = shift({ from: 1320, to: MIDNIGHT });
    const morning = shift({ weekday: 2, from: 0, to: 120 });
    const none = new Set<Day>();
    expect(staffedUntil(hoursOf([evening, morning], none), at(0, 1400))).toEqual(at(1, 120));
    expect(staffedUntil(hoursOf([evening], none), at(0, 1400))).toEqual(at(0, MIDNIGHT));
    expect(isStaffed(hoursOf([evening], none), at(1, 0))).toBe(false);
    const off = new Set([(MONDAY + 1) as Day]);
    expect(staffedUntil(hoursOf([evening, morning], off), at(0, 1400))).toEqual(at(0, MIDNIGHT));
  });

  it('names nobody where everybody is on call', () => {
    const hours = hoursOf([shift({ onCall: true })], new Set());
    expect(nextStaffed(hours, at(0, 0))).toBeNull();
    expect(shiftsOn([shift({ onCall: true })], MONDAY)).toHaveLength(1);
  });

  it('counts a shift on its first and its last day, and not a week earlier or later', () => {
    const one = [shift({ firstDay: MONDAY, lastDay: (MONDAY + 7) as Day })];
    const days = [-7, 0, 7, 14].map((ahead) => shiftsOn(one, (MONDAY + ahead) as Day).length);
    expect(days).toEqual([0, 1, 1, 0]);
  });
});

describe('a week', () => {
  test('is the seven days from Monday that a day is in', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (n) => {
        const week = weekOf(n as Day);
        expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(week).toContain(n);
      }),
    );
  });

  test('merged spans hold exactly the minutes of the spans, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(anyShift, { maxLength: 6 }), fc.nat(MIDNIGHT - 1), (spans, minute) => {
        const merged = mergeSpans(spans);
        const inside = (list: readonly { from: number; to: number }[]) =>
          list.some(({ from, to }) => from <= minute && minute < to);
        expect(inside(merged)).toBe(inside(spans));
        for (const [i, { from }] of merged.entries()) {
          expect(from).toBeGreaterThan(merged[i - 1]?.to ?? -1);
        }
      }),
    );
  });

  it('has a gap where nobody is there between two who are', () => {
    const shifts = [
      shift({ from: 540, to: 720 }),
      shift({ from: 700, to: 720 }),
      shift({ from: 780, to: 1020 }),
    ];
    expect(gapsOf(hoursOf(shifts, new Set()), MONDAY)).toEqual([{ from: 720, to: 780 }]);
    expect(gapsOf(hoursOf(shifts, new Set()), (MONDAY + 1) as Day)).toEqual([]);
  });
});

describe('a clock time', () => {
  it.each([
    ['9', 540],
    ['09:30', 570],
    [' 9.05 ', 545],
    ['０９：００', 540],
    ['24:00', MIDNIGHT],
    ['0:00', 0],
  ])('%s is read', (text, minute) => expect(readClock(text)).toBe(minute));

  it.each(['', '9:60', '24:01', '25', '9pm', '-1', '9:5', '1e2', '099'])('%s is none', (text) =>
    expect(readClock(text)).toBeNull(),
  );

  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MIDNIGHT }), (m) => readClock(writeClock(m)) === m),
    );
  });
});
