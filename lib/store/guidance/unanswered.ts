import type { ThreadId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '../client.ts';

/** Messages of the visitor's after the last answer, but for the one of this form. */
export async function countSinceAnswer(tx: Tx, threadId: ThreadId, key: string): Promise<number> {
  const answers = { where: { threadId, author: 'staff' }, _max: { seq: true } } as const;
  const { _max } = await tx.message.aggregate(answers);
  const where = { threadId, seq: { gt: _max.seq ?? 0 }, idempotencyKey: { not: key } };
  return tx.message.count({ where });
}
