import type { Day } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { sayAlias } from '#lib/domain/community/alias.ts';
import type { ContentNote } from '#lib/domain/community/codes.ts';
import type { Door } from '#lib/domain/community/door.ts';
import { topicWords } from '#lib/domain/community/topic.ts';
import { openPost } from '#lib/gateways/group-keys.ts';
import { hasLaterPosts, listShownPosts } from '#lib/store/group/posts.ts';
import { findTopic } from '#lib/store/group/topics.ts';
import type { Context } from '#lib/usecases/context.ts';
import { readDoor } from '#lib/usecases/group-door.ts';

/** Posts on one page of a topic. */
const PAGE = 20;

export interface ShownPost {
  readonly id: string;
  readonly name: string;
  readonly nameLocale: Locale;
  readonly locale: Locale;
  readonly text: string;
  readonly note: ContentNote | null;
  readonly week: Day;
}

export interface TopicView {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly opening: string;
  readonly closed: boolean;
  readonly door: Door;
  /** The newest last. */
  readonly posts: readonly ShownPost[];
  /** Where the page before this one ends; null: there are no earlier posts. */
  readonly earlier: number | null;
  readonly later: boolean;
}

/** One page of a topic, without posts while the group cannot be read; null where there is no such topic. */
export async function viewTopic(
  ctx: Context,
  id: string,
  before: number | null,
): Promise<TopicView | null> {
  if (!isUuid(id)) return null;
  const [topic, door, found] = await Promise.all([
    findTopic(ctx.db, id),
    readDoor(ctx.db, ctx),
    listShownPosts(ctx.db, { topicId: id, before, limit: PAGE + 1 }),
  ]);
  if (!topic) return null;
  const page = door.reads ? found.slice(0, PAGE).toReversed() : [];
  const last = page.at(-1)?.place ?? null;
  return {
    id,
    ...topicWords(topic.texts, ctx.locale),
    closed: topic.closed,
    door,
    posts: page.map(({ id: postId, alias, locale, sealed, note, week }) => {
      const { words, locale: nameLocale } = sayAlias(alias);
      const text = openPost(ctx.secrets, postId, sealed);
      return { id: postId, name: words, nameLocale, locale, text, note, week };
    }),
    earlier: found.length > PAGE ? (page[0]?.place ?? null) : null,
    later: before !== null && last !== null && (await hasLaterPosts(ctx.db, id, last)),
  };
}
