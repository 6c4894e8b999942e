import { type Disclosed, type DisclosedTable, discloseTable } from '../disclosure.ts';
import type { WithSolver } from '../linear-problem.ts';
import type { Release } from '../release/counted.ts';
import { countTables, isLarge, type ReleasedTable } from '../release/counted-tables.ts';
import { printRelease } from '../release/print-release.ts';
import { sumArms, type TrialPeople } from './counts.ts';
import { type Flow, flowOf, flowPlaces, flowTables } from './flow.ts';
import type { Arm, Registration } from './registration.ts';
import { groupTables, type Subgroups, subgroupsOf } from './subgroups.ts';
import { keyIn, type TrialStage, trialTable, WANTED } from './table.ts';

export interface PrintedTrial {
  readonly table: DisclosedTable<Arm['way'], TrialStage>;
  readonly subgroups: readonly Subgroups[];
  /** Null: too few people, or opened before it was counted. */
  readonly flow: Flow | null;
}

/** What was printed of the arms before results were opened: nobody has forgotten it. */
function releaseOf(main: ReleasedTable, before: PrintedTrial['table']): Release {
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
 * What may be printed of a comparison that is over and whose results are open (decision D15): its arms as before; and of
 * its groups, and of the way of everybody through it, what gives nothing away beside the arms and beside each other.
 */
export function printTrial(
  registration: Registration,
  { strata, keptOut }: TrialPeople,
  withSolver: WithSolver,
): PrintedTrial {
  const counts = sumArms(strata, registration.arms);
  const arms = trialTable(counts);
  const table = discloseTable(arms, withSolver, WANTED);
  const main: ReleasedTable = { name: 'arms', table: arms, groups: arms.groups, keyOf: keyIn };
  const groups = groupTables(registration, strata);
  const flow = keptOut !== null && isLarge(main) ? flowTables(counts, keptOut) : [];
  // The groups were registered to be looked at: what is hidden for the sake of others is of the flow first.
  const preferred = new Set(groups.filter(isLarge).flatMap(placesOf));
  const places = flow.length === 0 ? preferred : [...preferred, ...flowPlaces(counts)];
  const toPrint = { ...countTables([main, ...groups, ...flow]), printable: new Set(places) };
  const release = releaseOf(main, table);
  const { prints } = printRelease({ ...toPrint, preferred }, [release], withSolver);
  const at = (key: string): Disclosed => {
    const value = prints[key]?.value;
    return value === undefined ? { kind: 'suppressed' } : { kind: 'shown', value };
  };
  return {
    table,
    subgroups: subgroupsOf(registration, at),
    flow: flow.length === 0 ? null : flowOf(counts, at, table.cell),
  };
}

const placesOf = ({ table: { stages }, groups, keyOf }: ReleasedTable): readonly string[] =>
  groups.flatMap((group) => stages.map(({ stage }) => keyOf(group, stage)));
