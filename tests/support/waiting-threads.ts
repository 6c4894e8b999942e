import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '#lib/store/client.ts';

/** Whoever waits for an answer, the earliest promise first. */
export async function listWaitingThreads(
  tx: Tx,
): Promise<readonly { readonly id: ThreadId; readonly promisedAt: Instant | null }[]> {
  const rows = await tx.threadClock.findMany({
    where: { openedAt: { not: null } },
    orderBy: { promisedAt: 'asc' },
    select: { threadId: true, promisedAt: true },
  });
  return rows.map(({ threadId, promisedAt }) => ({
    id: threadId as ThreadId,
    promisedAt: (promisedAt?.getTime() ?? null) as Instant | null,
  }));
}
