import type { ThreadId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findPending } from '#lib/store/guidance/pending.ts';
import { getThread, listMessages, markThreadClosed } from '#lib/store/threads.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/**
 * Ends a thread; its texts are removed after their time. One that waits for an answer stays open:
 * a promise was given for it.
 */
export async function closeThread(
  ctx: StaffContext<'inbox:reply'>,
  { id, seen }: { readonly id: string; readonly seen: number },
): Promise<Result<null, 'gone' | 'waiting' | 'changed' | 'held'>> {
  if (!isUuid(id)) return err('gone');
  const threadId = id as ThreadId;
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, `thread ${id}`);
    const thread = await getThread(tx, threadId);
    if (!thread) return err('gone');
    if (thread.state === 'closed') return ok(null);
    if (thread.state === 'open') return err('waiting');
    if (await findPending(tx, threadId)) return err('held');
    const messages = await listMessages(tx, threadId);
    if (messages.length !== seen) return err('changed');
    await markThreadClosed(tx, threadId, ctx.today);
    const entry = { actor: `staff:${ctx.actor.id}`, action: 'thread.closed', subject: id } as const;
    await appendAudit(tx, { ...entry, detail: { messages: messages.length } });
    return ok(null);
  });
}
