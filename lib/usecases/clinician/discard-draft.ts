import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findDraft, removeDraft } from '#lib/store/policy/drafts.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Removes a draft of one's own; one that is gone already is as wished. */
export async function discardDraft(
  ctx: StaffContext<'policy:draft'>,
  id: string,
): Promise<Result<null, 'not_yours'>> {
  if (!isUuid(id)) return err('not_yours');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const draft = await findDraft(tx, id);
    if (!draft) return ok(null);
    if (draft.author.id !== ctx.actor.id) return err('not_yours');
    await removeDraft(tx, id);
    const actor = `staff:${ctx.actor.id}`;
    const detail = { what: 'removed' };
    await appendAudit(tx, { actor, action: 'policy.drafted', subject: id, detail });
    return ok(null);
  });
}
