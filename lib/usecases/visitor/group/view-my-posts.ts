import type { Day } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { sayAlias } from '#lib/domain/community/alias.ts';
import type { ContentNote, Reason } from '#lib/domain/community/codes.ts';
import { mayEdit, type PostState } from '#lib/domain/community/post.ts';
import { topicWords } from '#lib/domain/community/topic.ts';
import { openPost } from '#lib/gateways/group-keys.ts';
import { listPostsBy } from '#lib/store/group/posts.ts';
import { listTopics } from '#lib/store/group/topics.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { ownTags } from '#lib/usecases/own-posts.ts';

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
  readonly mayEdit: boolean;
}

/** Everything that the person wrote for the group, with where it stands. */
export async function viewMyPosts(ctx: Omit<VisitorContext, 'key'>): Promise<readonly OwnPost[]> {
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
    mayEdit: mayEdit(post),
  }));
}
