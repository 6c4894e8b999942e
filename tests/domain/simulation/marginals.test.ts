import { expect, test } from 'vitest';
import { PHQ9_ITEMS } from '#lib/domain/simulation/graded.ts';
import { SCENARIOS, type ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import { bandOf, share, simulateMany } from '#tests/support/simulated.ts';

const N = 6000;

/** P(answer = 0 … 3) at a severity, written a second time. */
function answerShares(theta: number, { a, b }: (typeof PHQ9_ITEMS)[number]): readonly number[] {
  const above = [1, ...b.map((cut) => 1 / (1 + Math.exp(-a * (theta - cut)))), 0];
  return [0, 1, 2, 3].map((k) => (above[k] ?? 0) - (above[k + 1] ?? 0));
}

/** The distribution of the total and P(item 9 >= 1), by integrating over severity: no simulation. */
function exact({ mean, sd }: { readonly mean: number; readonly sd: number }) {
  const totals = new Array<number>(28).fill(0);
  let item9 = 0;
  const width = 0.01;
  for (let z = -6; z <= 6; z += width) {
    const weight = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * width;
    const shares = PHQ9_ITEMS.map((item) => answerShares(mean + sd * z, item));
    let at = [1];
    for (const each of shares) {
      const next = new Array<number>(at.length + 3).fill(0);
      at.forEach((p, total) => {
        each.forEach((q, k) => {
          next[total + k] = (next[total + k] ?? 0) + p * q;
        });
      });
      at = next;
    }
    at.forEach((p, total) => {
      totals[total] = (totals[total] ?? 0) + weight * p;
    });
    item9 += weight * (1 - (shares[8]?.[0] ?? 0));
  }
  const sum = (f: (total: number) => number) =>
    totals.reduce((all, p, total) => all + p * f(total), 0);
  const first = sum((total) => total);
  return {
    mean: first,
    sd: Math.sqrt(sum((total) => total * total) - first ** 2),
    ten: sum((total) => (total >= 10 ? 1 : 0)),
    item9,
  };
}

/** As measurement.md E1 gives them; absent: not given. */
const GIVEN: readonly Given[] = [
  { name: 'population', mean: 2.9, ten: [0.065, 0.075] },
  { name: 'students', ten: [0.215, 0.23] },
  { name: 'web', ten: [0.575, 0.585], item9: 0.3 },
  { name: 'screening-site', ten: [0.72, 0.79] },
];

interface Given {
  readonly name: ScenarioName;
  readonly mean?: number;
  /** From and to. */
  readonly ten: readonly [number, number];
  readonly item9?: number;
}

test.each(GIVEN)('$name: the model has the figures of the design', ({ name, ...given }) => {
  const figures = exact(SCENARIOS[name].severity);
  if (given.mean !== undefined) expect(figures.mean).toBeCloseTo(given.mean, 1);
  expect(figures.ten).toBeGreaterThan(given.ten[0]);
  expect(figures.ten).toBeLessThan(given.ten[1]);
  if (given.item9 !== undefined) expect(figures.item9).toBeCloseTo(given.item9, 2);
});

test.each(GIVEN)('$name: what is recorded lies within Monte-Carlo bands of them', ({ name }) => {
  const figures = exact(SCENARIOS[name].severity);
  // A person with two pathways is counted once: theirs are not independent.
  const first = simulateMany(name, N)
    .filter(({ truth }) => truth.person === truth.index)
    .flatMap(({ transitions }) => {
      const done = transitions.find((one) => one.step === 'screening.completed');
      return done?.step === 'screening.completed' ? [done.payload] : [];
    });
  const totals = first.flatMap(({ total }) => total ?? []);
  const n = totals.length;
  expect(n).toBeGreaterThan(N * 0.8);
  const mean = totals.reduce((sum, total) => sum + total, 0) / n;
  expect(Math.abs(mean - figures.mean)).toBeLessThan((3.2905 * figures.sd) / Math.sqrt(n));
  const ten = share(totals, (total) => total >= 10);
  expect(Math.abs(ten - figures.ten)).toBeLessThan(bandOf(figures.ten, n));
  const nine = first.flatMap(({ item9 }) => (typeof item9 === 'number' ? [item9] : []));
  const one = share(nine, (answer) => answer >= 1);
  expect(Math.abs(one - figures.item9)).toBeLessThan(bandOf(figures.item9, nine.length));
});

test('some below 10 tell of question 9, so that a floor apart from the total is needed', () => {
  const done = simulateMany('web', N).flatMap(({ transitions }) =>
    transitions.flatMap((one) => (one.step === 'screening.completed' ? [one.payload] : [])),
  );
  const below = done.filter(({ total }) => total !== null && total < 10);
  const told = share(below, ({ item9 }) => item9 !== 0);
  expect(told).toBeGreaterThan(0.04);
  expect(told).toBeLessThan(0.1);
});
