import { beforeAll, describe, expect, it } from 'vitest';
import type { CurveDay } from '#lib/domain/evaluation/cubes.ts';
import {
  CURVE_DAYS,
  type Curve,
  countCurve,
  curveKey,
  drawCurve,
  PEOPLE,
  riskRows,
} from '#lib/domain/evaluation/curve.ts';
import type { WithSolver } from '#lib/domain/evaluation/linear-problem.ts';
import { printRelease } from '#lib/domain/evaluation/release/print-release.ts';
import { numberOf } from '#lib/domain/evaluation/release/printed.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { randomFrom } from './tables.ts';

let withSolver: WithSolver;
beforeAll(async () => {
  withSolver = await loadSolver();
});

const day = (at: number, events: number, other = 0, censored = 0): CurveDay => ({
  intender: 'yes',
  day: at,
  events,
  other,
  censored,
});

function curveOf(days: readonly CurveDay[]): Curve | null {
  const { prints } = printRelease(countCurve(days), [], withSolver);
  const values = Object.entries(prints).map(([key, { value }]) => [key, value] as const);
  return drawAll(Object.fromEntries(values));
}

/** From counts as they are, none of them hidden. */
const drawAll = (numbers: Readonly<Record<string, number>>) =>
  drawCurve((key) => numberOf({ tables: {}, numbers: { ...numbers } }, key));

describe('the curve of going', () => {
  it('is not drawn of fewer than 50 people', () => {
    expect(curveOf([day(3, 40), day(90, 0, 0, 9)])).toBeNull();
    expect(curveOf([day(3, 40), day(90, 0, 0, 10)])).not.toBeNull();
  });

  it('counts those who stepped out among everyone, and rises where ten more have gone', () => {
    // 200 people, all followed for 90 days: 40 gone by day 10, 50 out on day 20, 60 gone by day 30.
    const days = [day(5, 9), day(10, 31), day(20, 0, 50), day(30, 20), day(90, 0, 0, 90)];
    const counts = Object.fromEntries(countCurve(days).cells.map(({ key, count }) => [key, count]));
    const curve = drawAll(counts);
    expect(curve?.points.map((point) => [point.day, point.value])).toEqual([
      [10, expect.closeTo(0.2, 12)],
      [45, expect.closeTo(0.3, 12)],
    ]);
    expect(CURVE_DAYS.map((at) => counts[curveKey('following', at)])).toEqual([
      160, 110, 90, 90, 90,
    ]);
    // If nobody stepped out: half of the 50 are followed for long enough to be among those who may go.
    expect(curve?.net?.map((point) => [point.day, point.value])).toEqual([
      [10, expect.closeTo(0.2, 12)],
      [45, expect.closeTo(1 - 0.8 * (1 - 20 / 135), 12)],
    ]);
  });

  it('takes a hidden number of those who left for the rest of those who have not gone', () => {
    // As above, with 5 who are lost on day 30: 50 stepped out by day 20, and 5 were lost by day 45.
    const days = [day(5, 9), day(10, 31), day(20, 0, 50), day(30, 20, 0, 5), day(90, 0, 0, 85)];
    const counts = Object.fromEntries(countCurve(days).cells.map(({ key, count }) => [key, count]));
    const without = (...kinds: readonly ('steppedOut' | 'notFollowed')[]) => {
      const hidden = kinds.flatMap((kind) => CURVE_DAYS.map((at) => curveKey(kind, at)));
      return drawAll(
        Object.fromEntries(Object.entries(counts).filter(([key]) => !hidden.includes(key))),
      );
    };
    const whole = drawAll(counts);
    expect(whole?.net).toHaveLength(2);
    expect(without('steppedOut')).toMatchObject({ points: whole?.points, net: whole?.net });
    expect(without('notFollowed')).toMatchObject({ points: whole?.points, net: whole?.net });
    // Of neither it is told who stepped out: the line is that of everybody who was followed.
    const neither = without('steppedOut', 'notFollowed');
    expect(neither?.points).toEqual(whole?.net);
    expect(neither?.net).toBeNull();
  });

  it('counts those no longer followed for half of the days between two points', () => {
    // Of 210 people 100 are lost before day 10, and 60 of the rest between days 10 and 20.
    const days = [day(5, 0, 0, 100), day(10, 30), day(15, 0, 0, 60), day(20, 10)];
    const counts = Object.fromEntries(countCurve(days).cells.map(({ key, count }) => [key, count]));
    const curve = drawAll({ ...counts, [curveKey('following', 20)]: 10, [PEOPLE]: 210 });
    expect(curve?.points.map((point) => [point.day, point.value])).toEqual([
      [10, expect.closeTo(30 / (210 - 50), 12)],
      [20, expect.closeTo(30 / 160 + (130 / 160) * (10 / 50), 12)],
    ]);
  });

  it('ends where fewer than 10 are followed', () => {
    const curve = curveOf([day(4, 130), day(9, 0, 0, 125), day(40, 4, 0, 0)]);
    expect(curve?.until).toBeLessThan(20);
    expect(curve?.points.every((point) => point.day <= 10)).toBe(true);
  });

  it('is made of what is printed, and the same whatever was hidden', () => {
    const shown = { [PEOPLE]: 100, [curveKey('went', 20)]: 40, [curveKey('following', 90)]: 20 };
    const curve = drawAll(shown);
    expect(curve?.points.map((point) => [point.day, point.value])).toEqual([
      [20, expect.closeTo(0.4, 12)],
    ]);
    expect(curve?.until).toBe(90);
    // Without anybody who is printed to have stepped out there is no second line.
    expect(curve?.net).toBeNull();
    expect(curve?.risk.filter(({ went }) => went.kind === 'shown')).toHaveLength(1);
    // A number that stands from before may be above one that is new: the line never falls.
    const odd = drawAll({ ...shown, [curveKey('went', 10)]: 45, [curveKey('went', 90)]: 200 });
    expect(odd?.points.every(({ value, lo, hi }) => lo <= value && value <= hi && hi <= 1)).toBe(
      true,
    );
  });

  it('tells no count under 10 and no point without 10 people more, whatever happened', () => {
    const random = randomFrom(17);
    const below = (n: number) => Math.floor(n * random());
    for (let i = 0; i < 60; i++) {
      const rows = Array.from({ length: 3 + below(30) }, () =>
        day(1 + below(90), below(31), below(13), below(31)),
      );
      const curve = curveOf(rows);
      if (curve === null) continue;
      let from = 0;
      for (const point of curve.points) {
        const between = rows.filter((row) => row.day > from && row.day <= point.day);
        // Rounded, ten of a step may be as few as six.
        expect(between.reduce((sum, row) => sum + row.events, 0)).toBeGreaterThanOrEqual(6);
        expect(point.value).toBeLessThanOrEqual(1);
        from = point.day;
      }
      for (const cells of riskRows(curve)) {
        const counts = cells.slice(7).filter((cell) => typeof cell === 'number');
        expect(counts.filter((count) => count % 5 !== 0 || count < 10)).toEqual([]);
      }
    }
  }, 60_000);
});
