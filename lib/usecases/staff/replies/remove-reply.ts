import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { removeSavedReply } from '#lib/store/guidance/saved-replies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Takes a reply out of the library. What was sent with it stays as it is. */
export async function removeReply(ctx: StaffContext<'replies:edit'>, id: string): Promise<void> {
  if (!isUuid(id)) return;
  await ctx.db.$transaction(async (tx) => {
    if (!(await removeSavedReply(tx, id))) return;
    const actor = `staff:${ctx.actor.id}`;
    await appendAudit(tx, { actor, action: 'reply.removed', subject: id, detail: {} });
  });
}
