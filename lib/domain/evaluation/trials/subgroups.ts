import type { CountTable } from '../count-table.ts';
import { type Disclosed, type DisclosedTable, discloseTable } from '../disclosure.ts';
import type { WithSolver } from '../linear-problem.ts';
import type { Release } from '../release/counted.ts';
import { countTables, isLarge, type ReleasedTable } from '../release/counted-tables.ts';
import { printRelease } from '../release/print-release.ts';
import { type Counts, type Limits, NO_LIMITS } from '../statistics/counts.ts';
import { type Difference, riskDifference } from '../statistics/newcombe.ts';
import { type StratumCounts, sumArms } from './counts.ts';
import { type Arm, LEVEL, type Registration } from './registration.ts';
import { type TrialStage, trialTable, WANTED } from './table.ts';

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

const keyIn = (arm: string, stage: string) => `${arm} ${stage}`;
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

/** What was printed of the arms before results were opened: nobody has forgotten it. */
function releaseOf(main: ReleasedTable, before: DisclosedTable<Arm['way'], TrialStage>): Release {
  const { cells, sums } = countTables([main]);
  const shown = (['all', ...before.groups] as const).flatMap((arm) =>
    before.stages.flatMap(({ stage }) => {
      const cell = before.cell(arm, stage);
      return cell.kind === 'shown' ? [[keyIn(arm, stage), cell.value] as const] : [];
    }),
  );
  const prints = shown.map(([key, value]) => [key, { value, fresh: true }] as const);
  return {
    counted: { cells, sums },
    prints: Object.fromEntries(prints),
    hidden: [],
    last: Object.fromEntries(shown),
  };
}

/**
 * What may be printed of a comparison that is over and whose results are open (decision D15): its arms as before, and
 * of its groups what, set against the arms that they add up to, gives nothing away.
 */
export function printTrial(
  registration: Registration,
  strata: readonly StratumCounts[],
  withSolver: WithSolver,
) {
  const arms = trialTable(sumArms(strata, registration.arms));
  const table = discloseTable(arms, withSolver, WANTED);
  const main: ReleasedTable = { name: 'arms', table: arms, groups: arms.groups, keyOf: keyIn };
  const apart = registration.subgroups.flatMap((by) =>
    compared(registration).map((arm) => tableOf(registration, strata, { arm, by })),
  );
  const places = apart
    .filter(isLarge)
    .flatMap((one) =>
      one.groups.flatMap((group) => STAGES.map(({ stage }) => one.keyOf(group, stage))),
    );
  const toPrint = { ...countTables([main, ...apart]), printable: new Set(places) };
  const { prints } = printRelease(toPrint, [releaseOf(main, table)], withSolver);
  const at = (key: string): Disclosed => {
    const value = prints[key]?.value;
    return value === undefined ? { kind: 'suppressed' } : { kind: 'shown', value };
  };
  return {
    table,
    subgroups: subgroupsOf(registration, (arm, by, value) => ({
      followed: at(keyOf(arm, by, value, 'followed')),
      attended: at(keyOf(arm, by, value, 'attended')),
    })),
  };
}

type Look = (arm: Arm['way'], by: By, value: string) => GroupArm;

function subgroupsOf(registration: Registration, look: Look): readonly Subgroups[] {
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

function effectOf([first, second]: Group['arms'], level: number): Difference | null {
  const [a, b] = [countsOf(first), countsOf(second)];
  return a && b ? riskDifference(a, b, 1 - level) : null;
}

function countsOf({ followed, attended }: GroupArm): Counts | null {
  return followed.kind === 'shown' && attended.kind === 'shown'
    ? { x: attended.value, n: followed.value }
    : null;
}

/**
 * Interaction: each group against the first one, at a level that is shared among all such contrasts of the comparison
 * (Bonferroni). A difference in one group and none in another is no proof that the two are not alike.
 */
function apartIn(groups: readonly Group[], level: number): readonly string[] | null {
  const [first, ...others] = groups;
  if (!first || others.length === 0) return null;
  const reference = effectOf(first.arms, level);
  return others
    .filter(({ arms }) => {
      const { lo, hi } = between(effectOf(arms, level), reference);
      return lo !== null && hi !== null && (lo > 0 || hi < 0);
    })
    .map(({ group }) => group);
}

/** A difference of two differences of people who share nobody: G. Y. Zou & A. Donner, Stat Med 27:1693 (2008), MOVER. */
function between(one: Difference | null, other: Difference | null): Limits {
  if (!one || !other) return NO_LIMITS;
  const [a, b] = [sidesOf(one), sidesOf(other)];
  if (!a || !b) return NO_LIMITS;
  const diff = a.diff - b.diff;
  return { lo: diff - Math.hypot(a.below, b.above), hi: diff + Math.hypot(a.above, b.below) };
}

function sidesOf({ diff, lo, hi }: Difference) {
  if (diff === null || lo === null || hi === null) return null;
  return { diff, below: diff - lo, above: hi - diff };
}
