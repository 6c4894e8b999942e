import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import {
  HOURS,
  hoursBucket,
  medianHours,
  type Tally,
  weekOf,
} from '#lib/domain/community/figures.ts';
import { weekdayOf } from '#lib/domain/roster/hours.ts';

const HOUR = 3_600_000;

it('hours are counted as begun ones', () => {
  const of = (hours: number) => hoursBucket(hours * HOUR);
  expect([0, 0.2, 1].map(of)).toEqual(['0-1', '0-1', '0-1']);
  expect([1.01, 4].map(of)).toEqual(['2-4', '2-4']);
  expect([4.01, 12].map(of)).toEqual(['5-12', '5-12']);
  expect([12.5, 24].map(of)).toEqual(['13-24', '13-24']);
  expect([24.1, 72].map(of)).toEqual(['25-72', '25-72']);
  expect(of(72.1)).toBe('73+');
});

it('a week is named by its Monday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (n) => {
      const week = weekOf(n as Day);
      expect(weekdayOf(week)).toBe(1);
      expect(n - week).toBeGreaterThanOrEqual(0);
      expect(n - week).toBeLessThan(7);
    }),
  );
});

describe('the middle of the hours', () => {
  const tally = (hours: (typeof HOURS)[number], count: number): Tally => ({
    kind: 'held',
    decision: 'show',
    hours,
    count,
  });

  it('is where at least half were decided by', () => {
    expect(medianHours([tally('0-1', 5), tally('73+', 5)])).toBe('0-1');
    expect(medianHours([tally('0-1', 4), tally('73+', 5)])).toBe('73+');
    expect(medianHours([tally('2-4', 1), tally('5-12', 1), tally('13-24', 1)])).toBe('5-12');
    expect(medianHours([])).toBeNull();
  });

  it('agrees with the middle one of the list written out', () => {
    const tallies = fc.array(fc.tuple(fc.constantFrom(...HOURS), fc.integer({ min: 0, max: 9 })));
    fc.assert(
      fc.property(tallies, (given) => {
        const all = given
          .flatMap(([hours, n]) => Array.from({ length: n }, () => HOURS.indexOf(hours)))
          .toSorted((a, b) => a - b);
        const middle = all[Math.ceil(all.length / 2) - 1];
        const expected = middle === undefined ? null : HOURS[middle];
        expect(medianHours(given.map(([hours, n]) => tally(hours, n)))).toBe(expected);
      }),
    );
  });
});
