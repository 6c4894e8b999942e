import { LEAST_SHOWN, ROUNDED_BY, ROUNDED_TO } from '../disclosure.ts';
import type { Interval, LinearProblem, Terms } from '../linear-problem.ts';

/** A count that pages may print; whoever is counted in it is counted in each of its parents too. */
export interface Cell {
  readonly key: string;
  readonly count: number;
  readonly parents: readonly string[];
}

/** Parts that share nobody and together are everyone of the total. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Everything that is counted for one release, and how it hangs together. */
export interface Counted {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
}

/** With the cells that some page has a place for. */
export interface ToPrint extends Counted {
  readonly printable: ReadonlySet<string>;
  /** Hidden for the sake of others only where nothing else will do. */
  readonly wanted: ReadonlySet<string>;
  /** Hidden before what is wanted, and after all others. */
  readonly preferred?: ReadonlySet<string>;
  /** Hidden after all others, totals too. */
  readonly foremost?: ReadonlySet<string>;
}

/** A printed number. Not fresh: the number of an earlier release that still stands. */
export interface Print {
  readonly value: number;
  readonly fresh: boolean;
}

/** A release as the next one needs it. Only what is printed leaves the server. */
export interface Release {
  readonly counted: Counted;
  readonly prints: Readonly<Record<string, Print>>;
  /** What has a place on a page, and is not printed. */
  readonly hidden: readonly string[];
  /** Every number as it was last printed, in this release or an earlier one. */
  readonly last: Readonly<Record<string, number>>;
}

/** Of several releases a number moves only by so much: at least 11 people have come, or gone. */
export const LEAST_MOVE = 15;
/** How far the count may be from a number that still stands. */
const STANDS_FOR = LEAST_MOVE - ROUNDED_TO + ROUNDED_BY;

/** The counts that a printed number may stand for. */
export function rangeOf({ value, fresh }: Print): Interval {
  const reach = fresh ? ROUNDED_BY : STANDS_FOR;
  return { lower: Math.max(LEAST_SHOWN, value - reach), upper: value + reach };
}

export const countsOf = ({ cells }: Counted): ReadonlyMap<string, number> =>
  new Map(cells.map(({ key, count }) => [key, count]));

type At = (key: string) => number;
type Constraint = LinearProblem['constraints'][number];
const MORE: Interval = { lower: 0, upper: Number.POSITIVE_INFINITY };

export const minus = (a: number, b: number): Terms => [
  [a, 1],
  [b, -1],
];

/** What holds in a release whatever is printed of it. */
export function structureOf({ cells, sums }: Counted, at: At): readonly Constraint[] {
  return [
    ...cells.flatMap(({ key, parents }) =>
      parents.map((parent) => ({ ...MORE, terms: minus(at(parent), at(key)) })),
    ),
    ...sums.map(({ total, parts }) => ({
      lower: 0,
      upper: 0,
      terms: [[at(total), 1] as const, ...parts.map((part) => [at(part), -1] as const)],
    })),
  ];
}

/** A count, difference or sum of counts that is not to be known. */
export interface Secret {
  readonly terms: Terms;
  readonly truth: number;
}

const isSmall = ({ truth }: Secret) => truth < LEAST_SHOWN;

/**
 * The small counts of a release: of a cell, between a cell and another that it is a part of, and of several small parts
 * of one total together.
 */
export function secretsOf(counted: Counted, at: At): readonly Secret[] {
  const counts = countsOf(counted);
  const countAt = (key: string) => counts.get(key) ?? 0;
  const parents = new Map(counted.cells.map((cell) => [cell.key, cell.parents]));
  const single = counted.cells.map(
    ({ key, count }): Secret => ({ terms: [[at(key), 1]], truth: count }),
  );
  const between = counted.cells.flatMap(({ key, count }) =>
    ancestorsOf(parents, key).map((above) => ({
      terms: minus(at(above), at(key)),
      truth: countAt(above) - count,
    })),
  );
  const together = counted.sums.flatMap(({ parts }) =>
    unionsOf(parts.filter((part) => countAt(part) < LEAST_SHOWN)).map((keys) => ({
      terms: keys.map((key) => [at(key), 1] as const),
      truth: keys.reduce((sum, key) => sum + countAt(key), 0),
    })),
  );
  return [...single, ...between, ...together].filter(isSmall);
}

function ancestorsOf(
  parents: ReadonlyMap<string, readonly string[]>,
  key: string,
): readonly string[] {
  const found = new Set<string>();
  const climb = (from: string) => {
    for (const parent of parents.get(from) ?? []) {
      if (found.has(parent)) continue;
      found.add(parent);
      climb(parent);
    }
  };
  climb(key);
  return [...found];
}

/** More small parts than this are taken two by two: the number of all unions doubles with each. */
const MOST_PARTS = 5;

function unionsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length > MOST_PARTS) {
    return items.flatMap((one, i) => items.slice(i + 1).map((other) => [one, other]));
  }
  const all = Array.from({ length: 2 ** items.length }, (_, bits) =>
    items.filter((_item, i) => (bits >> i) & 1),
  );
  return all.filter(({ length }) => length > 1);
}
