import type { Day } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import type { BanReason } from '#lib/domain/community/codes.ts';
import { BAN_DAYS } from '#lib/domain/community/door.ts';
import { weekOf } from '#lib/domain/community/figures.ts';
import { openAuthor, sealBanned } from '#lib/gateways/group-keys.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { insertBan } from '#lib/store/group/members.ts';
import { findAuthor } from '#lib/store/group/posts.ts';
import { findItem } from '#lib/store/group/queue.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { isClaimedBy } from '#lib/usecases/group-claims.ts';

/**
 * Ends the posting of whoever wrote what this moderator has claimed. Nobody learns who that is: the sealed author is
 * opened for this one write and goes nowhere else. `already`: it is ended, or there is no such pathway any more.
 */
export async function endPosting(
  ctx: StaffContext<'group:moderate'>,
  { id, reason }: { readonly id: string; readonly reason: BanReason },
): Promise<Result<null, 'gone' | 'taken' | 'already'>> {
  if (!isUuid(id)) return err('gone');
  const { secrets, actor, now, today } = ctx;
  return ctx.db.$transaction(async (tx) => {
    const item = await findItem(tx, id);
    const sealed = item && (await findAuthor(tx, item.postId));
    if (!item || !sealed) return err('gone');
    if (!isClaimedBy(item, actor.id)) return err('taken');
    const pathwayId = openAuthor(secrets, item.postId, sealed);
    const banId = randomUuid();
    const pathwaySealed = sealBanned(secrets, banId, pathwayId);
    const ban = { id: banId, reason, bannedBy: actor.id, bannedAt: now, pathwaySealed };
    const until = (weekOf(today) + BAN_DAYS) as Day;
    if (!(await insertBan(tx, ban, { pathwayId, until }))) return err('already');
    const entry = { actor: `staff:${actor.id}`, action: 'group.posting_ended' } as const;
    await appendAudit(tx, { ...entry, subject: banId, detail: { reason } });
    return ok(null);
  });
}
