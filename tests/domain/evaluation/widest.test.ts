import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangeOf } from '#lib/domain/evaluation/release/counted.ts';
import { confidenceSequence } from '#lib/domain/evaluation/statistics/confidence-sequence.ts';
import type { Counts } from '#lib/domain/evaluation/statistics/counts.ts';
import { type Difference, riskDifference } from '#lib/domain/evaluation/statistics/newcombe.ts';
import {
  countsOf,
  differenceAsPrinted,
  type PrintedShare,
  widestOf,
} from '#lib/domain/evaluation/widest.ts';

type Judge = (first: Counts, second: Counts) => Difference;

/** A share of at least 10 of a printed count. */
const printedShare = fc
  .tuple(fc.integer({ min: 2, max: 80 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([fives, share]): PrintedShare => {
    const n = 5 * fives;
    return { x: { value: Math.max(10, 5 * Math.round(fives * share)) }, n: { value: n } };
  });

/** Every count that a newly printed number may stand for. */
function everyOf({ value }: PrintedShare['x']): readonly number[] {
  const { lower, upper } = rangeOf({ value, fresh: true });
  return Array.from({ length: upper - lower + 1 }, (_, i) => lower + i);
}

const everyShare = ({ x, n }: PrintedShare) =>
  everyOf(n).flatMap((of) => everyOf(x).map((went) => countsOf(went, of)));

/** Of all pairs of counts, not of those at the ends alone. */
function ofEveryCount([first, second]: readonly [PrintedShare, PrintedShare], judge: Judge) {
  const others = everyShare(second);
  return widestOf(everyShare(first).flatMap((one) => others.map((other) => judge(one, other))));
}

const newcombe: Judge = (first, second) => riskDifference(first, second, 0.95);

it('no count that printed numbers may stand for has a wider interval', () => {
  fc.assert(
    fc.property(fc.tuple(printedShare, printedShare), (groups) => {
      const { diff, lo, hi } = differenceAsPrinted(groups, newcombe);
      const every = ofEveryCount(groups, newcombe);
      expect(diff).toBe(
        groups[0].x.value / groups[0].n.value - groups[1].x.value / groups[1].n.value,
      );
      expect(lo).toBeCloseTo(every.lo, 12);
      expect(hi).toBeCloseTo(every.hi, 12);
    }),
  );
});

it('nor does one of a sequence lead to another verdict', () => {
  const options = { alpha: 0.05, allocation: 0.5 };
  fc.assert(
    fc.property(
      fc.tuple(printedShare, printedShare),
      fc.constantFrom(20, 100, 1000, 100_000),
      (groups, planned) => {
        const judge: Judge = (first, second) => {
          const rho = Math.sqrt(8 / planned);
          const { est, lo, hi } = confidenceSequence(first, second, { ...options, rho });
          return { diff: est, lo, hi };
        };
        const { lo, hi } = differenceAsPrinted(groups, judge);
        const every = ofEveryCount(groups, judge);
        expect([(lo ?? 0) > 0, (hi ?? 0) < 0]).toEqual([every.lo > 0, every.hi < 0]);
        if (every.hi - every.lo < 1) expect([lo, hi]).toEqual([every.lo, every.hi]);
      },
    ),
  );
});

it('numbers that stand from an earlier release may be further off', () => {
  const share = (x: number, n: number, stands: boolean): PrintedShare => ({
    x: { value: x, ...(stands && { stands: true as const }) },
    n: { value: n },
  });
  const other = share(100, 300, false);
  const fresh = differenceAsPrinted([share(120, 300, false), other], newcombe);
  const old = differenceAsPrinted([share(120, 300, true), other], newcombe);
  expect(old.diff).toBe(fresh.diff);
  expect((fresh.lo ?? 0) - (old.lo ?? 0)).toBeCloseTo(10 / 302, 2);
});

it('what has no interval as it is printed has none', () => {
  const share = { x: { value: 10 }, n: { value: 20 } };
  const judge: Judge = () => ({ diff: 0, lo: null, hi: null });
  expect(differenceAsPrinted([share, share], judge)).toEqual({ diff: 0, lo: null, hi: null });
});
