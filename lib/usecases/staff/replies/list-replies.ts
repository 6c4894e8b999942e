import { type SignState, signState } from '#lib/domain/guidance/saved-reply.ts';
import { listSavedReplies, type SavedReply } from '#lib/store/guidance/saved-replies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type ListedReply = Omit<SavedReply, 'text'> & { readonly state: SignState };

/** Every saved reply with its state, by language; not their texts. */
export async function listReplies(
  ctx: StaffContext<'replies:edit'>,
): Promise<readonly ListedReply[]> {
  return (await listSavedReplies(ctx.db)).map(({ text: _text, ...reply }) => ({
    ...reply,
    state: signState(reply.signedOn, ctx.today),
  }));
}
