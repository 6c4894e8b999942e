import type { ThreadId } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { openText, unwrapForStaff } from '#lib/gateways/thread-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findKeywrap, getThread, listMessages } from '#lib/store/threads.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/**
 * The texts of a thread. Every opening leaves an audit row, in the same transaction as the reading
 * (decision R14: a guide sees the tier, the language and the thread; the band only where it is shared).
 */
export async function openThread(ctx: StaffContext<'inbox:read'>, id: string) {
  if (!isUuid(id)) return null;
  const threadId = id as ThreadId;
  return ctx.db.$transaction(async (tx) => {
    const thread = await getThread(tx, threadId);
    const wrapped = thread && (await findKeywrap(tx, threadId, 'staff'));
    const key = wrapped && unwrapForStaff(ctx.secrets, threadId, wrapped);
    if (!thread || !key) return null;
    const sealed = await listMessages(tx, threadId);
    const detail = { messages: sealed.length };
    const entry = { actor: `staff:${ctx.actor.id}`, action: 'thread.read', subject: id } as const;
    await appendAudit(tx, { ...entry, detail });
    const messages = sealed.map(({ seq, author, sealed: box }) => ({
      seq,
      author,
      text: openText(key, threadId, box) ?? '',
    }));
    const late = thread.promisedAt !== null && thread.promisedAt < ctx.now;
    return { thread, messages, late };
  });
}
