import type { Window } from './cubes.ts';
import type { Figure } from './figure.ts';
import { endsOf } from './funnel-lines.ts';
import type { Interval } from './linear-problem.ts';
import type { Counts } from './statistics/counts.ts';
import { riskDifference } from './statistics/newcombe.ts';
import { worstCase } from './statistics/worst-case.ts';

/** The window of the sentence: the question asks for the next month. */
const DAYS: Window = 30;
const CONFIDENCE = 0.95;

/** The gap at 30 days as far as it is printed: the numbers of one sentence. */
export interface GapHeadline {
  readonly count: number;
  readonly outOf: number;
  /** Share who were known to have gone, and its interval. */
  readonly rate: number;
  readonly lo: number;
  readonly hi: number;
  /** The gap if all, or none, of those had gone of whom it is not known (E14). */
  readonly bounds: {
    readonly unheard: number;
    readonly least: number;
    readonly most: number;
  } | null;
}

export function gapHeadline({ lines }: Figure): GapHeadline | null {
  const find = (stage: string) =>
    lines?.find((line) => line.group === 'all' && line.stage === `${stage}_${DAYS}`);
  const line = find('attended');
  if (line?.count.kind !== 'shown' || line.outOf.kind !== 'shown' || !line.interval) return null;
  const [count, outOf] = [line.count.value, line.outOf.value];
  const unheard = find('unheard')?.count;
  const hidden = unheard?.kind !== 'shown';
  return {
    count,
    outOf,
    rate: count / outOf,
    ...line.interval,
    bounds: hidden
      ? null
      : { unheard: unheard.value, ...boundsOf(endsOf([line.count, line.outOf, unheard])) },
  };
}

function boundsOf([count, outOf, unheard]: readonly Interval[]): { least: number; most: number } {
  const went = (x = 0, n = 0, missing = 0) =>
    // Rounded apart, they may come to a little more than everyone.
    worstCase({ x: Math.min(x, n), n, missing: Math.min(missing, Math.max(0, n - x)) });
  const most = went(count?.lower, outOf?.upper).lo ?? 0;
  const least = went(count?.upper, outOf?.lower, unheard?.upper).hi ?? 0;
  return { least: 1 - least, most: 1 - most };
}

/** Two groups of the table, by the share who went within 30 days (E7): the latest two in an order that is given, otherwise the largest. */
export function compareGroups(
  { lines }: Figure,
  order: readonly string[] | null = null,
): {
  readonly a: string;
  readonly b: string;
  readonly diff: number;
  readonly lo: number;
  readonly hi: number;
} | null {
  const groups = (lines ?? []).flatMap(({ group, stage, count, outOf }) =>
    group !== 'all' &&
    stage === `attended_${DAYS}` &&
    count.kind === 'shown' &&
    outOf.kind === 'shown'
      ? [{ group, x: count.value, n: outOf.value, ends: endsOf([count, outOf]) }]
      : [],
  );
  const [a, b] =
    order === null
      ? groups.toSorted((one, other) => other.n - one.n)
      : order.flatMap((group) => groups.filter((one) => one.group === group)).toReversed();
  if (!(a && b)) return null;
  const { diff } = riskDifference(a, b, CONFIDENCE);
  const all = cornersOf(a.ends).flatMap((one) =>
    cornersOf(b.ends).map((other) => riskDifference(one, other, CONFIDENCE)),
  );
  const lo = Math.min(...all.map((one) => one.lo ?? -1));
  const hi = Math.max(...all.map((one) => one.hi ?? 1));
  return diff === null ? null : { a: a.group, b: b.group, diff, lo, hi };
}

/** The shares at the ends of what two printed numbers stand for. */
function cornersOf([count, outOf]: readonly Interval[]): readonly Counts[] {
  const ends = (one: Interval | undefined) => [one?.lower ?? 0, one?.upper ?? 0];
  return ends(count).flatMap((x) => ends(outOf).map((n) => ({ x: Math.min(x, n), n })));
}
