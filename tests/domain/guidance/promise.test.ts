import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { officeHours, parseOfficeHours } from '#lib/domain/guidance/office-hours.ts';
import { replyBy } from '#lib/domain/guidance/promise.ts';
import type { Hours } from '#lib/domain/roster/hours.ts';

const hours = (text: string): Hours => {
  const read = parseOfficeHours(text);
  if (!read.ok) throw new Error(read.error);
  return officeHours(read.value);
};
const day = (date: string) => dayFromIso(date) as Day;
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const promise = (date: string, time: string, office: Hours) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const by = replyBy({ day: day(date), minute: hour * 60 + minute }, office);
  return by === null ? null : `${isoDate(by.day)} ${clock(by.minute)}`;
};

describe('the answer is promised for the close of the first office day that opens after the message', () => {
  const weekdays = hours('1-5 09:00-17:00; 2026-12-25');

  test.each([
    ['before opening, the same day', '2026-11-23', '08:59', '2026-11-23 17:00'],
    ['from opening on, the next day', '2026-11-23', '09:00', '2026-11-24 17:00'],
    ['in the evening, the next day', '2026-11-23', '20:00', '2026-11-24 17:00'],
    ['on Friday, Monday', '2026-11-27', '12:00', '2026-11-30 17:00'],
    ['on Sunday, Monday', '2026-11-29', '00:00', '2026-11-30 17:00'],
    ['before a holiday, the day after it', '2026-12-24', '12:00', '2026-12-28 17:00'],
    ['on a holiday, the day after it', '2026-12-25', '08:00', '2026-12-28 17:00'],
  ])('%s', (_when, date, time, expected) => {
    expect(promise(date, time, weekdays)).toBe(expected);
  });

  test('a day of two spans opens with the first and closes with the last', () => {
    const split = hours('1 14:00-18:00, 1 09:00-12:00');
    expect(promise('2026-11-23', '08:00', split)).toBe('2026-11-23 18:00');
    expect(promise('2026-11-23', '13:00', split)).toBe('2026-11-30 18:00');
  });
});

test('nothing is promised without hours', () => {
  expect(promise('2026-11-23', '10:00', hours(''))).toBeNull();
});

test('nothing is promised further ahead than 60 days', () => {
  const closed = Array.from({ length: 60 }, (_, i) => isoDate((day('2026-11-23') + i + 1) as Day));
  const office = (dates: readonly string[]) => hours(`1-7 09:00-17:00; ${dates.join(' ')}`);
  expect(promise('2026-11-23', '10:00', office(closed))).toBeNull();
  expect(promise('2026-11-23', '10:00', office(closed.slice(0, -1)))).toBe('2027-01-22 17:00');
});

test('a promise is never in the past, and a later message never gets an earlier one', () => {
  const office = hours('1-4 08:00-12:00, 6 10:00-10:30; 2026-12-25 2027-01-01');
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 40_000 }), fc.nat(1438), (at, minute) => {
      const first = replyBy({ day: at as Day, minute }, office);
      const second = replyBy({ day: at as Day, minute: minute + 1 }, office);
      const at1 = (first?.day ?? 0) * 1440 + (first?.minute ?? 0);
      const at2 = (second?.day ?? 0) * 1440 + (second?.minute ?? 0);
      expect(at1).toBeGreaterThan(at * 1440 + minute);
      expect(at2).toBeGreaterThanOrEqual(at1);
    }),
  );
});
