import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { isRostered } from '#lib/domain/community/door.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Tx } from './client.ts';
import { readHours, readPauses } from './roster.ts';
import { countActive } from './staff/staff.ts';

/**
 * Guidance while there is an active guide, the group while a moderator is on the roster of the next seven
 * days, face-to-face while a service is listed (decision D12). What staff paused is closed.
 */
export async function readOpenTiers(
  tx: Tx,
  { today, now }: { readonly today: Day; readonly now: Instant },
): Promise<ReadonlySet<Tier>> {
  const [guides, moderators, service, paused] = await Promise.all([
    countActive(tx, 'guide'),
    readHours(tx, 'moderator', today),
    hasListedService(tx, today),
    readPauses(tx, now),
  ]);
  const open = new Set<Tier>();
  if (guides > 0 && !paused.has('guidance')) open.add('guidance');
  if (isRostered(moderators, today) && !paused.has('group')) open.add('community');
  if (service) open.add('face_to_face');
  return open;
}

/** Of an entry only what says whether it is listed: pages of the check ask on every view. */
async function hasListedService(tx: Tx, today: Day): Promise<boolean> {
  const rows = await tx.$queryRaw<{ paused: boolean; assuredDate: string }[]>`
    SELECT paused, document->>'assuredDate' AS "assuredDate" FROM ops.service WHERE NOT paused`;
  return rows.some((row) => isListed(row, today));
}
