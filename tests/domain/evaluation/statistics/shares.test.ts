import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kappa, mcNemar } from '#lib/domain/evaluation/statistics/agreement.ts';
import { chapman } from '#lib/domain/evaluation/statistics/chapman.ts';
import { fisherExact } from '#lib/domain/evaluation/statistics/fisher.ts';
import { benjaminiHochberg, holm } from '#lib/domain/evaluation/statistics/multiplicity.ts';
import { riskDifference } from '#lib/domain/evaluation/statistics/newcombe.ts';
import { pearson } from '#lib/domain/evaluation/statistics/pearson.ts';
import { oddsRatio, riskRatio } from '#lib/domain/evaluation/statistics/risk-ratio.ts';
import { roganGladen } from '#lib/domain/evaluation/statistics/rogan-gladen.ts';
import { wilson } from '#lib/domain/evaluation/statistics/wilson.ts';
import { worstCase } from '#lib/domain/evaluation/statistics/worst-case.ts';

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
const level = fc.double({ min: 0.5, max: 0.999, noNaN: true });

describe('the interval of a share', () => {
  test('holds the share and lies between none and all', () => {
    fc.assert(
      fc.property(counts, level, ({ x, n }, confidence) => {
        const { p, lo, hi } = wilson(x, n, confidence);
        expect(lo).toBeGreaterThanOrEqual(0);
        expect(hi).toBeLessThanOrEqual(1);
        expect(lo).toBeLessThanOrEqual(p ?? Number.NaN);
        expect(hi).toBeGreaterThanOrEqual(p ?? Number.NaN);
      }),
    );
  });

  test('ends where the score test is just at its limit', () => {
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        const { lo, hi } = wilson(x, n, 0.95);
        for (const end of [lo, hi]) {
          if (end === null || end === 0 || end === 1) continue;
          const z = (x / n - end) / Math.sqrt((end * (1 - end)) / n);
          expect(Math.abs(z)).toBeCloseTo(1.959963984540054, 6);
        }
      }),
    );
  });

  test('is mirrored when yes and no change places', () => {
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        expect(wilson(n - x, n, 0.95).lo).toBeCloseTo(1 - (wilson(x, n, 0.95).hi ?? 0), 12);
      }),
    );
  });
});

describe('two shares', () => {
  test('have a difference inside its interval, and the opposite one the other way round', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const there = riskDifference(a, b, 0.9);
        const back = riskDifference(b, a, 0.9);
        expect(there.lo).toBeLessThanOrEqual((there.diff ?? 0) + 1e-12);
        expect(there.hi).toBeGreaterThanOrEqual((there.diff ?? 0) - 1e-12);
        expect(back.lo).toBeCloseTo(-(there.hi ?? 0), 12);
      }),
    );
  });

  test('as Newcombe printed them: 56/70 against 48/80 is .20, .0524 to .3339', () => {
    const { diff, lo, hi } = riskDifference({ x: 56, n: 70 }, { x: 48, n: 80 }, 0.95);
    expect([diff, lo, hi].map((value) => Number(value?.toFixed(4)))).toEqual([0.2, 0.0524, 0.3339]);
  });

  test('of a fourfold table worked out by hand', () => {
    const [a, b] = [
      { x: 8, n: 10 },
      { x: 4, n: 10 },
    ];
    expect(riskRatio(a, b, 0.95).est).toBeCloseTo(2, 12);
    expect(oddsRatio(a, b, 0.95).est).toBeCloseTo(6, 12);
    expect(oddsRatio(a, b, 0.95).lo).toBeCloseTo(
      6 * Math.exp(-1.959963984540054 * Math.sqrt(1 / 8 + 1 / 2 + 1 / 4 + 1 / 6)),
      9,
    );
    // 20 (8·6 - 4·2)² / (10·10·12·8)
    expect(pearson(a, b).chisq).toBeCloseTo((20 * 1600) / 9600, 12);
  });
});

/** Binomial coefficients as whole numbers. */
function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i += 1) value = (value * BigInt(n - k + i)) / BigInt(i);
  return value;
}

describe("Fisher's exact test", () => {
  test('counts every table that is no likelier, in whole numbers', () => {
    const small = fc
      .integer({ min: 1, max: 30 })
      .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(small, small, (a, b) => {
        const events = a.x + b.x;
        const ways = (k: number) => choose(a.n, k) * choose(b.n, events - k);
        const ks = Array.from({ length: a.n + 1 }, (_none, k) => k).filter(
          (k) => events - k >= 0 && events - k <= b.n,
        );
        const tail = ks.filter((k) => ways(k) <= ways(a.x));
        const sum = (all: readonly number[]) => all.reduce((total, k) => total + ways(k), 0n);
        const exact = Number((sum(tail) * 10n ** 18n) / sum(ks)) / 1e18;
        expect(fisherExact(a, b)).toBeCloseTo(exact, 12);
      }),
    );
  });

  test('of a lady who tasted tea: 34 of 70', () => {
    expect(fisherExact({ x: 3, n: 4 }, { x: 1, n: 4 })).toBeCloseTo(34 / 70, 14);
  });

  test('of large counts', () => {
    const p = fisherExact({ x: 30_000, n: 100_000 }, { x: 30_500, n: 100_000 });
    expect(p).toBeGreaterThan(0.014);
    expect(p).toBeLessThan(0.016);
  });
});

describe('many tests at once', () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 1,
    maxLength: 12,
  });

  test('are never more telling than each alone, nor Holm more than Bonferroni allows', () => {
    fc.assert(
      fc.property(values, (ps) => {
        const [byHolm, byRate] = [holm(ps), benjaminiHochberg(ps)];
        for (const [i, p] of ps.entries()) {
          expect(byHolm[i]).toBeGreaterThanOrEqual(p);
          expect(byHolm[i]).toBeLessThanOrEqual(Math.min(1, p * ps.length) + 1e-15);
          expect(byRate[i]).toBeLessThanOrEqual(byHolm[i] ?? 0);
        }
      }),
    );
  });

  test('by their definitions, one by one', () => {
    fc.assert(
      fc.property(values, (ps) => {
        const m = ps.length;
        const sorted = [...ps].sort((a, b) => a - b);
        const stepDown = (p: number) =>
          Math.max(...sorted.map((q, j) => (q <= p ? Math.min(1, (m - j) * q) : 0)));
        const stepUp = (p: number) =>
          Math.min(1, ...sorted.map((q, j) => (q >= p ? (m / (j + 1)) * q : 1)));
        expect(holm(ps)).toEqual(ps.map((p) => expect.closeTo(stepDown(p), 12)));
        expect(benjaminiHochberg(ps)).toEqual(ps.map((p) => expect.closeTo(stepUp(p), 12)));
      }),
    );
  });

  test('a missing one stays missing, and does not count', () => {
    expect(holm([0.01, null, 0.04])).toEqual([0.02, null, 0.04]);
  });
});

describe('two sources about the same people', () => {
  test('agree beyond chance as in Cohen: 20, 5, 10, 15 is .4', () => {
    expect(kappa({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 })).toBeCloseTo(0.4, 12);
    expect(mcNemar({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 })).toBeCloseTo(25 / 15);
    expect(kappa({ both: 9, onlyFirst: 0, onlySecond: 0, neither: 0 })).toBeNull();
    expect(mcNemar({ both: 9, onlyFirst: 0, onlySecond: 0, neither: 3 })).toBeNull();
  });

  test('a share that errors have changed is changed back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.6, max: 1, noNaN: true }),
        fc.double({ min: 0.6, max: 1, noNaN: true }),
        (truth, se, sp) => {
          const observed = truth * se + (1 - truth) * (1 - sp);
          expect(roganGladen(observed, { se, sp })).toBeCloseTo(truth, 9);
        },
      ),
    );
    expect(roganGladen(0.3, { se: 0.5, sp: 0.5 })).toBeNull();
  });

  test('what is not known may be anything', () => {
    expect(worstCase({ x: 40, missing: 59, n: 144 })).toEqual({ lo: 40 / 144, hi: 99 / 144 });
  });

  test('two lists tell of those whom neither holds: 60 and 50 with 30 on both are 99.4', () => {
    expect(chapman({ first: 60, second: 50, both: 30 })).toBeCloseTo((61 * 51) / 31 - 1, 12);
  });
});
