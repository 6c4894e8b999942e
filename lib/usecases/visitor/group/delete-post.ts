import { deletePost as remove } from '#lib/store/group/posts.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { holdOwnPost } from '#lib/usecases/own-posts.ts';

/** Takes a post of one's own back, whatever its state, with no trace. Where it is gone already, that is the same. */
export async function deletePost(ctx: VisitorContext, id: string): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const post = await holdOwnPost(tx, ctx.secrets, ctx.session, id);
    if (!post) return;
    await takeTurn(tx, `topic ${post.topicId}`);
    await remove(tx, post);
  });
}
