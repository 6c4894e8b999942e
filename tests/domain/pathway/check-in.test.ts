import { expect, it } from 'vitest';
import { checkInOf, isCheckInDue, nextCheckIn } from '#lib/domain/pathway/check-in.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';

const planned = (more: Partial<PathwayRow> = {}) => ({ ...EMPTY_ROW, planDay: 10, ...more });

it('asks 7, 14, 30 and 90 days after the plan, the latest that has come', () => {
  const asked = (row: PathwayRow, days: readonly number[]) =>
    days.map((day) => [checkInOf(row, day), isCheckInDue(row, day)]);
  expect(asked(planned(), [10, 16, 17, 23, 24, 39, 40, 99, 100, 500])).toEqual([
    [7, false],
    [7, false],
    [7, true],
    [7, true],
    [14, true],
    [14, true],
    [30, true],
    [30, true],
    [90, true],
    [90, true],
  ]);
});

it('asks for each once, takes a second answer for the same one, and after the last asks no more', () => {
  const answered = (checkinDue: 7 | 14 | 30 | 90, day: number) =>
    planned({ checkinDue, checkinDay: day, went: 'not_yet' });
  expect([checkInOf(answered(7, 17), 17), checkInOf(answered(7, 11), 12)]).toEqual([7, 7]);
  expect(nextCheckIn(answered(7, 17))).toBe(14);
  expect(isCheckInDue(answered(7, 17), 23)).toBe(false);
  expect(isCheckInDue(answered(7, 17), 24)).toBe(true);
  expect([checkInOf(answered(30, 60), 61), nextCheckIn(answered(30, 60))]).toEqual([30, 90]);
  expect([checkInOf(answered(90, 100), 400), nextCheckIn(answered(90, 100))]).toEqual([90, null]);
  expect(isCheckInDue(answered(90, 100), 400)).toBe(false);
});

it('asks nobody without a plan, and leaves who would rather not say alone for 7 days', () => {
  expect(checkInOf(EMPTY_ROW, 50)).toBeNull();
  expect(nextCheckIn(EMPTY_ROW)).toBeNull();
  expect(isCheckInDue(EMPTY_ROW, 50)).toBe(false);
  const quiet = planned({ checkinDue: 7, checkinDay: 23, went: 'declined' });
  expect([24, 29, 30].map((day) => isCheckInDue(quiet, day))).toEqual([false, false, true]);
});
