import type { CountTable } from '../count-table.ts';
import type { Disclosed } from '../disclosure.ts';
import type { ReleasedTable } from '../release/counted-tables.ts';
import { type Counts, type Limits, NO_LIMITS } from '../statistics/counts.ts';
import { type Difference, riskDifference } from '../statistics/newcombe.ts';
import { differenceAsPrinted, differencesOf, type PrintedShare, widestOf } from '../widest.ts';
import type { StratumCounts } from './counts.ts';
import { type Arm, LEVEL, type Registration } from './registration.ts';
import { keyIn } from './table.ts';

type By = Registration['subgroups'][number];
type Outcome = 'followed' | 'attended';

/** One arm of one group, as it is printed. */
export type GroupArm = Readonly<Record<Outcome, Disclosed>>;

export interface Group {
  readonly group: string;
  /** Of the two arms that are compared. */
  readonly arms: readonly [GroupArm, GroupArm];
  /** First arm minus second, with the interval of this group by itself; null where a count of it is hidden. */
  readonly effect: Difference | null;
}

export interface Subgroups {
  readonly by: By;
  readonly groups: readonly Group[];
  /** Groups whose difference is not that of the first one; null: there are no two to set against each other. */
  readonly apart: readonly string[] | null;
}

const STAGES = [
  { stage: 'followed', parent: null },
  { stage: 'attended', parent: 'followed' },
] as const;

const valuesOf = ({ population }: Registration, by: By): readonly string[] =>
  by === 'band' ? population.bands : population.locales;

const keyOf = (arm: string, by: By, value: string, stage: string) =>
  `${arm} ${by}=${value} ${stage}`;

/** The two arms that are compared. */
const compared = ({ arms }: Registration) =>
  arms.slice(0, 2).map(({ way }) => way) as [Arm['way'], Arm['way']];

/** The people of one arm by one of the two, who are together those of the arm in the main table. */
function tableOf(
  registration: Registration,
  strata: readonly StratumCounts[],
  { arm, by }: { readonly arm: Arm['way']; readonly by: By },
): ReleasedTable {
  const own = strata.filter((one) => one.arm === arm);
  const values = valuesOf(registration, by);
  const groups = [...new Set([...values, ...own.map((one) => one[by])])];
  const sum = (of: readonly StratumCounts[]) => ({
    followed: of.reduce((so, { followed }) => so + followed, 0),
    attended: of.reduce((so, { attended }) => so + attended, 0),
  });
  const table: CountTable<string, Outcome> = {
    stages: STAGES,
    splitStages: ['followed', 'attended'],
    groups,
    all: sum(own),
    byGroup: Object.fromEntries(
      groups.map((value) => [value, sum(own.filter((one) => one[by] === value))]),
    ),
  };
  return {
    name: `${arm} by ${by}`,
    table,
    groups: values,
    keyOf: (group, stage) => (group === 'all' ? keyIn(arm, stage) : keyOf(arm, by, group, stage)),
  };
}

/** The tables of the groups that were registered, of the arms that are compared. */
export function groupTables(
  registration: Registration,
  strata: readonly StratumCounts[],
): readonly ReleasedTable[] {
  return registration.subgroups.flatMap((by) =>
    compared(registration).map((arm) => tableOf(registration, strata, { arm, by })),
  );
}

/** The groups as far as they are printed. */
export function subgroupsOf(
  registration: Registration,
  at: (key: string) => Disclosed,
): readonly Subgroups[] {
  const look = (arm: string, by: By, value: string): GroupArm => ({
    followed: at(keyOf(arm, by, value, 'followed')),
    attended: at(keyOf(arm, by, value, 'attended')),
  });
  const all = registration.subgroups.map((by) => ({
    by,
    groups: valuesOf(registration, by).map((group): Group => {
      const [first, second] = compared(registration);
      const arms = [look(first, by, group), look(second, by, group)] as const;
      return { group, arms, effect: effectOf(arms, LEVEL) };
    }),
  }));
  const known = all.map(({ groups }) => groups.filter(({ effect }) => effect !== null));
  const contrasts = known.reduce((sum, groups) => sum + Math.max(0, groups.length - 1), 0);
  return all.map((one, i) => ({ ...one, apart: apartIn(known[i] ?? [], LEVEL / contrasts) }));
}

function effectOf(arms: Group['arms'], level: number): Difference | null {
  const shares = sharesOf(arms);
  return shares && differenceAsPrinted(shares, judgeAt(level));
}

const judgeAt = (level: number) => (first: Counts, second: Counts) =>
  riskDifference(first, second, 1 - level);

/** Null where a count is hidden. */
function sharesOf([first, second]: Group['arms']): readonly [PrintedShare, PrintedShare] | null {
  const [a, b] = [shareOf(first), shareOf(second)];
  return a && b && [a, b];
}

function shareOf({ followed, attended }: GroupArm): PrintedShare | null {
  return followed.kind === 'shown' && attended.kind === 'shown'
    ? { x: attended, n: followed }
    : null;
}

/**
 * Interaction: each group against the first one, at a level that is shared among all such contrasts of the comparison
 * (Bonferroni). A difference in one group and none in another is no proof that the two are not alike.
 */
function apartIn(groups: readonly Group[], level: number): readonly string[] | null {
  if (groups.length < 2) return null;
  const [reference, ...others] = groups.flatMap(({ group, arms }) => {
    const shares = sharesOf(arms);
    return shares ? [{ group, found: differencesOf(shares, judgeAt(level)) }] : [];
  });
  if (!reference) return null;
  return others
    .filter(({ found }) => {
      // Of every two differences that the printed counts may stand for.
      const all = found.flatMap((one) => reference.found.map((other) => between(one, other)));
      const { lo, hi } = widestOf(all);
      return lo > 0 || hi < 0;
    })
    .map(({ group }) => group);
}

/** A difference of two differences of people who share nobody: G. Y. Zou & A. Donner, Stat Med 27:1693 (2008), MOVER. */
function between(one: Difference, other: Difference): Limits {
  const [a, b] = [sidesOf(one), sidesOf(other)];
  if (!a || !b) return NO_LIMITS;
  const diff = a.diff - b.diff;
  return { lo: diff - Math.hypot(a.below, b.above), hi: diff + Math.hypot(a.above, b.below) };
}

function sidesOf({ diff, lo, hi }: Difference) {
  if (diff === null || lo === null || hi === null) return null;
  return { diff, below: diff - lo, above: hi - diff };
}
