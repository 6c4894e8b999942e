import { unwrapForVisitor } from '#lib/gateways/thread-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { findKeywrap, findThreadOf, type Thread } from '#lib/store/threads.ts';
import type { VisitorSession } from './context.ts';

/** The person's own thread with its key; null where there is none, or they came without their code. */
export async function openOwnThread(
  tx: Tx,
  { recordKey, pathwayId }: Pick<VisitorSession, 'recordKey' | 'pathwayId'>,
): Promise<{ readonly thread: Thread; readonly key: Uint8Array } | null> {
  const thread = recordKey === null ? null : await findThreadOf(tx, pathwayId);
  if (recordKey === null || thread === null) return null;
  const wrapped = await findKeywrap(tx, thread.id, 'visitor');
  const key = wrapped && unwrapForVisitor(recordKey, thread.id, wrapped);
  return key === null ? null : { thread, key };
}
