import type { Disclosed } from './disclosure.ts';
import type { Interval } from './linear-problem.ts';
import { rangeOf } from './release/counted.ts';
import type { Counts, Limits } from './statistics/counts.ts';
import type { Difference } from './statistics/newcombe.ts';

/** A count as it is printed: new, or one of an earlier release that stands. */
export type Printed = Pick<Extract<Disclosed, { kind: 'shown' }>, 'value' | 'stands'>;

/** A printed count, and the printed count that it is out of. */
export interface PrintedShare {
  readonly x: Printed;
  readonly n: Printed;
}

/** Numbers that stand from an earlier release may be a little above what they are a part of. */
export const countsOf = (x: number, n: number): Counts => ({ x: Math.min(x, n), n });

export const asPrinted = ({ x, n }: PrintedShare): Counts => countsOf(x.value, n.value);

/** Between which counts lies what a printed number stands for. */
export const standsFor = ({ value, stands }: Printed): Interval =>
  rangeOf({ value, fresh: stands !== true });

/** The least and the most that each of these numbers may stand for, in every combination. */
export function endsTogether(numbers: readonly Printed[]): readonly (readonly number[])[] {
  return numbers.reduce<readonly (readonly number[])[]>(
    (all, one) => {
      const { lower, upper } = standsFor(one);
      return all.flatMap((so) => [
        [...so, lower],
        [...so, upper],
      ]);
    },
    [[]],
  );
}

type Judge = (first: Counts, second: Counts) => Difference;

/** What is found of two groups at the ends of all that their printed numbers may stand for. */
export function differencesOf(
  [a, b]: readonly [PrintedShare, PrintedShare],
  judge: Judge,
): readonly Difference[] {
  return endsTogether([a.x, a.n, b.x, b.n]).map(([x = 0, n = 0, otherX = 0, otherN = 0]) =>
    judge(countsOf(x, n), countsOf(otherX, otherN)),
  );
}

/** An interval that holds all of these; where one of them has an end nowhere, so has this. */
export function widestOf(all: readonly Limits[]): { readonly lo: number; readonly hi: number } {
  return {
    lo: Math.min(...all.map(({ lo }) => lo ?? Number.NEGATIVE_INFINITY)),
    hi: Math.max(...all.map(({ hi }) => hi ?? Number.POSITIVE_INFINITY)),
  };
}

/**
 * The difference of two printed shares, with the widest interval over every count that the four numbers may stand for
 * (decision D15): as exact counts, those rounded to 5 find a difference that is none in 12 of 100 comparisons of 80 people.
 * The ends of what each stands for are enough: with each count Newcombe's limits move one way, and no count between them
 * leads a sequence to another verdict (`tests/domain/evaluation/widest.test.ts`).
 */
export function differenceAsPrinted(
  groups: readonly [PrintedShare, PrintedShare],
  judge: Judge,
): Difference {
  const [first, second] = groups;
  const { diff, lo, hi } = judge(asPrinted(first), asPrinted(second));
  if (lo === null || hi === null) return { diff, lo, hi };
  return { diff, ...widestOf(differencesOf(groups, judge)) };
}
