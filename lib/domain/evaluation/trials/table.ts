import type { CountStage, CountTable } from '../count-table.ts';
import type { DisclosedTable } from '../disclosure.ts';
import type { Counts } from '../statistics/counts.ts';
import type { TrialCounts } from './counts.ts';

/** What is counted of each arm, each with the stage that everybody in it is also in. */
export const TRIAL_STAGES = [
  { stage: 'assigned', parent: null },
  { stage: 'harmed', parent: 'assigned' },
  { stage: 'shown', parent: 'assigned' },
  { stage: 'followed', parent: 'assigned' },
  { stage: 'attended', parent: 'followed' },
  { stage: 'told', parent: 'attended' },
  { stage: 'verified', parent: 'attended' },
  { stage: 'planned', parent: 'followed' },
  { stage: 'booked', parent: 'followed' },
] as const satisfies readonly CountStage<string>[];

export type TrialStage = (typeof TRIAL_STAGES)[number]['stage'];

/** Seen while it runs: who saw what chance gave them, and harm. */
export const OPEN_STAGES = ['harmed', 'shown'] as const;
/** The outcome and what it is counted out of: hidden for the sake of others only where nothing else will do. */
export const WANTED: ReadonlySet<string> = new Set(['followed', 'attended']);

/** Closed until the planned day, with what they are counted out of. */
export const OUTCOME_STAGES = ['attended', 'told', 'verified', 'planned', 'booked'] as const;

/** A cell of an arm, or of all, among those of a comparison that are printed together. */
export const keyIn = (arm: string, stage: string) => `${arm} ${stage}`;

const NAMES = TRIAL_STAGES.map(({ stage }) => stage);

/** The table that decision D15 is applied to, whole: what one reader does not see hides nothing from another. */
export function trialTable(
  counts: readonly TrialCounts[],
): CountTable<TrialCounts['arm'], TrialStage> {
  const rowOf = (of: (stage: TrialStage) => number) =>
    Object.fromEntries(NAMES.map((stage) => [stage, of(stage)])) as Record<TrialStage, number>;
  return {
    stages: TRIAL_STAGES,
    splitStages: NAMES,
    groups: counts.map(({ arm }) => arm),
    all: rowOf((stage) => counts.reduce((sum, one) => sum + one[stage], 0)),
    byGroup: Object.fromEntries(
      counts.map((one) => [one.arm, rowOf((stage) => one[stage])]),
    ) as Record<TrialCounts['arm'], Record<TrialStage, number>>,
  };
}

/** Readings of the main outcome. A package holds what people said, so that one can be worked out from it again. */
export const READINGS = ['attended', 'told', 'verified'] as const;
export type Reading = (typeof READINGS)[number];

/** Numerator and denominator as they are printed; null where one of them is hidden. */
export function printedCounts(
  table: DisclosedTable<TrialCounts['arm'], TrialStage>,
  arm: TrialCounts['arm'],
  stage: Reading,
): Counts | null {
  const [x, n] = [table.cell(arm, stage), table.cell(arm, 'followed')];
  return x.kind === 'shown' && n.kind === 'shown' ? { x: x.value, n: n.value } : null;
}
