import { listWaitingThreads } from '#lib/store/threads.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Who waits for an answer, the earliest promise first. No text of theirs, and no pathway. */
export async function listInbox(ctx: StaffContext<'inbox:read'>) {
  const threads = await listWaitingThreads(ctx.db);
  return threads.map((thread) => ({
    ...thread,
    waitedMs: thread.openedAt === null ? 0 : Math.max(0, ctx.now - thread.openedAt),
    late: thread.promisedAt !== null && thread.promisedAt < ctx.now,
  }));
}
