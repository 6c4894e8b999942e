import { expect, it } from 'vitest';
import { CURVE_DAYS, type CurvePoint } from '#lib/domain/evaluation/curve.ts';
import { kaplanMeier, restrictedMean } from '#lib/domain/evaluation/statistics/kaplan-meier.ts';
import { MEAN_DAYS, withoutVisit } from '#lib/domain/evaluation/without-visit.ts';

const point = (day: number, value: number): CurvePoint => ({
  day,
  value,
  lo: value / 2,
  hi: Math.min(1, value * 1.5),
});

it('is the area above the printed line, straight between its points', () => {
  // Ten days from 1 to .8, ten from .8 to .6, and ten of the twenty-five to .1.
  const found = withoutVisit([point(10, 0.2), point(20, 0.4), point(45, 0.9)]);
  expect(found?.days).toBeCloseTo(9 + 7 + 10 * (0.6 - 0.1), 12);
  expect(found?.lo).toBeLessThan(found?.days ?? 0);
  expect(found?.hi).toBeGreaterThan(found?.days ?? 0);
});

it('stays out where the line ends before day 30', () => {
  expect(withoutVisit([])).toBeNull();
  expect(withoutVisit([point(10, 0.2), point(20, 0.4)])).toBeNull();
});

it('is half a day of each visit from the mean of exact days, where as many go each day', () => {
  for (const aDay of [1, 2]) {
    const days = Array.from({ length: 90 }, (_, i) => ({
      day: i + 1,
      events: aDay,
      other: 0,
      censored: i === 89 ? 200 - 90 * aDay : 0,
    }));
    const { rmst } = restrictedMean(kaplanMeier(days), MEAN_DAYS);
    const found = withoutVisit(CURVE_DAYS.map((day) => point(day, (aDay * day) / 200)));
    const gone = (aDay * MEAN_DAYS) / 200;
    expect(found?.days).toBeCloseTo(rmst - gone / 2, 10);
  }
});
