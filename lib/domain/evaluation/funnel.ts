import { stagesReached } from '#lib/domain/pathway/reached.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import { STAGES, type Stage } from '#lib/domain/pathway/stages.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { CountTable } from './count-table.ts';

/** People are counted under the tier of their first offer; `none` had no total to place them by. */
export const FUNNEL_GROUPS = [...TIERS, 'none'] as const;
export type FunnelGroup = (typeof FUNNEL_GROUPS)[number];

export type FunnelTable = CountTable<FunnelGroup, Stage>;

/** An offer comes with completion, so nobody can be under a tier before it. */
export const SPLIT_STAGES = STAGES.map(({ stage }) => stage).filter((stage) => stage !== 'started');

/** Pathways of one kind and how many of them ever reached each stage: one row of a grouped query. */
export interface StageCounts {
  readonly group: FunnelGroup | 'not_offered';
  readonly counts: Readonly<Record<Stage, number>>;
}

/** The group that a pathway is counted in. */
export function funnelGroupOf(
  row: Pick<PathwayRow, 'completedDay' | 'firstTier'>,
): StageCounts['group'] {
  return row.completedDay === null
    ? 'not_offered'
    : ((row.firstTier satisfies Tier | null) ?? 'none');
}

/** The funnel of pathways, one by one. Only what each ever reached counts, not the order of pages. */
export function countFunnel(rows: Iterable<PathwayRow>): FunnelTable {
  const byGroup = new Map<StageCounts['group'], Record<Stage, number>>();
  for (const row of rows) {
    const group = funnelGroupOf(row);
    const counts = byGroup.get(group) ?? noCounts();
    for (const stage of stagesReached(row)) counts[stage] += 1;
    byGroup.set(group, counts);
  }
  return sumFunnel([...byGroup].map(([group, counts]) => ({ group, counts })));
}

/** The funnel of counts that the database has already grouped. */
export function sumFunnel(parts: readonly StageCounts[]): FunnelTable {
  const sumOf = (wanted: (group: StageCounts['group']) => boolean) => {
    const sums = noCounts();
    for (const { group, counts } of parts) {
      if (wanted(group)) for (const { stage } of STAGES) sums[stage] += counts[stage];
    }
    return sums;
  };
  const entries = FUNNEL_GROUPS.map((group) => [group, sumOf((other) => other === group)] as const);
  return {
    stages: STAGES,
    splitStages: SPLIT_STAGES,
    groups: FUNNEL_GROUPS,
    all: sumOf(() => true),
    byGroup: Object.fromEntries(entries) as Record<FunnelGroup, Record<Stage, number>>,
  };
}

function noCounts(): Record<Stage, number> {
  return Object.fromEntries(STAGES.map(({ stage }) => [stage, 0])) as Record<Stage, number>;
}
