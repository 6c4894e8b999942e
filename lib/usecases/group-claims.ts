import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { CLAIM_MS } from '#lib/domain/community/queue.ts';
import type { Item } from '#lib/store/group/queue.ts';

/** Whether somebody is at it: a claim ends by itself. */
export function isClaimLive({ claimedAt }: Pick<Item, 'claimedAt'>, now: Instant): boolean {
  return claimedAt !== null && now - claimedAt < CLAIM_MS;
}

/** Whether this moderator may read and decide it: claimed by them, and by nobody since. */
export function isClaimedBy({ claimedBy }: Pick<Item, 'claimedBy'>, id: StaffId): boolean {
  return claimedBy === id;
}
