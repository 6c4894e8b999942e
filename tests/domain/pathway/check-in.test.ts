import { expect, it } from 'vitest';
import { checkInOf, isCheckInDue } from '#lib/domain/pathway/check-in.ts';
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

it('asks for each once, and after the last no more', () => {
  const answered = (checkinDue: 7 | 14 | 30 | 90, day: number) =>
    planned({ checkinDue, checkinDay: day, went: 'not_yet' });
  expect(checkInOf(answered(7, 17), 18)).toBe(14);
  expect(isCheckInDue(answered(7, 17), 23)).toBe(false);
  expect(isCheckInDue(answered(7, 17), 24)).toBe(true);
  expect(checkInOf(answered(30, 60), 61)).toBe(90);
  expect(checkInOf(answered(90, 100), 400)).toBeNull();
  expect(isCheckInDue(answered(90, 100), 400)).toBe(false);
});

it('asks nobody without a plan, and leaves who would rather not say alone for 7 days', () => {
  expect(checkInOf(EMPTY_ROW, 50)).toBeNull();
  expect(isCheckInDue(EMPTY_ROW, 50)).toBe(false);
  const quiet = planned({ checkinDue: 7, checkinDay: 23, went: 'declined' });
  expect([24, 29, 30].map((day) => isCheckInDue(quiet, day))).toEqual([false, false, true]);
});
