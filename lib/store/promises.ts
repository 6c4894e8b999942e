import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Tx } from './client.ts';

export interface Promised {
  readonly threadId: ThreadId;
  readonly promisedAt: Instant;
}

/** What waits for an answer for which no time could be promised. */
export async function listUnpromised(tx: Tx): Promise<readonly ThreadId[]> {
  const where = { promisedAt: null, thread: { state: 'open' } } as const;
  const rows = await tx.threadClock.findMany({ where, select: { threadId: true } });
  return rows.map(({ threadId }) => threadId as ThreadId);
}

/** Promises an answer to those who wait without one. */
export async function promiseAll(
  tx: Tx,
  ids: readonly ThreadId[],
  promisedAt: Instant,
): Promise<void> {
  const where = { threadId: { in: [...ids] }, promisedAt: null, thread: { state: 'open' } };
  await tx.threadClock.updateMany({ where, data: { promisedAt: new Date(promisedAt) } });
}

/** What waits for an answer whose promised time is still to come, the earliest first. */
export async function listPromised(tx: Tx, now: Instant): Promise<readonly Promised[]> {
  const rows = await tx.threadClock.findMany({
    where: { promisedAt: { gt: new Date(now) }, thread: { state: 'open' } },
    orderBy: { promisedAt: 'asc' },
    select: { threadId: true, promisedAt: true },
  });
  return rows.flatMap(({ threadId, promisedAt }) =>
    promisedAt === null
      ? []
      : [{ threadId: threadId as ThreadId, promisedAt: promisedAt.getTime() as Instant }],
  );
}
