import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import type { ContentNote, Reason } from '#lib/domain/community/codes.ts';
import { hoursBucket, weekOf } from '#lib/domain/community/figures.ts';
import { advance, type Decision, type Post, waitsFor } from '#lib/domain/community/post.ts';
import { priorityOf } from '#lib/domain/community/queue.ts';
import { nameOfText, openPost } from '#lib/gateways/group-keys.ts';
import { closeAlert } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { countDecision, insertDecision } from '#lib/store/group/decisions.ts';
import { findPost, nextPlace, type StoredPost, updatePost } from '#lib/store/group/posts.ts';
import { findItem, type Item, putItem, removeItem } from '#lib/store/group/queue.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { isClaimedBy } from '#lib/usecases/group-claims.ts';
import { STALLED, UNATTENDED } from '#lib/usecases/group-door.ts';
import { prepareText } from '#lib/usecases/group-text.ts';

export interface ToDecide {
  readonly id: string;
  readonly decision: Decision;
  /** Names the text that was on the page. */
  readonly seen: string;
  readonly reason: Reason | null;
  /** What the shown text is folded under. */
  readonly note: ContentNote | null;
}

export type DecideRefused =
  /** Its author took it back, or it is decided · another text stands there · claimed by nobody or somebody else. */
  'gone' | 'changed' | 'taken' | 'not_offered';

/** One decision about one exact text: the post, what waits for it, the record of who, the tally and the audit row together. */
export async function decideItem(
  ctx: StaffContext<'group:moderate'>,
  asked: ToDecide,
): Promise<Result<null, DecideRefused>> {
  const known = isUuid(asked.id) ? await findItem(ctx.db, asked.id) : null;
  if (!known) return err('gone');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, `post ${known.postId}`);
    const item = await findItem(tx, asked.id);
    const post = item && (await findPost(tx, item.postId));
    if (!item || !post) return err('gone');
    if (!isClaimedBy(item, ctx.actor.id)) return err('taken');
    return settle(tx, ctx, { item, post, asked });
  });
}

interface At {
  readonly item: Item;
  readonly post: StoredPost;
  readonly asked: ToDecide;
}

async function settle(tx: Tx, ctx: StaffContext, { item, post, asked }: At) {
  const { decision } = asked;
  const reason = decision === 'show' ? null : asked.reason;
  const boxes = new Map([post.sealed, post.pending ?? post.sealed].map((b) => [nameOfText(b), b]));
  const named: Post<string> = {
    ...post,
    text: nameOfText(post.sealed),
    pending: post.pending && nameOfText(post.pending),
  };
  const next = advance(named, { act: 'decide', decision, seen: asked.seen, reason });
  if (!next.ok) return err(next.error === 'settled' ? 'gone' : next.error);
  const sealed = boxes.get(next.value.text) ?? post.sealed;
  const n = post.decided + 1;
  const seen = Buffer.from(asked.seen, 'hex');
  const about = { kind: item.kind, decision, reason };
  await insertDecision(tx, { postId: post.id, n, staffId: ctx.actor.id, ...about, seen });
  const place = await placeOf(tx, post, next.value.state);
  const note = decision === 'show' ? asked.note : post.note;
  const pending = next.value.pending === null ? null : post.pending;
  const to = { sealed, pending, note, place, decided: n };
  await updatePost(tx, post.id, { ...to, state: next.value.state, reason: next.value.reason });
  await removeItem(tx, post.id);
  await queueEdit(tx, ctx, { ...post, ...to }, waitsFor(next.value) === 'edit');
  await keepCount(tx, ctx, item, about);
  return ok(null);
}

/** A post keeps its place; one that is shown for the first time gets the last. */
async function placeOf(tx: Tx, post: StoredPost, state: string): Promise<number | null> {
  if (state !== 'shown' || post.place !== null) return post.place;
  await takeTurn(tx, `topic ${post.topicId}`);
  return nextPlace(tx, post.topicId);
}

/** What was written in its place while it was reported waits from now on. */
async function queueEdit(
  tx: Tx,
  { secrets, now }: StaffContext,
  { id, pending }: Pick<StoredPost, 'id' | 'pending'>,
  waits: boolean,
) {
  if (!waits || pending === null) return;
  const read = prepareText(openPost(secrets, id, pending));
  const risk = read.ok ? read.value.risk : 'none';
  const priority = priorityOf('edit', risk);
  await putItem(tx, { postId: id, kind: 'edit', risk, priority, arrivedAt: now });
}

async function keepCount(
  tx: Tx,
  { actor, now, today }: StaffContext,
  { id, kind, priority, arrivedAt }: Item,
  about: { readonly decision: Decision; readonly reason: Reason | null },
) {
  const { decision } = about;
  const hours = hoursBucket(now - arrivedAt);
  await countDecision(tx, { week: weekOf(today), kind, decision, hours, at: now });
  for (const alert of [STALLED, UNATTENDED])
    await closeAlert(tx, { ...alert, by: actor.id, at: now });
  const detail = { kind, priority, ...about };
  // Of what was queued, not of the post: the log outlives both, and must not lead to who wrote it.
  await appendAudit(tx, {
    actor: `staff:${actor.id}`,
    action: 'group.decided',
    subject: id,
    detail,
  });
}
