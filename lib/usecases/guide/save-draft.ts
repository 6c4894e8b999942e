import type { DraftContent } from '#lib/domain/guidance/draft.ts';
import type { Tx } from '#lib/store/client.ts';
import { hasAnsweredSince } from '#lib/store/guidance/answers.ts';
import { findPending } from '#lib/store/guidance/pending.ts';
import { putPresence } from '#lib/store/guidance/presence.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { keepDraft } from '#lib/usecases/keep-draft.ts';
import { type StaffThread, takeStaffThread } from '#lib/usecases/staff-thread.ts';

export interface DraftToSave {
  readonly id: string;
  readonly draft: DraftContent;
  readonly seen: number;
}

/** Keeps what a guide has written so far; they are seen to be replying. False where the thread is gone. */
export async function saveDraft(
  ctx: StaffContext<'inbox:reply'>,
  { id, draft, seen }: DraftToSave,
): Promise<boolean> {
  return ctx.db.$transaction(async (tx) => {
    const opened = await takeStaffThread(tx, ctx, id);
    if (opened === null) return false;
    if (await isLateCopy(tx, ctx, opened, seen)) return true;
    await keepDraft(tx, ctx, opened, { draft, seen });
    const by = { threadId: opened.thread.id, staffId: ctx.actor.id };
    await putPresence(tx, { ...by, now: ctx.now, replying: true });
    return true;
  });
}

/** A copy that comes after the reply itself was sent must not bring its text back. */
async function isLateCopy(
  tx: Tx,
  { actor }: StaffContext,
  { thread }: StaffThread,
  seen: number,
): Promise<boolean> {
  const pending = await findPending(tx, thread.id);
  if (pending?.staffId === actor.id) return true;
  return hasAnsweredSince(tx, { threadId: thread.id, staffId: actor.id, seen });
}
