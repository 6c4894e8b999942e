import { mayEdit } from '#lib/domain/community/post.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { readOwnPosts } from '#lib/usecases/own-posts.ts';

/** Everything that the person wrote for the group, with where it stands and whether it can be changed. */
export async function viewMyPosts(ctx: Omit<VisitorContext, 'key'>) {
  return (await readOwnPosts(ctx)).map((post) => ({ ...post, mayEdit: mayEdit(post) }));
}
