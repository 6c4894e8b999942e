import {
  FUNNEL_STAGES,
  type FunnelStage,
  type StageCounts,
} from '#lib/domain/evaluation/funnel.ts';
import type { Research } from './connection.ts';

export interface FunnelCounts extends StageCounts {
  readonly people: number;
}

type Line = Readonly<Record<FunnelStage | 'people', number>> & Pick<StageCounts, 'group'>;

/**
 * Everyone with research consent, counted by the database: no row that holds the tier of a person's
 * offer leaves it, since beside a total it could tell the answer to item 9.
 */
export async function listFunnelCounts(research: Research): Promise<readonly FunnelCounts[]> {
  const { rows } = await research.query<Line>('SELECT * FROM pub.funnel_research');
  return rows.map(({ group, people, ...line }) => {
    const counts = FUNNEL_STAGES.map(({ stage }) => [stage, line[stage]] as const);
    return { group, people, counts: Object.fromEntries(counts) as StageCounts['counts'] };
  });
}
