import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readDraft, writeDraft } from '#lib/domain/guidance/draft.ts';
import { openDraft, sealDraft } from '#lib/gateways/thread-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findDraft, markGivenBack } from '#lib/store/guidance/drafts.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { takeStaffThread } from '#lib/usecases/staff-thread.ts';

/** Gives a colleague's draft back, as one would send it, with a word about it. */
export async function checkDraft(
  ctx: StaffContext<'inbox:reply'>,
  checked: {
    readonly id: string;
    /** Whose draft it is. */
    readonly of: string;
    readonly text: string;
    readonly comment: string;
  },
): Promise<Result<null, 'gone' | 'not_asked'>> {
  const { id, text, comment } = checked;
  const of = checked.of as StaffId;
  return ctx.db.$transaction(async (tx) => {
    const opened = await takeStaffThread(tx, ctx, id);
    if (opened === null) return err('gone');
    const { thread, key } = opened;
    const draft = await findDraft(tx, thread.id, of);
    if (draft?.asked !== ctx.actor.id || draft.givenBack) return err('not_asked');
    const before = readDraft(openDraft(key, thread.id, of, draft.sealed));
    const sealed = sealDraft(key, thread.id, of, writeDraft({ ...before, text, comment }));
    await markGivenBack(tx, { threadId: thread.id, staffId: of, sealed, by: ctx.actor.id });
    const actor = `staff:${ctx.actor.id}`;
    const entry = { actor, action: 'thread.draft_checked', subject: thread.id } as const;
    await appendAudit(tx, { ...entry, detail: { of } });
    return ok(null);
  });
}
