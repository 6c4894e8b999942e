import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readStep } from '#lib/domain/guidance/answer-step.ts';
import { type DraftContent, EMPTY_DRAFT } from '#lib/domain/guidance/draft.ts';
import { openText } from '#lib/gateways/thread-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { markTakenBack } from '#lib/store/guidance/drafts.ts';
import { findPending, type PendingReply, removePending } from '#lib/store/guidance/pending.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { keepDraft } from '#lib/usecases/keep-draft.ts';
import { takeStaffThread } from '#lib/usecases/staff-thread.ts';

/** Takes back one's own reply before the visitor can read it: its text is a draft again. */
export async function takeBackReply(
  ctx: StaffContext<'inbox:reply'>,
  id: string,
): Promise<Result<null, 'gone' | 'sent'>> {
  return ctx.db.$transaction(async (tx) => {
    const opened = await takeStaffThread(tx, ctx, id);
    if (opened === null) return err('gone');
    const { thread, key } = opened;
    const reply = await findPending(tx, thread.id);
    if (reply?.staffId !== ctx.actor.id) return err('sent');
    const by = { threadId: thread.id, staffId: ctx.actor.id };
    const draft = { ...stepFields(reply), text: openText(key, thread.id, reply.sealed) ?? '' };
    await keepDraft(tx, ctx, opened, { draft, seen: reply.seen });
    await markTakenBack(tx, by, reply.key);
    await removePending(tx, thread.id);
    const actor = `staff:${ctx.actor.id}`;
    await appendAudit(tx, { actor, action: 'thread.taken_back', subject: thread.id, detail: {} });
    return ok(null);
  });
}

/** The choice of the step as it stood in the form. */
function stepFields(reply: PendingReply): DraftContent {
  const step = readStep(reply);
  const { service, upReason, noReason } = EMPTY_DRAFT;
  return {
    ...EMPTY_DRAFT,
    step: step?.kind ?? null,
    service: step?.kind === 'service' ? step.service : service,
    upReason: step?.kind === 'step_up' ? step.reason : upReason,
    noReason: step?.kind === 'none' ? step.reason : noReason,
  };
}
