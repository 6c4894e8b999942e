import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chiSquareAbove,
  normalBelow,
  normalQuantile,
  studentTwoSided,
  twoSidedT,
} from '#lib/domain/evaluation/statistics/distributions.ts';
import { findRoot } from '#lib/domain/evaluation/statistics/find-root.ts';
import {
  alphaSpending,
  obrienFleming,
  pocock,
  spendEvenly,
  spendLate,
} from '#lib/domain/evaluation/statistics/group-sequential.ts';
import { leastDetectable, powerOf, sizePerArm } from '#lib/domain/evaluation/statistics/power.ts';

describe('the distributions, against the printed tables', () => {
  test('to the last digit that matters', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalBelow(-5) / 2.866515718791939e-7).toBeCloseTo(1, 12);
    expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 13);
    expect(chiSquareAbove(11.070497693516351, 5)).toBeCloseTo(0.05, 13);
    expect(twoSidedT(0.95, 10)).toBeCloseTo(2.228138851986275, 12);
    expect(studentTwoSided(2.228138851986275, 10)).toBeCloseTo(0.05, 13);
    // Not a whole number of degrees of freedom: to 30 digits by mpmath 1.3.
    expect(studentTwoSided(3.2, 7.7)).toBeCloseTo(0.013263734843242036, 13);
  });

  test('also where a number cannot be so small', () => {
    expect(normalBelow(-60)).toBe(0);
    expect(chiSquareAbove(1e6, 1)).toBe(0);
    expect(chiSquareAbove(1e-9, 2000)).toBe(1);
    expect(studentTwoSided(1e9, 500)).toBe(0);
  });
});

test('a root is found between two ends, and asked for where there is one', () => {
  expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 14);
  expect(findRoot((x) => Math.exp(x) - 1e-9, -100, 5)).toBeCloseTo(Math.log(1e-9), 10);
  expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow('no root');
});

describe('how many it takes', () => {
  test('the least difference that n would find has just the chance that was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 5000 }),
        fc.double({ min: 0.02, max: 0.6, noNaN: true }),
        fc.constantFrom(0.8, 0.9),
        (n, p1, power) => {
          const p2 = leastDetectable(n, p1, { alpha: 0.05, power });
          if (p2 === null) return;
          expect(powerOf(n, { p1, p2 }, 0.05)).toBeCloseTo(power, 9);
          expect(sizePerArm({ p1, p2: p2 + 1e-9 }, { alpha: 0.05, power })).toBeLessThanOrEqual(n);
        },
      ),
    );
  });

  test('too few find nothing, and no difference needs no end of people', () => {
    expect(leastDetectable(50, 0, { alpha: 0.05, power: 0.8 })).toBeGreaterThan(0.05);
    expect(leastDetectable(2, 0.9, { alpha: 0.05, power: 0.8 })).toBeNull();
    expect(sizePerArm({ p1: 0.3, p2: 0.3 }, { alpha: 0.05, power: 0.8 })).toBeNull();
  });
});

const looks = (k: number) => Array.from({ length: k }, (_none, i) => (i + 1) / k);

describe('boundaries for several looks', () => {
  test('as in Jennison & Turnbull (2000), tables 2.1 and 2.3, two-sided .05', () => {
    const heights = [
      [1, 1.96, 1.96],
      [2, 2.178, 1.977],
      [3, 2.289, 2.004],
      [5, 2.413, 2.04],
    ] as const;
    for (const [k, even, last] of heights) {
      expect(pocock(looks(k), 0.025).criticalZ[0]).toBeCloseTo(even, 3);
      expect(obrienFleming(looks(k), 0.025).criticalZ.at(-1)).toBeCloseTo(last, 3);
    }
  });

  /** The chance that two correlated z both stay below: one integral in place of a recursion. */
  function staysBelow(z1: number, z2: number, correlation: number): number {
    const [steps, low] = [4000, -9];
    const width = (z1 - low) / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i += 1) {
      const x = low + i * width;
      const inner = normalBelow((z2 - correlation * x) / Math.sqrt(1 - correlation ** 2));
      const factor = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += factor * inner * Math.exp(-x * x * 0.5);
    }
    return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
  }

  test('for two looks at any information are crossed by chance as often as they may be', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    const alpha = fc.constantFrom(0.01, 0.025, 0.1);
    fc.assert(
      fc.property(share, alpha, (first, level) => {
        const information = [first, 1];
        const all = [
          pocock(information, level),
          obrienFleming(information, level),
          alphaSpending(information, level, spendLate),
          alphaSpending(information, level, spendEvenly),
        ];
        for (const { criticalZ } of all) {
          const [z1 = 0, z2 = 0] = criticalZ;
          expect(1 - staysBelow(z1, z2, Math.sqrt(first))).toBeCloseTo(level, 7);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('use up all there is by the end, and nothing that is not there before', () => {
    for (const spend of [spendLate, spendEvenly]) {
      expect(spend(1, 0.025)).toBeCloseTo(0.025, 14);
      const { levels } = alphaSpending([0.2, 0.5, 0.6, 1], 0.025, spend);
      expect(levels[0]).toBeCloseTo(spend(0.2, 0.025), 10);
    }
    // So early that there is nothing to use up: no result is enough.
    expect(alphaSpending([0.0005, 1], 0.025, spendLate).criticalZ[0]).toBeGreaterThan(30);
  });
});
