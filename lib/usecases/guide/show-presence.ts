import type { ThreadId } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { putPresence } from '#lib/store/guidance/presence.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Still at the page of a thread, and whether something is being written there. */
export async function showPresence(
  ctx: StaffContext<'inbox:reply'>,
  { id, replying }: { readonly id: string; readonly replying: boolean },
): Promise<void> {
  if (!isUuid(id)) return;
  const seen = { threadId: id as ThreadId, staffId: ctx.actor.id, now: ctx.now, replying };
  await ctx.db.$transaction((tx) => putPresence(tx, seen));
}
