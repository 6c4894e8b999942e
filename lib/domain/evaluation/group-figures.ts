import type { Day } from '../basics/ids.ts';
import {
  countOf,
  type HoursBucket,
  medianHours,
  type Tally,
  weekOf,
} from '../community/figures.ts';
import type { Decision, ItemKind } from '../community/post.ts';
import { type Disclosed, LEAST_SHOWN, roundCount } from './disclosure.ts';
import { LEAST_PEOPLE } from './figure.ts';

/** A quarter of a year in whole weeks. Spans that do not overlap: no two pages can be set against each other. */
const SPAN_DAYS = 13 * 7;
/** 1970-01-05, a Monday. */
const FIRST_MONDAY = 4;

/** The last 13 weeks that are over, counted in spans from the first Monday of all. */
export function lastSpan(today: Day): { readonly from: Day; readonly until: Day } {
  const spans = Math.floor((weekOf(today) - FIRST_MONDAY) / SPAN_DAYS);
  const until = FIRST_MONDAY + spans * SPAN_DAYS;
  return { from: (until - SPAN_DAYS) as Day, until: until as Day };
}

/** What is told of each kind. Some of an edit that is not shown are asked for once more: both leave it unshown. */
export const FIGURES = [
  { kind: 'held', decision: 'show' },
  { kind: 'held', decision: 'ask' },
  { kind: 'held', decision: 'hide' },
  { kind: 'report', decision: 'show' },
  { kind: 'report', decision: 'hide' },
  { kind: 'appeal', decision: 'show' },
  { kind: 'appeal', decision: 'hide' },
] as const satisfies readonly { readonly kind: ItemKind; readonly decision: Decision }[];

export interface GroupFigures {
  readonly counts: readonly ((typeof FIGURES)[number] & { readonly count: Disclosed })[];
  /** Within so many hours at least half were decided; null: too few to say. */
  readonly hours: HoursBucket | null;
}

/**
 * Each count is told by itself: without any sum of them, a count that is suppressed stays anything from 0 to 9
 * (decision D15).
 */
export function groupFigures(tallies: readonly Tally[]): GroupFigures {
  const counts = FIGURES.map((figure) => {
    const { kind, decision } = figure;
    const n = countOf(tallies, (one) => one.kind === kind && one.decision === decision);
    const count: Disclosed =
      n < LEAST_SHOWN ? { kind: 'suppressed' } : { kind: 'shown', value: roundCount(n) };
    return { ...figure, count };
  });
  const all = countOf(tallies, () => true);
  return { counts, hours: all < LEAST_PEOPLE ? null : medianHours(tallies) };
}
