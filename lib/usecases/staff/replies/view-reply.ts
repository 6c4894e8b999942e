import { isUuid } from '#lib/domain/basics/typed.ts';
import { type SignState, signState } from '#lib/domain/guidance/saved-reply.ts';
import { findSavedReply, type SavedReply } from '#lib/store/guidance/saved-replies.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface ReplyView {
  readonly reply: SavedReply;
  readonly state: SignState;
  /** Who signed it. */
  readonly signer: string | null;
}

/** One saved reply; null where it is gone. */
export async function viewReply(
  ctx: StaffContext<'replies:edit'>,
  id: string,
): Promise<ReplyView | null> {
  const reply = isUuid(id) ? await findSavedReply(ctx.db, id) : null;
  if (reply === null) return null;
  const signer = reply.signedBy && (await findStaff(ctx.db, reply.signedBy));
  return { reply, state: signState(reply.signedOn, ctx.today), signer: signer?.name ?? null };
}
