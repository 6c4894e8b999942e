import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { drawAlias, namesAlike } from '#lib/domain/community/alias.ts';
import type { ContentNote } from '#lib/domain/community/codes.ts';
import { writesFrom } from '#lib/domain/community/door.ts';
import { weekOf } from '#lib/domain/community/figures.ts';
import { enter } from '#lib/domain/community/post.ts';
import { priorityOf } from '#lib/domain/community/queue.ts';
import { authorTag, sealAuthor, sealPost } from '#lib/gateways/group-keys.ts';
import { randomShare, randomUuid } from '#lib/gateways/hashes.ts';
import type { Tx } from '#lib/store/client.ts';
import { isBanned } from '#lib/store/group/members.ts';
import { countHeldBy, holdAuthor, insertPost, keepVoice } from '#lib/store/group/posts.ts';
import { putItem } from '#lib/store/group/queue.ts';
import { findTopic } from '#lib/store/group/topics.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { readDoor } from '#lib/usecases/group-door.ts';
import { type Prepared, prepareText } from '#lib/usecases/group-text.ts';
import { ownTags } from '#lib/usecases/own-posts.ts';
import { isFirstTime, wasActedOn } from '#lib/usecases/own-record.ts';

export interface Written {
  readonly topicId: string;
  readonly text: string;
  readonly note: ContentNote | null;
}

export type WriteRefused =
  | ('empty' | 'too_long' | 'no_code' | 'no_topic' | 'closed' | 'gone')
  /** Not in the group · too soon after the first visit · posting was ended. */
  | ('not_joined' | 'too_new' | 'banned')
  /** So many of one's own wait already. */
  | 'many';

/** Of one person, for a moderator to read before the next is taken: nobody fills the queue of all. */
const MOST_WAITING = 5;

/**
 * Writes for a topic. It is masked before it is kept, enters held, and waits for a moderator; words of risk put it
 * first and keep nothing back. Post, what waits, and the step of the day are one transaction.
 */
export async function writePost(
  ctx: VisitorContext,
  { topicId, text, note }: Written,
): Promise<Result<Prepared, WriteRefused>> {
  const prepared = prepareText(text);
  if (!prepared.ok) return err(prepared.error);
  if (ctx.session.recordKey === null) return err('no_code');
  const topic = isUuid(topicId) ? await findTopic(ctx.db, topicId) : null;
  if (!topic) return err('no_topic');
  const door = await readDoor(ctx.db, ctx);
  if (door.why !== null || topic.closed) return err('closed');
  return ctx.db.$transaction(async (tx) => {
    // Sent again after its author left the group, it still leads where it led.
    if (await wasActedOn(tx, ctx.session, ctx.key)) return ok(prepared.value);
    const refused = await refusedTo(tx, ctx);
    if (refused !== null) return err(refused);
    // Also one that its author has taken back since.
    if (!(await isFirstTime(tx, ctx.session, ctx.key))) return ok(prepared.value);
    await keepPost(tx, ctx, { topicId, note, prepared: prepared.value });
    // At most once a day, and it names no topic.
    const at = { id: ctx.session.pathwayId, key: ctx.key, today: ctx.today };
    await recordSteps(tx, at, ({ row, day }) =>
      row.groupPostDay === day
        ? []
        : [{ step: 'community.posted', origin: 'user', policyHash: null, payload: {} }],
    );
    return ok(prepared.value);
  });
}

async function refusedTo(tx: Tx, ctx: VisitorContext): Promise<WriteRefused | null> {
  const { pathwayId } = ctx.session;
  if (!(await holdAuthor(tx, pathwayId))) return 'gone';
  if (await isBanned(tx, pathwayId, ctx.today)) return 'banned';
  const stored = await readPathway(tx, pathwayId, null);
  if (stored?.row.inGroup !== true) return 'not_joined';
  if (ctx.today < writesFrom(stored.start)) return 'too_new';
  const waiting = await countHeldBy(tx, await ownTags(tx, ctx.secrets, ctx.session));
  return waiting >= MOST_WAITING ? 'many' : null;
}

interface Kept extends Pick<Written, 'topicId' | 'note'> {
  readonly prepared: Prepared;
}

async function keepPost(tx: Tx, ctx: VisitorContext, { topicId, note, prepared }: Kept) {
  const { secrets, session, locale, now, today } = ctx;
  const id = randomUuid();
  const sealed = sealPost(secrets, id, prepared.text);
  const tag = authorTag(secrets, session.pathwayId, topicId);
  await takeTurn(tx, `topic ${topicId}`);
  const draw = (tries: number) => drawAlias(locale, tries, randomShare);
  await keepVoice(tx, { authorTag: tag, topicId }, draw, namesAlike);
  const authorSealed = sealAuthor(secrets, id, session.pathwayId);
  const { text } = enter(sealed);
  const post = { id, topicId, authorTag: tag, authorSealed, locale, note, week: weekOf(today) };
  await insertPost(tx, { ...post, sealed: text });
  const { risk } = prepared;
  const priority = priorityOf('held', risk);
  await putItem(tx, { postId: id, kind: 'held', risk, priority, arrivedAt: now });
}
