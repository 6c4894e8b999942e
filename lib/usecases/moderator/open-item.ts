import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { sayAlias } from '#lib/domain/community/alias.ts';
import type { ContentNote, Reason, ReportReason } from '#lib/domain/community/codes.ts';
import { type Decision, type ItemKind, offeredDecisions } from '#lib/domain/community/post.ts';
import type { Priority } from '#lib/domain/community/queue.ts';
import { topicWords } from '#lib/domain/community/topic.ts';
import { nameOfText, openPost, openWords } from '#lib/gateways/group-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { listDecisions } from '#lib/store/group/decisions.ts';
import { findPost } from '#lib/store/group/posts.ts';
import { findItem, type Item } from '#lib/store/group/queue.ts';
import { findTopic } from '#lib/store/group/topics.ts';
import { hasOtherModerator } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { isClaimedBy } from '#lib/usecases/group-claims.ts';
import { type Marked, markText } from '#lib/usecases/group-text.ts';

export interface OpenedItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly priority: Priority;
  readonly secondAsked: boolean;
  readonly waitedMs: number;
  readonly topic: { readonly locale: Locale; readonly title: string; readonly opening: string };
  readonly name: string;
  readonly locale: Locale;
  readonly note: ContentNote | null;
  readonly week: Day;
  /** The text to decide, cut where something in it is marked. */
  readonly text: readonly Marked[];
  /** What is shown until then; null where nothing is. */
  readonly shown: string | null;
  /** Names the text that was read: a decision is about this one alone. */
  readonly seen: string;
  readonly reasons: readonly ReportReason[];
  readonly words: readonly string[];
  readonly decisions: readonly Decision[];
  /** What was decided about this post before, and whether by this moderator. */
  readonly before: readonly {
    readonly n: number;
    readonly kind: ItemKind;
    readonly decision: Decision;
    readonly reason: Reason | null;
    readonly mine: boolean;
  }[];
  /** Whether somebody else could be asked. */
  readonly canAsk: boolean;
}

/**
 * What a moderator reads before they decide; only who has claimed it, and each reading leaves an audit row. `taken`:
 * somebody else has it, or nobody yet. Null: it is gone, or decided.
 */
export async function openItem(
  ctx: StaffContext<'group:moderate'>,
  id: string,
): Promise<OpenedItem | 'taken' | null> {
  if (!isUuid(id)) return null;
  return ctx.db.$transaction(async (tx) => {
    const item = await findItem(tx, id);
    if (!item) return null;
    if (!isClaimedBy(item, ctx.actor.id)) return 'taken';
    const opened = await read(tx, ctx, item);
    const entry = { actor: `staff:${ctx.actor.id}`, action: 'group.read', subject: id } as const;
    await appendAudit(tx, { ...entry, detail: { kind: item.kind } });
    return opened;
  });
}

async function read(tx: Tx, ctx: StaffContext, item: Item): Promise<OpenedItem | null> {
  const post = await findPost(tx, item.postId);
  if (!post) return null;
  const topic = await findTopic(tx, post.topicId);
  const decisions = await listDecisions(tx, post.id);
  const canAsk = await hasOtherModerator(tx, [...item.barred, ctx.actor.id]);
  const { kind, priority, secondAsked, reasons } = item;
  const box = kind === 'edit' && post.pending !== null ? post.pending : post.sealed;
  const { words, locale: _ } = sayAlias(post.alias);
  return {
    ...{ id: item.id, kind, priority, secondAsked, reasons },
    waitedMs: Math.max(0, ctx.now - (item.arrivedAt as Instant)),
    topic: topicWords(topic?.texts ?? {}, ctx.locale),
    name: words,
    locale: post.locale,
    note: post.note,
    week: post.week,
    text: markText(openPost(ctx.secrets, post.id, box)),
    shown: kind === 'edit' ? openPost(ctx.secrets, post.id, post.sealed) : null,
    seen: nameOfText(box),
    words: item.words.map((sealed) => openWords(ctx.secrets, post.id, sealed)),
    decisions: offeredDecisions(kind),
    before: decisions.map(({ n, kind: of, decision, reason, staffId }) => ({
      ...{ n, kind: of, decision, reason },
      mine: staffId === ctx.actor.id,
    })),
    canAsk,
  };
}
