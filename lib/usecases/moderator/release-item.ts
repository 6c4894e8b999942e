import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findItem, releaseItem as release } from '#lib/store/group/queue.ts';
import { hasOtherModerator } from '#lib/store/staff/staff.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { isClaimedBy } from '#lib/usecases/group-claims.ts';

/**
 * Gives an item back undecided. `second` asks for a second opinion: then somebody else has to decide, and where there
 * is nobody else it is refused.
 */
export async function releaseItem(
  ctx: StaffContext<'group:moderate'>,
  { id, second }: { readonly id: string; readonly second: boolean },
): Promise<Result<null, 'gone' | 'taken' | 'nobody'>> {
  const known = isUuid(id) ? await findItem(ctx.db, id) : null;
  if (!known) return err('gone');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, `post ${known.postId}`);
    const item = await findItem(tx, id);
    if (!item) return err('gone');
    if (!isClaimedBy(item, ctx.actor.id)) return err('taken');
    const barred = [...new Set([...item.barred, ctx.actor.id])];
    if (second && !(await hasOtherModerator(tx, barred))) return err('nobody');
    await release(tx, id, second ? barred : null);
    const action = second ? 'group.second_asked' : 'group.released';
    await appendAudit(tx, { actor: `staff:${ctx.actor.id}`, action, subject: id, detail: {} });
    return ok(null);
  });
}
