import type { Instant } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import type { ReportReason } from '#lib/domain/community/codes.ts';
import { advance } from '#lib/domain/community/post.ts';
import { priorityOf, type RiskLevel } from '#lib/domain/community/queue.ts';
import { openPost, sealWords } from '#lib/gateways/group-keys.ts';
import type { Tx } from '#lib/store/client.ts';
import { listDecisions } from '#lib/store/group/decisions.ts';
import { findPost, noteReport, type StoredPost, updatePost } from '#lib/store/group/posts.ts';
import { changeItem, findItemOf, type Item, putItem } from '#lib/store/group/queue.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from '#lib/usecases/context.ts';
import { prepareText } from '#lib/usecases/group-text.ts';

export interface Report {
  readonly id: string;
  readonly reason: ReportReason;
  readonly words: string;
}

/** Words of so many people are kept of one post; the reasons of all are. */
const MOST_WORDS = 10;

/**
 * Tells the moderators of a post, by anybody and without a trace of whom. It is not visible from now on, until
 * somebody has decided.
 */
export async function reportPost(
  ctx: Context & { readonly key: string },
  { id, reason, words }: Report,
): Promise<Result<RiskLevel, 'gone' | 'too_long' | 'looked'>> {
  if (!isUuid(id)) return err('gone');
  const said = words.trim() === '' ? null : prepareText(words);
  if (said?.ok === false && said.error === 'too_long') return err('too_long');
  const text = said?.ok ? said.value.text : null;
  const added = text === null ? [] : [sealWords(ctx.secrets, id, text)];
  const written = said?.ok ? said.value.risk : 'none';
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, `post ${id}`);
    const post = await findPost(tx, id);
    // Nobody reports what nobody was ever shown.
    if (!post || post.place === null) return err('gone');
    if (!(await noteReport(tx, id, ctx.key))) return ok(written);
    if (await wasLookedAt(tx, post)) return err('looked');
    const item = await findItemOf(tx, id);
    if (post.state === 'reported' && item) await addTo(tx, item, reason, added);
    const next = advance<Uint8Array>({ ...post, text: post.sealed }, { act: 'report' });
    if (!next.ok) return ok(written);
    await updatePost(tx, id, { ...post, state: next.value.state });
    const risk = riskOf(ctx, post);
    const priority = priorityOf('report', risk, [reason]);
    const arrivedAt: Instant = ctx.now;
    const reasons = [reason];
    await putItem(tx, {
      postId: id,
      kind: 'report',
      risk,
      priority,
      reasons,
      words: added,
      arrivedAt,
    });
    return ok(written);
  });
}

/** Whether this very text was reported, looked at and shown again: else reports could keep any post away. */
async function wasLookedAt(tx: Tx, { id, state }: StoredPost): Promise<boolean> {
  const last = state === 'shown' ? (await listDecisions(tx, id)).at(-1) : undefined;
  return last?.decision === 'show' && (last.kind === 'report' || last.kind === 'appeal');
}

/** What the reported text itself speaks of, for the place in the queue. */
function riskOf({ secrets }: Context, { id, sealed }: StoredPost): RiskLevel {
  const read = prepareText(openPost(secrets, id, sealed));
  return read.ok ? read.value.risk : 'none';
}

async function addTo(tx: Tx, item: Item, reason: ReportReason, added: readonly Uint8Array[]) {
  const reasons = [...new Set([...item.reasons, reason])];
  const words = [...item.words, ...added].slice(0, MOST_WORDS);
  const priority = priorityOf('report', item.risk, reasons);
  await changeItem(tx, item.postId, { reasons, words, priority });
}
