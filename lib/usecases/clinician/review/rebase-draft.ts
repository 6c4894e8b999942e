import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Draft, draftSchema } from '#lib/domain/routing/draft/draft.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findPublished } from '#lib/store/policies.ts';
import { findDraft, markDraft } from '#lib/store/policy/drafts.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** The author has compared a draft with the policy that was published meanwhile, and goes on with it. */
export async function rebaseDraft(
  ctx: StaffContext<'policy:draft'>,
  { id, live }: { readonly id: string; readonly live: string | null },
): Promise<Result<null, 'not_yours' | 'moved'>> {
  if (!isUuid(id)) return err('not_yours');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const found = await findDraft(tx, id);
    if (found?.author.id !== ctx.actor.id) return err('not_yours');
    const draft = draftSchema.parse(found.document);
    if ((await findPublished(tx)).latest !== live) return err('moved');
    if (draft.base === live) return ok(null);
    const document: Draft = { ...draft, base: live, revision: draft.revision + 1 };
    await markDraft(tx, { id, document, name: document.name, at: ctx.now });
    const detail = { what: 'compared', live };
    const actor = `staff:${ctx.actor.id}`;
    await appendAudit(tx, { actor, action: 'policy.drafted', subject: id, detail });
    return ok(null);
  });
}
