import { DIMENSIONS, type Dimension } from '#lib/domain/bridges/barriers.ts';
import type { MarkCount } from './cubes.ts';
import { type Figure, type FigureTable, tableOf } from './figure.ts';
import { FUNNEL_GROUPS, FUNNEL_STAGES } from './funnel.ts';
import type { RateInterval } from './funnel-lines.ts';
import type { Sum } from './release/counted.ts';
import { wilson } from './statistics/wilson.ts';

const CONFIDENCE = 0.95;
const VIEWED = 1 << FUNNEL_STAGES.findIndex(({ stage }) => stage === 'viewed');

/** What came first in the way of whoever saw a result and named something, by the first offer. Of marks `reached` by tier and barrier. */
export function barrierTable(rows: readonly MarkCount[]): FigureTable {
  const viewed = rows.filter(({ mark }) => (Number(mark) & VIEWED) > 0);
  const parts = viewed.map(({ a, b, n }) => {
    const named = DIMENSIONS.some((dimension) => dimension === b);
    return { group: a, counts: { viewed: n, named: named ? n : 0, [b]: n } };
  });
  const stages = [
    ['viewed', null],
    ['named', 'viewed'],
    ...DIMENSIONS.map((dimension) => [dimension, 'named'] as const),
  ] as const;
  // All of them, also where nobody is: a row that is not there would tell so.
  const empty = FUNNEL_GROUPS.map((group) => ({ group, counts: {} }));
  return { name: 'barriers', table: tableOf(stages, [...empty, ...parts]) };
}

/** Whoever named something is under one dimension: of everyone and of each group these add up. */
export const barrierSums = (keyOf: (group: string, stage: string) => string): readonly Sum[] =>
  ['all', ...FUNNEL_GROUPS].map((group) => ({
    total: keyOf(group, 'named'),
    parts: DIMENSIONS.map((dimension) => keyOf(group, dimension)),
  }));

/** What came first most often in a group, of printed numbers alone. */
export interface FirstBarrier {
  readonly group: string;
  readonly dimension: Dimension;
  readonly count: number;
  readonly outOf: number;
  readonly rate: number;
  readonly interval: RateInterval;
  /** The interval of the next one reaches into this one: the order may be chance. */
  readonly close: boolean;
}

/** Of each group in which no hidden count can be larger than the largest printed one. */
export function firstBarriers({ lines }: Figure): readonly FirstBarrier[] {
  return ['all', ...FUNNEL_GROUPS].flatMap((group) => {
    const shown = (lines ?? []).filter((line) => line.group === group).flatMap(printedBarrier);
    const [first, second] = shown.toSorted((a, b) => b.count - a.count);
    if (first === undefined) return [];
    const { outOf } = first;
    const hidden = outOf - shown.reduce((sum, { count }) => sum + count, 0);
    if (hidden >= first.count) return [];
    const next = Math.max(hidden, second?.count ?? 0);
    const { hi } = wilson(next, outOf, CONFIDENCE);
    return [{ ...first, close: (hi ?? 1) > first.interval.lo }];
  });
}

type Line = NonNullable<Figure['lines']>[number];

function printedBarrier(line: Line): readonly Omit<FirstBarrier, 'close'>[] {
  const { group, stage, count, outOf, rate, interval } = line;
  const dimension = DIMENSIONS.find((one) => one === stage);
  if (dimension === undefined || interval === null) return [];
  if (count.kind !== 'shown' || outOf.kind !== 'shown' || rate.kind !== 'shown') return [];
  return [{ group, dimension, count: count.value, outOf: outOf.value, rate: rate.value, interval }];
}
