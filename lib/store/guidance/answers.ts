import type { PathwayId, StaffId, ThreadId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '../client.ts';

/** Whether a form was posted before, and became a message. */
export async function isMessage(tx: Tx, threadId: ThreadId, key: string): Promise<boolean> {
  const where = { threadId_idempotencyKey: { threadId, idempotencyKey: key } };
  return (await tx.message.findUnique({ where, select: { id: true } })) !== null;
}

/** Whether somebody of staff has answered since so many messages were read. */
export async function hasAnsweredSince(
  tx: Tx,
  asked: { readonly threadId: ThreadId; readonly staffId: StaffId; readonly seen: number },
): Promise<boolean> {
  const { threadId, staffId, seen } = asked;
  return (await tx.message.count({ where: { threadId, staffId, seq: { gt: seen } } })) > 0;
}

/** Of so many answers, those whose step was taken: it is recorded under the answer's own id. */
export async function listTakenSteps(
  tx: Tx,
  pathwayId: PathwayId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.transition.findMany({
    where: { pathwayId, step: 'guidance.step_taken', idempotencyKey: { in: [...ids] } },
    select: { idempotencyKey: true },
  });
  return new Set(rows.flatMap(({ idempotencyKey }) => idempotencyKey ?? []));
}
