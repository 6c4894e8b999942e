import { stagesReached } from '#lib/domain/pathway/reached.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import { STAGES } from '#lib/domain/pathway/stages.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { CountTable } from './count-table.ts';

/** On to the visit; a plan, a booking and a visit each happen without the others. Bits of the mark `reached`, in this order. */
export const FUNNEL_STAGES = [
  ...STAGES,
  { stage: 'planned', parent: 'viewed' },
  { stage: 'booked', parent: 'viewed' },
  { stage: 'went', parent: 'viewed' },
  { stage: 'confirmed', parent: 'went' },
] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number]['stage'];

/** People are counted under the tier of their first offer; `none` had no total to place them by. */
export const FUNNEL_GROUPS = [...TIERS, 'none'] as const;
export type FunnelGroup = (typeof FUNNEL_GROUPS)[number];

export type FunnelTable = CountTable<FunnelGroup, FunnelStage>;

/** An offer comes with completion, so nobody can be under a tier before it. */
export const SPLIT_STAGES = FUNNEL_STAGES.map(({ stage }) => stage).filter(
  (stage) => stage !== 'started',
);

/** Pathways of one kind and how many of them ever reached each stage: one row of a grouped query. */
export interface StageCounts {
  readonly group: FunnelGroup | 'not_offered';
  readonly counts: Readonly<Record<FunnelStage, number>>;
}

/** The group that a pathway is counted in. */
export function funnelGroupOf(
  row: Pick<PathwayRow, 'completedDay' | 'firstTier'>,
): StageCounts['group'] {
  return row.completedDay === null
    ? 'not_offered'
    : ((row.firstTier satisfies Tier | null) ?? 'none');
}

/** What a pathway has ever reached. */
export function funnelStagesOf(row: PathwayRow): readonly FunnelStage[] {
  const reached = stagesReached(row);
  if (!reached.includes('viewed')) return reached;
  const days = {
    planned: row.plannedDay,
    booked: row.bookedDay,
    went: row.attendedSelfDay ?? row.attendedCodeDay,
    confirmed: row.attendedCodeDay,
  };
  const later = (['planned', 'booked', 'went', 'confirmed'] as const).filter(
    (stage) => days[stage] !== null,
  );
  return [...reached, ...later];
}

/** The funnel of pathways, one by one. Only what each ever reached counts, not the order of pages. */
export function countFunnel(rows: Iterable<PathwayRow>): FunnelTable {
  const byGroup = new Map<StageCounts['group'], Record<FunnelStage, number>>();
  for (const row of rows) {
    const group = funnelGroupOf(row);
    const counts = byGroup.get(group) ?? noCounts();
    for (const stage of funnelStagesOf(row)) counts[stage] += 1;
    byGroup.set(group, counts);
  }
  return sumFunnel([...byGroup].map(([group, counts]) => ({ group, counts })));
}

/** The funnel of counts that the database has already grouped. */
export function sumFunnel(parts: readonly StageCounts[]): FunnelTable {
  const sumOf = (wanted: (group: StageCounts['group']) => boolean) => {
    const sums = noCounts();
    for (const { group, counts } of parts) {
      if (wanted(group)) for (const { stage } of FUNNEL_STAGES) sums[stage] += counts[stage];
    }
    return sums;
  };
  const entries = FUNNEL_GROUPS.map((group) => [group, sumOf((other) => other === group)] as const);
  return {
    stages: FUNNEL_STAGES,
    splitStages: SPLIT_STAGES,
    groups: FUNNEL_GROUPS,
    all: sumOf(() => true),
    byGroup: Object.fromEntries(entries) as Record<FunnelGroup, Record<FunnelStage, number>>,
  };
}

function noCounts(): Record<FunnelStage, number> {
  const none = FUNNEL_STAGES.map(({ stage }) => [stage, 0]);
  return Object.fromEntries(none) as Record<FunnelStage, number>;
}
