import { type Tier, tierRank } from '#lib/domain/routing/tier.ts';
import type { PathwayRow } from './row.ts';

/** Whether a chosen step is the one that was offered, or lies above or below it. */
export function decisionFor(
  { tierOffered }: Pick<PathwayRow, 'tierOffered'>,
  tier: Tier,
): 'accepted' | 'stepped_up' | 'stepped_down' {
  if (tierOffered === null || tierOffered === tier) return 'accepted';
  return tierRank(tier) > tierRank(tierOffered) ? 'stepped_up' : 'stepped_down';
}
