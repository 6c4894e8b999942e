import { z } from 'zod';
import type { Disclosed, DisclosedTable } from '../disclosure.ts';
import type { WithSolver } from '../linear-problem.ts';
import type { Release, ToPrint } from '../release/counted.ts';
import { countTables, isLarge, type ReleasedTable } from '../release/counted-tables.ts';
import { printRelease } from '../release/print-release.ts';
import { NUMBERS, numberOf, numbersOf } from '../release/printed.ts';
import { type StratumCounts, sumArms, type TrialPeople } from './counts.ts';
import { type Flow, flowOf, flowPlaces, flowTables } from './flow.ts';
import type { Arm, Registration } from './registration.ts';
import { groupTables, type Subgroups, subgroupsOf } from './subgroups.ts';
import { keyIn, TRIAL_STAGES, type TrialStage, trialTable, WANTED } from './table.ts';

/** All that stands on the page of a comparison, and in its file, of one release. */
export const PRINTED_TRIAL = NUMBERS.extend({
  /** What it has a place for. */
  stages: z.array(z.enum(TRIAL_STAGES.map(({ stage }) => stage))),
});
export type PrintedNumbers = z.infer<typeof PRINTED_TRIAL>;

/** A release, with what the next one is set against. */
export interface TrialRelease {
  readonly printed: PrintedNumbers;
  readonly kept: Release;
}

const namesOf = ({ arms }: Pick<Registration, 'arms'>) => arms.map(({ way }) => way);

function armsTable(registration: Registration, strata: readonly StratumCounts[]): ReleasedTable {
  const table = trialTable(sumArms(strata, registration.arms));
  return { name: 'arms', table, groups: table.groups, keyOf: keyIn };
}

/** Everything that is ever printed of a comparison is counted in each release: what is printed last tells of those before. */
function countAll(
  registration: Registration,
  { strata, keptOut }: TrialPeople,
): { readonly main: ReleasedTable; readonly counted: ToPrint } {
  const main = armsTable(registration, strata);
  const counts = sumArms(strata, registration.arms);
  const groups = groupTables(registration, strata);
  return { main, counted: countTables([main, ...groups, ...flowTables(counts, keptOut)]) };
}

function armsToPrint(
  { main, counted }: ReturnType<typeof countAll>,
  stages: readonly TrialStage[],
): ToPrint {
  const keysOf = (some: Iterable<string>) =>
    [...some].flatMap((stage) => ['all', ...main.groups].map((arm) => keyIn(arm, stage)));
  const printable = isLarge(main) ? keysOf(stages) : [];
  return { ...counted, printable: new Set(printable), foremost: new Set(keysOf(WANTED)) };
}

interface ToRelease {
  readonly people: TrialPeople;
  readonly stages: readonly TrialStage[];
  /** Its earlier releases, the latest last. */
  readonly history: readonly Release[];
}

/** What may be printed of the arms (decision D15), beside all that was printed of them before. */
export function releaseArms(
  registration: Registration,
  { people, stages, history }: ToRelease,
  withSolver: WithSolver,
): TrialRelease {
  const toPrint = armsToPrint(countAll(registration, people), stages);
  const kept = printRelease(toPrint, history, withSolver);
  return { kept, printed: { ...numbersOf(kept), stages: [...stages] } };
}

/**
 * What may be printed of a comparison whose results are open: its arms; and of its groups, and of the way of everybody
 * through it, what gives nothing away beside the arms, beside each other and beside what was printed before.
 */
export function releaseResults(
  registration: Registration,
  people: TrialPeople,
  history: readonly Release[],
  withSolver: WithSolver,
): TrialRelease {
  const stages = TRIAL_STAGES.map(({ stage }) => stage);
  const arms = releaseArms(registration, { people, stages, history }, withSolver);
  const { main, counted } = countAll(registration, people);
  const hasFlow = people.keptOut !== null && isLarge(main);
  const groups = groupTables(registration, people.strata);
  // The groups were registered to be looked at: what is hidden for the sake of others is of the flow first.
  const preferred = new Set(groups.filter(isLarge).flatMap(placesOf));
  const flow = hasFlow ? flowPlaces(namesOf(registration)) : [];
  const toPrint = { ...counted, printable: new Set([...preferred, ...flow]) };
  const beside = [...history, { ...arms.kept, hidden: [] }];
  const more = numbersOf(printRelease({ ...toPrint, preferred }, beside, withSolver));
  const { numbers, standing = [] } = arms.printed;
  return {
    kept: arms.kept,
    printed: {
      stages,
      numbers: { ...numbers, ...more.numbers },
      standing: [...standing, ...(more.standing ?? [])],
    },
  };
}

const placesOf = ({ table: { stages }, groups, keyOf }: ReleasedTable): readonly string[] =>
  groups.flatMap((group) => stages.map(({ stage }) => keyOf(group, stage)));

/** The arms of a comparison as they are printed. */
export type PrintedArms = DisclosedTable<Arm['way'], TrialStage>;

export interface PrintedTrial {
  readonly table: PrintedArms;
  readonly subgroups: readonly Subgroups[];
  /** Null: too few people, or opened before it was counted. */
  readonly flow: Flow | null;
}

export function readArms(registration: Registration, printed: PrintedNumbers): PrintedArms {
  return {
    stages: TRIAL_STAGES,
    splitStages: TRIAL_STAGES.map(({ stage }) => stage),
    groups: namesOf(registration),
    cell: (arm, stage) => numberOf(printed, keyIn(arm, stage)),
  };
}

/** A release as the page of a comparison whose results are open shows it. */
export function readResults(
  registration: Registration,
  { strata, keptOut }: TrialPeople,
  printed: PrintedNumbers,
): PrintedTrial {
  const at = (key: string): Disclosed => numberOf(printed, key);
  const table = readArms(registration, printed);
  const hasFlow = keptOut !== null && isLarge(armsTable(registration, strata));
  return {
    table,
    subgroups: subgroupsOf(registration, at),
    flow: hasFlow ? flowOf(table.groups, at, table.cell) : null,
  };
}
