import type { Day } from '#lib/domain/basics/ids.ts';
import type { AccessTier } from '#lib/domain/evaluation/package/column.ts';
import { beginOf } from '#lib/domain/evaluation/release/period.ts';
import type { Tx } from '#lib/store/client.ts';
import { findOpenCutoff } from '#lib/store/exports.ts';

/**
 * The last day of a package that is asked for: yesterday, whose steps are all known. All open packages of one quarter of
 * the year have one: whoever has two with a few days between them would see what few people did in those days.
 */
export async function cutoffOf(tx: Tx, tier: AccessTier, today: Day): Promise<Day> {
  const yesterday = (today - 1) as Day;
  if (tier !== 'open') return yesterday;
  return (await findOpenCutoff(tx, beginOf(yesterday, 'quarter'))) ?? yesterday;
}
