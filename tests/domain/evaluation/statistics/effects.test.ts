import { describe, expect, test } from 'vitest';
import {
  differenceFromOdds,
  standardisedDifference,
  translationRatio,
} from '#lib/domain/evaluation/statistics/effect-size.ts';
import { countChanges, reliableChange } from '#lib/domain/evaluation/statistics/reliable-change.ts';

describe('effects on one scale', () => {
  test('the anchor of the design: d .36 is an odds ratio of 1.92, and .36/.66 is .55', () => {
    const behaviour = differenceFromOdds({ est: 1.92, lo: 1, hi: 0 });
    expect(behaviour.est).toBeCloseTo(0.36, 2);
    expect(behaviour).toMatchObject({ lo: 0, hi: null });
    expect(
      translationRatio({ est: 0.36, lo: null, hi: null }, { est: 0.66, lo: null, hi: null }),
    ).toBeCloseTo(0.545, 3);
    expect(translationRatio(behaviour, { est: 0, lo: null, hi: null })).toBeNull();
  });

  test('by hand: means 6 and 5, both spreads 2, 10 people each', () => {
    const { d, g } = standardisedDifference(
      { n: 10, mean: 6, sd: 2 },
      { n: 10, mean: 5, sd: 2 },
      0.95,
    );
    expect(d).toBeCloseTo(0.5, 12);
    expect(g.est).toBeCloseTo(0.5 * (1 - 3 / 71), 12);
    expect((g.hi ?? 0) - (g.est ?? 0)).toBeCloseTo(
      1.959963984540054 * Math.sqrt(0.2 + (g.est ?? 0) ** 2 / 40),
      9,
    );
  });

  test('a change of exactly the threshold is one where it is reached, and none where it must be beyond', () => {
    const pairs = [
      { before: 15, after: 10 },
      { before: 10, after: 15 },
      { before: 9, after: 9 },
    ];
    expect(countChanges(pairs, 5, 'reached')).toEqual({
      improved: 1,
      unchanged: 1,
      deteriorated: 1,
    });
    expect(countChanges(pairs, 5, 'beyond')).toEqual({
      improved: 0,
      unchanged: 3,
      deteriorated: 0,
    });
    expect(reliableChange(5, 0.5)).toBeCloseTo(1.96 * 5, 12);
  });
});
