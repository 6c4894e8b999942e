import type { CountTable } from '../count-table.ts';
import type { Disclosed } from '../disclosure.ts';
import type { ReleasedTable } from '../release/counted-tables.ts';
import { KEPT_OUT, type KeptOut, type TrialCounts } from './counts.ts';
import type { Arm } from './registration.ts';
import { keyIn } from './table.ts';

/** The boxes of an arm, each of people in one before it. Whose days are over is analysed, heard of or not. */
export const FLOW_STAGES = ['assigned', 'shown', 'followed', 'heard', 'analysed'] as const;
export type FlowStage = (typeof FLOW_STAGES)[number];

/**
 * The way of everybody through a comparison, as it is printed: S. Hopewell et al., CONSORT 2025,
 * doi:10.1371/journal.pmed.1004587, figure 1 (as in CONSORT 2010, doi:10.1136/bmj.c332).
 */
export interface Flow {
  /** Assigned, or kept out for one of the reasons. */
  readonly pool: Disclosed;
  readonly keptOut: readonly {
    readonly reason: KeptOut['reason'];
    readonly people: Disclosed;
  }[];
  readonly arms: readonly {
    readonly arm: Arm['way'] | 'all';
    readonly counts: Readonly<Record<FlowStage, Disclosed>>;
  }[];
}

const STAGES = [
  { stage: 'assigned', parent: null },
  { stage: 'followed', parent: 'assigned' },
  { stage: 'heard', parent: 'followed' },
  { stage: 'attended', parent: 'heard' },
] as const;
const NAMES = STAGES.map(({ stage }) => stage);
type Stage = (typeof NAMES)[number];

const POOL = 'pool';
const reasonKey = (reason: string) => `kept out: ${reason}`;

/** Whose outcome is known, between the counts of the arms that are printed already. */
function armsTable(counts: readonly TrialCounts[]): ReleasedTable {
  const rowOf = (of: (stage: Stage) => number) =>
    Object.fromEntries(NAMES.map((stage) => [stage, of(stage)])) as Record<Stage, number>;
  const table: CountTable<string, Stage> = {
    stages: STAGES,
    splitStages: NAMES,
    groups: counts.map(({ arm }) => arm),
    all: rowOf((stage) => counts.reduce((sum, one) => sum + one[stage], 0)),
    byGroup: Object.fromEntries(counts.map((one) => [one.arm, rowOf((stage) => one[stage])])),
  };
  return { name: 'flow of arms', table, groups: table.groups, keyOf: keyIn };
}

/** Everybody who could have been assigned: those who were, who are printed already, and those kept out. */
function poolTable(counts: readonly TrialCounts[], keptOut: readonly KeptOut[]): ReleasedTable {
  const assigned = counts.reduce((sum, one) => sum + one.assigned, 0);
  const peopleOf = (part: string) =>
    part === 'assigned' ? assigned : (keptOut.find(({ reason }) => reason === part)?.people ?? 0);
  const groups = ['assigned', ...KEPT_OUT];
  return {
    name: 'flow before arms',
    table: {
      stages: [{ stage: POOL, parent: null }],
      splitStages: [POOL],
      groups,
      all: { [POOL]: groups.reduce((sum, part) => sum + peopleOf(part), 0) },
      byGroup: Object.fromEntries(groups.map((part) => [part, { [POOL]: peopleOf(part) }])),
    },
    groups: KEPT_OUT,
    keyOf: (part) => {
      if (part === 'all') return POOL;
      return part === 'assigned' ? keyIn('all', part) : reasonKey(part);
    },
  };
}

/** Whom chance gave nothing is counted when results are opened, and null before. */
export const flowTables = (counts: readonly TrialCounts[], keptOut: readonly KeptOut[] | null) => [
  armsTable(counts),
  ...(keptOut === null ? [] : [poolTable(counts, keptOut)]),
];

/** What of these tables no other one has a place for. */
export function flowPlaces(ways: readonly Arm['way'][]): readonly string[] {
  const arms = ['all', ...ways];
  return [...arms.map((arm) => keyIn(arm, 'heard')), POOL, ...KEPT_OUT.map(reasonKey)];
}

/** `main`: what is printed of the arms in any case. */
export function flowOf(
  ways: readonly Arm['way'][],
  at: (key: string) => Disclosed,
  main: (arm: Arm['way'] | 'all', stage: 'assigned' | 'shown' | 'followed') => Disclosed,
): Flow {
  return {
    pool: at(POOL),
    keptOut: KEPT_OUT.map((reason) => ({ reason, people: at(reasonKey(reason)) })),
    arms: [...ways, 'all' as const].map((arm) => ({
      arm,
      counts: {
        assigned: main(arm, 'assigned'),
        shown: main(arm, 'shown'),
        followed: main(arm, 'followed'),
        heard: at(keyIn(arm, 'heard')),
        analysed: main(arm, 'followed'),
      },
    })),
  };
}
