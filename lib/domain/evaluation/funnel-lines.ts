import type { CountStage } from './count-table.ts';
import type { Disclosed, DisclosedTable } from './disclosure.ts';
import type { Interval } from './linear-problem.ts';
import { wilson } from './statistics/wilson.ts';
import { type Printed, standsFor } from './widest.ts';

const SUPPRESSED: Disclosed = { kind: 'suppressed' };

/** One figure of the funnel with what it is out of; `of` is the key of the denominator in words. */
export interface FunnelLine<G extends string, S extends string> {
  readonly group: G | 'all';
  readonly stage: S;
  readonly of: S | null;
  readonly count: Disclosed;
  readonly outOf: Disclosed;
  /** From the rounded counts, between 0 and 1. */
  readonly rate: Disclosed;
  /** Of the rate, from the same rounded counts; null where there is no rate. */
  readonly interval: RateInterval | null;
}

/** Wilson's, two-sided 95 %; where a number stands from an earlier release, of every count that it may stand for. */
export interface RateInterval {
  readonly lo: number;
  readonly hi: number;
}

const CONFIDENCE = 0.95;

/** A share of two printed counts, and its interval. */
export function rateOf(
  count: Disclosed,
  outOf: Disclosed,
): { readonly rate: Disclosed; readonly interval: RateInterval | null } {
  if (count.kind !== 'shown' || outOf.kind !== 'shown') return { rate: SUPPRESSED, interval: null };
  // A number that stands from an earlier release may be a little above one that is new.
  const of = (x: number, n: number) => wilson(Math.min(x, n), n, CONFIDENCE);
  const [x, n] = endsOf([count, outOf]) as [Interval, Interval];
  const { p } = of(count.value, outOf.value);
  const [{ lo }, { hi }] = [of(x.lower, n.upper), of(x.upper, n.lower)];
  if (p === null || lo === null || hi === null) return { rate: SUPPRESSED, interval: null };
  return { rate: { kind: 'shown', value: p }, interval: { lo, hi } };
}

/** Between which counts lies what numbers that are set against each other stand for. Where all are new, rounding is let be. */
export function endsOf(numbers: readonly Printed[]): readonly Interval[] {
  const isNew = numbers.every(({ stands = false }) => !stands);
  return numbers.map((one) => (isNew ? { lower: one.value, upper: one.value } : standsFor(one)));
}

/** Every line of the table. The page, its sentences and its CSV are all written from these. */
export function linesOf<G extends string, S extends string>(
  table: DisclosedTable<G, S>,
): readonly FunnelLine<G, S>[] {
  const split = new Set<S>(table.splitStages);
  const groups: readonly (G | 'all')[] = ['all', ...table.groups];
  return groups.flatMap((group) =>
    table.stages
      .filter(({ stage }) => group === 'all' || split.has(stage))
      .map((column) => lineOf(table, group, column)),
  );
}

function lineOf<G extends string, S extends string>(
  table: DisclosedTable<G, S>,
  group: G | 'all',
  { stage, parent }: CountStage<S>,
): FunnelLine<G, S> {
  const printsParent = group === 'all' || table.splitStages.some((split) => split === parent);
  const of = printsParent ? parent : null;
  const count = table.cell(group, stage);
  const outOf = of === null ? SUPPRESSED : table.cell(group, of);
  return { group, stage, of, count, outOf, ...rateOf(count, outOf) };
}

export type FunnelSentence =
  | { readonly key: 'first'; readonly count: number }
  | { readonly key: 'of'; readonly count: number; readonly outOf: number; readonly rate: number }
  | { readonly key: 'count_only'; readonly count: number }
  | { readonly key: 'suppressed' };

/** The line as a sentence to fill in: which text, and the only numbers that it may hold. */
export function sentenceOf<G extends string, S extends string>(
  line: FunnelLine<G, S>,
): FunnelSentence {
  if (line.count.kind === 'suppressed') return { key: 'suppressed' };
  const count = line.count.value;
  if (line.of === null) return { key: 'first', count };
  if (line.outOf.kind === 'suppressed' || line.rate.kind === 'suppressed') {
    return { key: 'count_only', count };
  }
  return { key: 'of', count, outOf: line.outOf.value, rate: line.rate.value };
}

/** Columns of the funnel as a file. A cell that is not printed says so; a loader reads it as missing. */
const FUNNEL_COLUMNS = ['group', 'stage', 'out_of', 'count', 'out_of_count', 'rate'] as const;

/** With its second rate, and the ends of both. */
export const FUNNEL_FILE_COLUMNS = [
  ...FUNNEL_COLUMNS,
  ...(['start', 'start_count', 'start_rate'] as const),
  ...(['rate_low', 'rate_high', 'start_low', 'start_high'] as const),
] as const;

export function fileRowsOf<G extends string, S extends string>(
  table: DisclosedTable<G, S>,
): readonly (readonly (string | number | null)[])[] {
  const write = (cell: Disclosed) => (cell.kind === 'shown' ? cell.value : 'suppressed');
  return linesOf(table).map(({ group, stage, of, count, outOf, rate }) => [
    group,
    stage,
    of,
    write(count),
    of === null ? null : write(outOf),
    of === null ? null : write(rate),
  ]);
}
