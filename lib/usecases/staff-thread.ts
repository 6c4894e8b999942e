import type { ThreadId } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { unwrapForStaff } from '#lib/gateways/thread-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { findKeywrap, getThread, type Thread } from '#lib/store/threads.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from './context.ts';

export interface StaffThread {
  readonly thread: Thread;
  readonly key: Uint8Array;
}

/** A thread with its key, as guides open it; null where it is gone. */
export async function findStaffThread(
  tx: Tx,
  ctx: Pick<Context, 'secrets'>,
  id: string,
): Promise<StaffThread | null> {
  if (!isUuid(id)) return null;
  const threadId = id as ThreadId;
  const thread = await getThread(tx, threadId);
  const wrapped = thread && (await findKeywrap(tx, threadId, 'staff'));
  const key = wrapped && unwrapForStaff(ctx.secrets, threadId, wrapped);
  return thread && key ? { thread, key } : null;
}

/** The same, one caller after another: nobody else changes it before the transaction ends. */
export async function takeStaffThread(
  tx: Tx,
  ctx: Pick<Context, 'secrets'>,
  id: string,
): Promise<StaffThread | null> {
  if (!isUuid(id)) return null;
  await takeTurn(tx, `thread ${id}`);
  return findStaffThread(tx, ctx, id);
}
