import type { Window } from './cubes.ts';
import type { Figure } from './figure.ts';
import { endsOf } from './funnel-lines.ts';
import type { Interval } from './linear-problem.ts';
import { worstCase } from './statistics/worst-case.ts';

/** The window of the sentence, and in which groups are compared: the question asks for the next month. */
export const HEADLINE_DAYS: Window = 30;

/** The gap of a group at the end of a window, as far as it is printed: the numbers of one sentence. */
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

export const gapHeadline = (figure: Figure): GapHeadline | null =>
  gapOf(figure, 'all', HEADLINE_DAYS);

export function gapOf({ lines }: Figure, group: string, days: Window): GapHeadline | null {
  const find = (stage: string) =>
    lines?.find((line) => line.group === group && line.stage === `${stage}_${days}`);
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
