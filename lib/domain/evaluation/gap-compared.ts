import { type Disclosed, LEAST_SHOWN } from './disclosure.ts';
import type { Figure } from './figure.ts';
import { endsOf } from './funnel-lines.ts';
import { HEADLINE_DAYS } from './gap-headline.ts';
import type { Interval } from './linear-problem.ts';
import { rangeOf } from './release/counted.ts';
import type { Counts } from './statistics/counts.ts';
import { riskDifference } from './statistics/newcombe.ts';

const CONFIDENCE = 0.95;

/** A difference of the shares who went, in favour of the first, and its interval. */
export interface Contrast {
  readonly diff: number;
  readonly lo: number;
  readonly hi: number;
}

type Shown = Extract<Disclosed, { kind: 'shown' }>;
interface Group {
  readonly group: string;
  readonly x: Shown;
  readonly n: Shown;
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
  const ends = cornersOf(endsOf([a.x, a.n])).flatMap((one) =>
    cornersOf(endsOf([b.x, b.n])).map((other) => [one, other] as const),
  );
  const found = contrastOf([countsOf(a.x.value, a.n.value), countsOf(b.x.value, b.n.value)], ends);
  return found && { a: a.group, b: b.group, ...found };
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
  const of = (x: number, n: number, allX: number, allN: number): readonly [Counts, Counts] => [
    countsOf(x, n),
    countsOf(Math.max(0, allX - x), Math.max(0, allN - n)),
  ];
  // Nothing is said of a rest that may be of fewer people than any count that is printed.
  if (everyone.n.value - one.n.value < 2 * LEAST_SHOWN) return null;
  const [x = [], n = [], allX = [], allN = []] = [one.x, one.n, everyone.x, everyone.n].map(
    ({ value, stands = false }) => bothEnds(rangeOf({ value, fresh: !stands })),
  );
  const ends = x.flatMap((a) =>
    n.flatMap((b) => allX.flatMap((c) => allN.map((d) => of(a, b, c, d)))),
  );
  const printed = of(one.x.value, one.n.value, everyone.x.value, everyone.n.value);
  return contrastOf(printed, ends, confidence);
}

/** The widest interval of pairs of counts, around the difference of those that are printed. */
function contrastOf(
  [first, second]: readonly [Counts, Counts],
  ends: readonly (readonly [Counts, Counts])[],
  confidence = CONFIDENCE,
): Contrast | null {
  const { diff } = riskDifference(first, second, confidence);
  const all = ends.map(([one, other]) => riskDifference(one, other, confidence));
  const lo = Math.min(...all.map((one) => one.lo ?? -1));
  const hi = Math.max(...all.map((one) => one.hi ?? 1));
  return diff === null ? null : { diff, lo, hi };
}

/** Numbers that stand from an earlier release may be a little above what they are a part of. */
const countsOf = (x: number, n: number): Counts => ({ x: Math.min(x, n), n });

const bothEnds = ({ lower, upper }: Interval): readonly number[] => [lower, upper];

/** The shares at the ends of what two printed numbers stand for. */
const cornersOf = ([count, outOf]: readonly Interval[]): readonly Counts[] =>
  count && outOf ? bothEnds(count).flatMap((x) => bothEnds(outOf).map((n) => countsOf(x, n))) : [];
