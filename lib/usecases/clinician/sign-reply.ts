import type { Instant } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { markReplySigned } from '#lib/store/guidance/saved-replies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

/** A clinician signs the text as they saw it. */
export async function signReply(
  ctx: StaffContext<'replies:sign'>,
  { id, seen }: { readonly id: string; readonly seen: number },
): Promise<Result<null, 'changed'>> {
  requireFresh(ctx);
  if (!isUuid(id)) return err('changed');
  return ctx.db.$transaction(async (tx) => {
    const by = { by: ctx.actor.id, on: ctx.today };
    const signed = await markReplySigned(tx, { id, changedAt: seen as Instant }, by);
    if (!signed) return err('changed');
    const actor = `staff:${ctx.actor.id}`;
    await appendAudit(tx, { actor, action: 'reply.signed', subject: id, detail: {} });
    return ok(null);
  });
}
