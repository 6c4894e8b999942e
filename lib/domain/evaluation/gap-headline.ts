import type { Window } from './cubes.ts';
import type { Figure } from './figure.ts';
import { riskDifference } from './statistics/newcombe.ts';
import { worstCase } from './statistics/worst-case.ts';

/** The window of the sentence: the question asks for the next month. */
const DAYS: Window = 30;
const CONFIDENCE = 0.95;

/** The gap at 30 days as far as it is printed: the numbers of one sentence. */
export interface GapHeadline {
  readonly count: number;
  readonly outOf: number;
  /** Share who went, and its interval. */
  readonly rate: number;
  readonly lo: number;
  readonly hi: number;
  /** The gap if all, or none, of those went of whom nothing is known (E14). */
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
  return {
    count,
    outOf,
    rate: count / outOf,
    ...line.interval,
    bounds: unheard?.kind === 'shown' ? boundsOf(count, outOf, unheard.value) : null,
  };
}

function boundsOf(x: number, n: number, unheard: number): GapHeadline['bounds'] {
  // Rounded apart, the two may come to a little more than everyone.
  const went = worstCase({ x, n, missing: Math.min(unheard, n - x) });
  return { unheard, least: 1 - (went.hi ?? 0), most: 1 - (went.lo ?? 0) };
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
      ? [{ group, x: count.value, n: outOf.value }]
      : [],
  );
  const [a, b] =
    order === null
      ? groups.toSorted((one, other) => other.n - one.n)
      : order.flatMap((group) => groups.filter((one) => one.group === group)).toReversed();
  if (!(a && b)) return null;
  const { diff, lo, hi } = riskDifference(a, b, CONFIDENCE);
  return diff === null || lo === null || hi === null
    ? null
    : { a: a.group, b: b.group, diff, lo, hi };
}
