import type { Day } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { sayAlias } from '#lib/domain/community/alias.ts';
import type { ContentNote, Reason } from '#lib/domain/community/codes.ts';
import type { PostState } from '#lib/domain/community/post.ts';
import { topicWords } from '#lib/domain/community/topic.ts';
import { authorTag, openPost } from '#lib/gateways/group-keys.ts';
import { sameBytes } from '#lib/gateways/hashes.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import type { Tx } from '#lib/store/client.ts';
import { findPost, listPostsBy, type StoredPost } from '#lib/store/group/posts.ts';
import { listTopics } from '#lib/store/group/topics.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { VisitorContext, VisitorSession } from './context.ts';

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

export interface OwnPost {
  readonly id: string;
  readonly topic: string;
  readonly topicLocale: Locale;
  readonly name: string;
  readonly locale: Locale;
  readonly state: PostState;
  readonly text: string;
  /** What was written in its place and waits. */
  readonly pending: string | null;
  readonly note: ContentNote | null;
  readonly reason: Reason | null;
  readonly week: Day;
}

/** Everything that a person wrote for the group, the latest week first. */
export async function readOwnPosts(ctx: Omit<VisitorContext, 'key'>): Promise<readonly OwnPost[]> {
  const { db, secrets, locale } = ctx;
  const [tags, topics] = await Promise.all([ownTags(db, secrets, ctx.session), listTopics(db)]);
  const texts = new Map(topics.map(({ id, texts: of }) => [id, topicWords(of, locale)]));
  return (await listPostsBy(db, tags)).map((post) => ({
    id: post.id,
    topic: texts.get(post.topicId)?.title ?? '',
    topicLocale: texts.get(post.topicId)?.locale ?? locale,
    name: sayAlias(post.alias).words,
    locale: post.locale,
    state: post.state,
    text: openPost(secrets, post.id, post.sealed),
    pending: post.pending && openPost(secrets, post.id, post.pending),
    note: post.note,
    reason: post.reason,
    week: post.week,
  }));
}
