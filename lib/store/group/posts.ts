import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ContentNote, Reason } from '#lib/domain/community/codes.ts';
import type { PostState } from '#lib/domain/community/post.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { type Database, dateOf, dayOf, type Tx } from '../client.ts';

export interface StoredPost {
  readonly id: string;
  readonly topicId: string;
  readonly authorTag: Uint8Array;
  readonly alias: string;
  readonly locale: Locale;
  readonly sealed: Uint8Array;
  readonly pending: Uint8Array | null;
  readonly state: PostState;
  readonly note: ContentNote | null;
  readonly reason: Reason | null;
  /** Null: it was never shown. */
  readonly place: number | null;
  readonly decided: number;
  /** The Monday of the week in which it was written. */
  readonly week: Day;
}

const columns = {
  id: true,
  topicId: true,
  authorTag: true,
  locale: true,
  sealed: true,
  pending: true,
  state: true,
  note: true,
  reason: true,
  place: true,
  decided: true,
  week: true,
  voice: { select: { alias: true } },
} as const satisfies Prisma.GroupPostSelect;

type Row = Prisma.GroupPostGetPayload<{ select: typeof columns }>;
const postOf = ({ voice, week, ...row }: Row) =>
  ({ ...row, alias: voice.alias, week: dayOf(week) }) as StoredPost;

/** Holds the pathway for the rest of the transaction, before anything of its author's is written; false: it is gone. */
export async function holdAuthor(tx: Tx, pathwayId: PathwayId): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM subject.pathway_row WHERE pathway_id = ${pathwayId}::uuid FOR UPDATE`;
  return held.length === 1;
}

/** The name of a person in a topic, drawn where there is none yet. Names of a topic are each given once. */
export async function keepVoice(
  tx: Tx,
  { authorTag, topicId }: Pick<StoredPost, 'authorTag' | 'topicId'>,
  draw: (tries: number) => string,
  alike: (alias: string) => readonly string[],
): Promise<void> {
  const tag = new Uint8Array(authorTag);
  const known = { where: { authorTag: tag }, select: { alias: true } } as const;
  for (let tries = 0; (await tx.groupVoice.findUnique(known)) === null; tries += 1) {
    const alias = draw(tries);
    // Both Chinese lists have words in common.
    const same = await tx.groupVoice.count({
      where: { topicId, alias: { in: [...alike(alias)] } },
    });
    const data = { authorTag: tag, topicId, alias };
    if (same === 0) await tx.groupVoice.createMany({ data, skipDuplicates: true });
  }
}

export interface NewPost
  extends Pick<StoredPost, 'id' | 'topicId' | 'authorTag' | 'locale' | 'sealed' | 'note' | 'week'> {
  readonly authorSealed: Uint8Array;
}

/** Always held. */
export async function insertPost(tx: Tx, post: NewPost): Promise<void> {
  const { authorTag, authorSealed, sealed, week, ...rest } = post;
  const data = {
    ...rest,
    authorTag: new Uint8Array(authorTag),
    authorSealed: new Uint8Array(authorSealed),
    sealed: new Uint8Array(sealed),
    week: dateOf(week),
  };
  await tx.groupPost.create({ data, select: { id: true } });
}

export async function findPost(tx: Tx, id: string): Promise<StoredPost | null> {
  const row = await tx.groupPost.findUnique({ where: { id }, select: columns });
  return row && postOf(row);
}

/** Only to end posting or to find one's own: never shown. */
export async function findAuthor(tx: Tx, id: string): Promise<Uint8Array | null> {
  const select = { authorSealed: true } as const;
  return (await tx.groupPost.findUnique({ where: { id }, select }))?.authorSealed ?? null;
}

const LAST_PLACE = 2_147_483_647;

/** The last shown posts of a topic before a place, newest first. */
export async function listShownPosts(
  tx: Tx,
  {
    topicId,
    before,
    limit,
  }: { readonly topicId: string; readonly before: number | null; readonly limit: number },
): Promise<readonly StoredPost[]> {
  const place = { lt: before ?? LAST_PLACE };
  const rows = await tx.groupPost.findMany({
    where: { topicId, place, state: 'shown' },
    orderBy: { place: 'desc' },
    take: limit,
    select: columns,
  });
  return rows.map(postOf);
}

/** Whether a topic has shown posts after a place. */
export async function hasLaterPosts(tx: Tx, topicId: string, after: number): Promise<boolean> {
  const where = { topicId, place: { gt: after }, state: 'shown' };
  const orderBy = { place: 'asc' } as const;
  return (await tx.groupPost.findFirst({ where, orderBy, select: { id: true } })) !== null;
}

/** Everything that is written under these tags, the latest week first. */
export async function listPostsBy(
  tx: Tx,
  tags: readonly Uint8Array[],
): Promise<readonly StoredPost[]> {
  const rows = await tx.groupPost.findMany({
    where: { authorTag: { in: tags.map((tag) => new Uint8Array(tag)) } },
    orderBy: [{ week: 'desc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(postOf);
}

/** What is written under these tags and was read by no moderator yet. */
export function countHeldBy(tx: Tx, tags: readonly Uint8Array[]): Promise<number> {
  const authorTag = { in: tags.map((tag) => new Uint8Array(tag)) };
  return tx.groupPost.count({ where: { authorTag, state: 'held' } });
}

/** The place after the last one of a topic. The caller holds the turn of the topic. */
export async function nextPlace(tx: Tx, topicId: string): Promise<number> {
  const { _max } = await tx.groupPost.aggregate({ where: { topicId }, _max: { place: true } });
  return (_max.place ?? 0) + 1;
}

/** Forms of reports that are remembered of one post. */
const MOST_FORMS = 50;

/** True the first time that this form reports a post: sent again it does not hide it once more. */
export async function noteReport(tx: Tx, id: string, form: string): Promise<boolean> {
  const noted = await tx.$executeRaw`
    UPDATE subject.group_post SET reports = (reports || ${form}::text)[greatest(1, cardinality(reports) + 2 - ${MOST_FORMS}::integer):]
    WHERE id = ${id}::uuid AND NOT ${form}::text = ANY (reports)`;
  return noted === 1;
}

type Changed = Pick<
  StoredPost,
  'sealed' | 'pending' | 'state' | 'note' | 'reason' | 'place' | 'decided'
>;

export async function updatePost(tx: Tx, id: string, to: Changed): Promise<void> {
  const { sealed, pending, state, note, reason, place, decided } = to;
  const texts = { sealed: new Uint8Array(sealed), pending: pending && new Uint8Array(pending) };
  const data = { ...texts, state, note, reason, place, decided };
  await tx.groupPost.update({ where: { id }, data, select: { id: true } });
}

/** The post, what waits for it, and the name of its author where nothing else of theirs is in the topic. */
export async function deletePost(
  tx: Tx,
  { id, authorTag }: Pick<StoredPost, 'id' | 'authorTag'>,
): Promise<void> {
  await tx.groupPost.deleteMany({ where: { id } });
  const tag = new Uint8Array(authorTag);
  await tx.groupVoice.deleteMany({ where: { authorTag: tag, posts: { none: {} } } });
}

/**
 * Writes what is new of the group anew, and then everything of whoever posted today in random order, each in a
 * transaction of its own: nothing on disk says any more who wrote what. For the worker.
 */
export async function mixGroup(db: Database, today: Day): Promise<boolean> {
  const [done] = await db.$queryRaw<
    { mixed: boolean }[]
  >`SELECT subject.mix_group_posts() AS mixed`;
  if (!done?.mixed) return false;
  await db.$queryRaw`SELECT subject.mix_group_people(${dateOf(today)}::date) AS people`;
  return true;
}

/** Everything that is written under these tags. */
export async function deleteVoices(tx: Tx, tags: readonly Uint8Array[]): Promise<void> {
  const authorTag = { in: tags.map((tag) => new Uint8Array(tag)) };
  await tx.groupVoice.deleteMany({ where: { authorTag } });
}
