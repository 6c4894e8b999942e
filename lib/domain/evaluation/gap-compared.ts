import { LEAST_SHOWN } from './disclosure.ts';
import type { Figure } from './figure.ts';
import { HEADLINE_DAYS } from './gap-headline.ts';
import { riskDifference } from './statistics/newcombe.ts';
import {
  countsOf,
  differenceAsPrinted,
  endsTogether,
  type PrintedShare,
  widestOf,
} from './widest.ts';

const CONFIDENCE = 0.95;

/** A difference of the shares who went, in favour of the first, and its interval. */
export interface Contrast {
  readonly diff: number;
  readonly lo: number;
  readonly hi: number;
}

interface Group extends PrintedShare {
  readonly group: string;
}

/** Of whom it is printed how many went within 30 days, and of how many. */
const groupsOf = ({ lines }: Figure): readonly Group[] =>
  (lines ?? []).flatMap(({ group, stage, count, outOf }) =>
    stage === `attended_${HEADLINE_DAYS}` && count.kind === 'shown' && outOf.kind === 'shown'
      ? [{ group, x: count, n: outOf }]
      : [],
  );

/** The latest two printed groups in an order, by the share who went within 30 days (E7). */
export function compareLatest(
  figure: Figure,
  order: readonly string[],
): (Contrast & { readonly a: string; readonly b: string }) | null {
  const groups = groupsOf(figure);
  const [a, b] = order.flatMap((group) => groups.filter((one) => one.group === group)).toReversed();
  if (!(a && b)) return null;
  const found = differenceAsPrinted([a, b], (one, other) => riskDifference(one, other, CONFIDENCE));
  const { diff, lo, hi } = found;
  if (diff === null || lo === null || hi === null) return null;
  return { a: a.group, b: b.group, diff, lo, hi };
}

/** One printed group against everyone else who is in the table, whether or not a row tells of them. */
export interface AgainstRest extends Contrast {
  readonly group: string;
}

/**
 * Each printed group against the rest of everyone (E7): what is printed of everyone less what is printed of the group.
 * The two share nobody. Both numbers are rounded, and what rounding does to their difference adds up, so an interval is
 * of every count that they may stand for. All together they hold with 95 % (Bonferroni), of as many groups as the table
 * has a place for: how many are hidden then moves no interval.
 */
export function againstRest(figure: Figure): readonly AgainstRest[] {
  const groups = groupsOf(figure);
  const everyone = groups.find(({ group }) => group === 'all');
  const places = new Set(figure.lines?.map(({ group }) => group));
  places.delete('all');
  if (everyone === undefined || places.size < 2) return [];
  const confidence = 1 - (1 - CONFIDENCE) / places.size;
  return groups.flatMap((one) => {
    const found = one === everyone ? null : withRest(one, everyone, confidence);
    return found === null ? [] : [{ group: one.group, ...found }];
  });
}

function withRest(one: Group, everyone: Group, confidence: number): Contrast | null {
  const judge = ([x = 0, n = 0, allX = 0, allN = 0]: readonly number[]) =>
    riskDifference(
      countsOf(x, n),
      countsOf(Math.max(0, allX - x), Math.max(0, allN - n)),
      confidence,
    );
  // Nothing is said of a rest that may be of fewer people than any count that is printed.
  if (everyone.n.value - one.n.value < 2 * LEAST_SHOWN) return null;
  const numbers = [one.x, one.n, everyone.x, everyone.n];
  const { diff } = judge(numbers.map(({ value }) => value));
  if (diff === null) return null;
  // Of the share of nobody anything may be true.
  const { lo, hi } = widestOf(endsTogether(numbers).map(judge));
  return { diff, lo: Math.max(-1, lo), hi: Math.min(1, hi) };
}
