import type { Day } from '#lib/domain/basics/ids.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';
import type { Tx } from '../client.ts';

/** How many checks since a day a version placed in each step; those that could not be added up are in none. */
export async function countPlaced(
  tx: Tx,
  hash: string,
  since: Day,
): Promise<Readonly<Record<Tier, number>>> {
  const rows = await tx.$queryRaw<{ tier: string | null; n: number }[]>`
    SELECT t.payload->>'tier' AS tier, count(*)::int AS n
    FROM subject.pathway p JOIN subject.transition t ON t.pathway_id = p.id
    WHERE p.last_used >= DATE '1970-01-01' + ${since}::integer
      AND t.step = 'tier.offered' AND t.policy_hash = ${hash}
      AND p.start_date + t.day >= DATE '1970-01-01' + ${since}::integer
    GROUP BY 1`;
  const counts = TIERS.map((tier) => [tier, rows.find((row) => row.tier === tier)?.n ?? 0]);
  return Object.fromEntries(counts) as Record<Tier, number>;
}
