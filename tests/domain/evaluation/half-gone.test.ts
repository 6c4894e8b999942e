import { expect, it } from 'vitest';
import {
  CURVE_DAYS,
  type CurvePoint,
  curveKey,
  drawCurve,
  PEOPLE,
} from '#lib/domain/evaluation/curve.ts';
import { halfGone } from '#lib/domain/evaluation/half-gone.ts';
import { numberOf } from '#lib/domain/evaluation/release/printed.ts';
import { kaplanMeier, medianDay } from '#lib/domain/evaluation/statistics/kaplan-meier.ts';

const point = (day: number, lo: number, value: number, hi: number): CurvePoint => ({
  day,
  value,
  lo,
  hi,
});

it('half of everyone had gone between two printed days, and chance may put it elsewhere', () => {
  const line = [point(10, 0.1, 0.2, 0.3), point(20, 0.4, 0.45, 0.52), point(45, 0.5, 0.6, 0.7)];
  expect(halfGone(line)).toEqual({ after: 20, by: 45, chance: { after: 10, by: 45 } });
  const soon = [point(10, 0.45, 0.5, 0.6), point(75, 0.7, 0.8, 0.9)];
  expect(halfGone(soon)).toEqual({ after: 0, by: 10, chance: { after: 0, by: 75 } });
});

it('is not reached where the line ends below one half, and may be open above', () => {
  const low = [point(20, 0.1, 0.2, 0.3), point(90, 0.3, 0.4, 0.49)];
  expect(halfGone(low)).toEqual({ after: 90, by: null, chance: { after: 90, by: null } });
  const near = [point(20, 0.1, 0.2, 0.3), point(75, 0.4, 0.48, 0.56)];
  expect(halfGone(near)).toEqual({ after: 75, by: null, chance: { after: 20, by: null } });
  const over = [point(20, 0.2, 0.3, 0.4), point(75, 0.45, 0.52, 0.58)];
  expect(halfGone(over)).toEqual({ after: 20, by: 75, chance: { after: 20, by: null } });
  expect(halfGone([])).toBeNull();
});

it('holds the median that is found of exact days, where everybody is followed', () => {
  for (const aDay of [1, 2, 4]) {
    // Of 200 people so many go each day, until 10 are left.
    const gone = (day: number) => Math.min(190, aDay * day);
    const shown = new Map([[PEOPLE, 200]]);
    for (const day of CURVE_DAYS) {
      shown.set(curveKey('went', day), gone(day));
      shown.set(curveKey('following', day), 200 - gone(day));
    }
    const days = Array.from({ length: 90 }, (_, i) => {
      const censored = i === 89 ? 200 - gone(90) : 0;
      return { day: i + 1, events: gone(i + 1) - gone(i), other: 0, censored };
    });
    const { est } = medianDay(kaplanMeier(days), 0.95);
    const drawn = drawCurve((key) =>
      numberOf({ tables: {}, numbers: Object.fromEntries(shown) }, key),
    );
    const found = drawn && halfGone(drawn.points);
    if (est === null) {
      expect(found).toMatchObject({ after: 90, by: null });
      continue;
    }
    expect(found?.after).toBeLessThan(est);
    expect(found?.by).toBeGreaterThanOrEqual(est);
  }
});
