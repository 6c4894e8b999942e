import { isUuid } from '#lib/domain/basics/typed.ts';
import { authorTag } from '#lib/gateways/group-keys.ts';
import { sameBytes } from '#lib/gateways/hashes.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import type { Tx } from '#lib/store/client.ts';
import { findPost, type StoredPost } from '#lib/store/group/posts.ts';
import { listTopics } from '#lib/store/group/topics.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { VisitorSession } from './context.ts';

type Owner = Pick<VisitorSession, 'pathwayId'>;

/** What a person's posts are found by, one for each topic there is. */
export async function ownTags(
  tx: Tx,
  secrets: WebSecrets,
  { pathwayId }: Owner,
): Promise<readonly Buffer[]> {
  return (await listTopics(tx)).map(({ id }) => authorTag(secrets, pathwayId, id));
}

/** A post of one's own, held to the end of the transaction; null for anybody else's, and where there is none. */
export async function holdOwnPost(
  tx: Tx,
  secrets: WebSecrets,
  { pathwayId }: Owner,
  id: string,
): Promise<StoredPost | null> {
  if (!isUuid(id)) return null;
  await takeTurn(tx, `post ${id}`);
  const post = await findPost(tx, id);
  const own = post && authorTag(secrets, pathwayId, post.topicId);
  return own && sameBytes(own, post.authorTag) ? post : null;
}
