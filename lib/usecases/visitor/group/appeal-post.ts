import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { advance } from '#lib/domain/community/post.ts';
import { priorityOf } from '#lib/domain/community/queue.ts';
import { sealWords } from '#lib/gateways/group-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { listDecisions } from '#lib/store/group/decisions.ts';
import { updatePost } from '#lib/store/group/posts.ts';
import { putItem } from '#lib/store/group/queue.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { type Prepared, prepareText } from '#lib/usecases/group-text.ts';
import { holdOwnPost } from '#lib/usecases/own-posts.ts';
import { isFirstTime, wasActedOn } from '#lib/usecases/own-record.ts';

/** Asks for another look at a post that was hidden: by somebody else than who hid it, where there is anybody. */
export async function appealPost(
  ctx: VisitorContext,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<Result<null, 'too_long' | 'gone' | 'settled'>> {
  const said = words.trim() === '' ? null : prepareText(words);
  if (said?.ok === false && said.error === 'too_long') return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    // Also where the post has been taken back since.
    if (await wasActedOn(tx, ctx.session, ctx.key)) return ok(null);
    const post = await holdOwnPost(tx, ctx.secrets, ctx.session, id);
    if (!post) return err('gone');
    if (!(await isFirstTime(tx, ctx.session, ctx.key))) return ok(null);
    const next = advance<Uint8Array>({ ...post, text: post.sealed }, { act: 'appeal' });
    if (!next.ok) return err('settled');
    await updatePost(tx, id, { ...post, state: next.value.state });
    await queueAppeal(tx, ctx, id, said?.ok ? said.value : null);
    return ok(null);
  });
}

async function queueAppeal(
  tx: Tx,
  { secrets, now }: VisitorContext,
  postId: string,
  said: Prepared | null,
): Promise<void> {
  const last = (await listDecisions(tx, postId)).at(-1);
  const risk = said?.risk ?? 'none';
  await putItem(tx, {
    postId,
    kind: 'appeal',
    risk,
    priority: priorityOf('appeal', risk),
    arrivedAt: now,
    words: said ? [sealWords(secrets, postId, said.text)] : [],
    barred: last ? [last.staffId] : [],
  });
}
