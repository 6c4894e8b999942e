import type { Instant, StaffId, ThreadId } from '#lib/domain/basics/ids.ts';
import type { StoredStep } from '#lib/domain/guidance/answer-step.ts';
import type { Tx } from '../client.ts';

/** A reply that can still be taken back. */
export interface PendingReply extends StoredStep {
  readonly threadId: ThreadId;
  readonly staffId: StaffId;
  readonly sealed: Uint8Array;
  readonly seen: number;
  readonly dueAt: Instant;
  /** The colleague who looked at it. */
  readonly checkedBy: StaffId | null;
  readonly key: string;
}

/** False where the thread has one already: they go out one after another. */
export async function insertPending(tx: Tx, reply: PendingReply): Promise<boolean> {
  const { step, ...row } = reply;
  const data = {
    ...row,
    step: step ?? 'none',
    sealed: new Uint8Array(reply.sealed),
    dueAt: new Date(reply.dueAt),
  };
  return (await tx.pendingReply.createMany({ data, skipDuplicates: true })).count === 1;
}

export async function findPending(tx: Tx, threadId: ThreadId): Promise<PendingReply | null> {
  const row = await tx.pendingReply.findUnique({ where: { threadId } });
  return row && ({ ...row, dueAt: row.dueAt.getTime() } as PendingReply);
}

/** Threads whose reply is due, the earliest first. */
export async function listDueReplies(tx: Tx, now: Instant): Promise<readonly ThreadId[]> {
  const rows = await tx.pendingReply.findMany({
    where: { dueAt: { lte: new Date(now) } },
    orderBy: { dueAt: 'asc' },
    take: 100,
    select: { threadId: true },
  });
  return rows.map(({ threadId }) => threadId as ThreadId);
}

export async function removePending(tx: Tx, threadId: ThreadId): Promise<void> {
  await tx.pendingReply.deleteMany({ where: { threadId } });
}
