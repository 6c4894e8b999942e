import { expect, it } from 'vitest';
import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';
import { quadrantsOf } from '#lib/domain/evaluation/quadrants.ts';
import type { Counts } from '#lib/domain/evaluation/statistics/counts.ts';
import { pearson } from '#lib/domain/evaluation/statistics/pearson.ts';
import { phi } from '#lib/domain/evaluation/statistics/phi.ts';

const shown = (value: number): Disclosed => ({ kind: 'shown', value });
const TABLES: readonly (readonly [Counts, Counts])[] = [
  [
    { x: 120, n: 400 },
    { x: 30, n: 300 },
  ],
  [
    { x: 15, n: 900 },
    { x: 40, n: 60 },
  ],
  [
    { x: 50, n: 100 },
    { x: 50, n: 100 },
  ],
];

/** Of four shares that add up to 1, as a plain product-moment correlation. */
function correlation([a, b, c, d]: readonly [number, number, number, number]): number {
  return (a * d - b * c) / Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
}

/** The standard error by the delta method, with slopes measured rather than worked out. */
function measuredError([first, second]: readonly [Counts, Counts]): number {
  const n = first.n + second.n;
  const cells = [first.x, first.n - first.x, second.x, second.n - second.x];
  const shares = cells.map((cell) => cell / n) as [number, number, number, number];
  const step = 1e-6;
  const slopes = shares.map((_, i) => {
    const moved = (by: number) =>
      correlation(shares.map((p, j) => (i === j ? p + by : p)) as typeof shares);
    return (moved(step) - moved(-step)) / (2 * step);
  });
  const mean = shares.reduce((sum, p, i) => sum + p * (slopes[i] ?? 0), 0);
  const square = shares.reduce((sum, p, i) => sum + p * (slopes[i] ?? 0) ** 2, 0);
  return Math.sqrt((square - mean ** 2) / n);
}

it.each(TABLES)('phi is the correlation, with the error of the delta method', (first, second) => {
  const { est, lo, hi } = phi(first, second, 0.95);
  const n = first.n + second.n;
  expect((est ?? 0) ** 2).toBeCloseTo((pearson(first, second).chisq ?? 0) / n, 12);
  const reach = (Math.atanh(hi ?? 0) - Math.atanh(lo ?? 0)) / 2;
  const error = measuredError([first, second]);
  expect((reach / 1.959964) * (1 - (est ?? 0) ** 2)).toBeCloseTo(error, 7);
});

it('where nobody, or everybody, gave an answer there is no phi', () => {
  expect(phi({ x: 0, n: 50 }, { x: 0, n: 50 }, 0.95).est).toBeNull();
  expect(phi({ x: 10, n: 50 }, { x: 0, n: 0 }, 0.95).est).toBeNull();
  expect(phi({ x: 50, n: 50 }, { x: 0, n: 50 }, 0.95)).toEqual({ est: 1, lo: null, hi: null });
});

function figureOf(rows: readonly (readonly [string, Disclosed, Disclosed])[]) {
  const lines = rows.map(([group, count, outOf]) => ({
    ...{ group, stage: 'actor', of: 'asked', count, outOf },
    ...rateOf(count, outOf),
  }));
  return { name: 'quadrants', lines };
}

it('the quadrants are shares of everyone asked, and who did not do as intended is told apart', () => {
  const found = quadrantsOf(
    figureOf([
      ['inclined', shown(120), shown(400)],
      ['disinclined', shown(30), shown(300)],
    ]),
  );
  expect(found?.asked).toBe(700);
  const sum = Object.values(found?.shares ?? {}).reduce((so, share) => so + share, 0);
  expect(sum).toBeCloseTo(1, 12);
  expect(found?.shares.inclinedAbstainer).toBeCloseTo(280 / 700, 12);
  expect(found?.abstainers).toMatchObject({ rate: 280 / 310, outOf: 310 });
  expect(found?.abstainers?.lo).toBeLessThan(280 / 310);
  expect(found?.phi.est).toBeCloseTo((120 * 270 - 280 * 30) / Math.sqrt(400 * 300 * 150 * 550), 12);
});

it('of a hidden count, and of few who stayed away, nothing is told', () => {
  const hidden: Disclosed = { kind: 'suppressed' };
  const rows = [['inclined', shown(395), shown(400)] as const];
  expect(quadrantsOf(figureOf([...rows, ['disinclined', hidden, shown(300)]]))).toBeNull();
  const few = quadrantsOf(figureOf([...rows, ['disinclined', shown(30), shown(300)]]));
  expect(few?.abstainers).toBeNull();
});
