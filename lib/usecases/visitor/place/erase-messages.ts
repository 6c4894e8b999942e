import { eraseMessages as erase } from '#lib/store/keeping.ts';
import { WAITING, waitLonger } from '#lib/store/reminders.ts';
import { findThreadOf } from '#lib/store/threads.ts';
import { takeTurn } from '#lib/store/turns.ts';
import { dropAddressOf } from '#lib/usecases/answer-mail.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/**
 * Deletes the thread with the guides at once, with every reply, draft and note in it, and the address for
 * e-mails about it; the pathway stays.
 */
export async function eraseMessages(ctx: VisitorContext): Promise<void> {
  const { pathwayId } = ctx.session;
  const thread = await findThreadOf(ctx.db, pathwayId);
  if (thread === null) return;
  await ctx.db.$transaction(async (tx) => {
    await waitLonger(tx);
    await takeTurn(tx, `thread ${thread.id}`);
    await dropAddressOf(tx, ctx, thread.id);
    await erase(tx, pathwayId);
  }, WAITING);
}
