import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { ContentNote } from '#lib/domain/community/codes.ts';
import { advance, type ItemKind, waitsFor } from '#lib/domain/community/post.ts';
import { priorityOf, type RiskLevel } from '#lib/domain/community/queue.ts';
import { sealPost } from '#lib/gateways/group-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { isBanned } from '#lib/store/group/members.ts';
import { type StoredPost, updatePost } from '#lib/store/group/posts.ts';
import { changeItem, findItemOf, putItem } from '#lib/store/group/queue.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { readDoor } from '#lib/usecases/group-door.ts';
import { type Prepared, prepareText } from '#lib/usecases/group-text.ts';
import { holdOwnPost } from '#lib/usecases/own-posts.ts';
import { isFirstTime, wasActedOn } from '#lib/usecases/own-record.ts';

export interface Edited {
  readonly id: string;
  readonly text: string;
  readonly note: ContentNote | null;
}

export type EditRefused = 'empty' | 'too_long' | 'closed' | 'banned' | 'gone' | 'settled';

/** Writes a post anew. What is shown stays until a moderator has read what comes in its place. */
export async function editPost(
  ctx: VisitorContext,
  { id, text, note }: Edited,
): Promise<Result<Prepared, EditRefused>> {
  const prepared = prepareText(text);
  if (!prepared.ok) return err(prepared.error);
  if ((await readDoor(ctx.db, ctx)).why !== null) return err('closed');
  return ctx.db.$transaction((tx) => takeEdit(tx, ctx, id, { prepared: prepared.value, note }));
}

interface Kept extends Pick<Edited, 'note'> {
  readonly prepared: Prepared;
}

async function takeEdit(
  tx: Tx,
  ctx: VisitorContext,
  id: string,
  edit: Kept,
): Promise<Result<Prepared, EditRefused>> {
  // Sent again after the post was taken back, it still leads where it led.
  if (await wasActedOn(tx, ctx.session, ctx.key)) return ok(edit.prepared);
  const post = await holdOwnPost(tx, ctx.secrets, ctx.session, id);
  if (!post) return err('gone');
  if (!(await isFirstTime(tx, ctx.session, ctx.key))) return ok(edit.prepared);
  if (await isBanned(tx, ctx.session.pathwayId, ctx.today)) return err('banned');
  return (await keepEdit(tx, ctx, post, edit)) ? ok(edit.prepared) : err('settled');
}

async function keepEdit(
  tx: Tx,
  ctx: VisitorContext,
  post: StoredPost,
  { prepared, note }: Kept,
): Promise<boolean> {
  const { id } = post;
  const sealed = sealPost(ctx.secrets, id, prepared.text);
  const next = advance<Uint8Array>({ ...post, text: post.sealed }, { act: 'edit', text: sealed });
  if (!next.ok) return false;
  const { text, ...to } = next.value;
  // What folds a text that is shown is the moderators' to change.
  const folds = to.pending === null ? note : post.note;
  await updatePost(tx, id, { ...post, ...to, sealed: text, note: folds });
  await queueEdit(tx, ctx, id, { kind: waitsFor(next.value), risk: prepared.risk });
  return true;
}

async function queueEdit(
  tx: Tx,
  { now }: VisitorContext,
  postId: string,
  { kind, risk }: { readonly kind: ItemKind | null; readonly risk: RiskLevel },
): Promise<void> {
  // A report is about the text that was shown: it stays what the post waits for.
  if (kind !== 'held' && kind !== 'edit') return;
  const priority = priorityOf(kind, risk);
  const item = await findItemOf(tx, postId);
  if (item?.kind === kind) await changeItem(tx, postId, { risk, priority });
  else await putItem(tx, { postId, kind, risk, priority, arrivedAt: now });
}
