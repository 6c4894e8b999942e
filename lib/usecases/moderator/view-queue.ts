import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Made, needsBreak, WORK_SPAN_MINUTES } from '#lib/domain/community/queue.ts';
import { listAudit } from '#lib/store/audit.ts';
import { countItems, findItem, type Item, listItems } from '#lib/store/group/queue.ts';
import { listNames } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { isClaimLive } from '#lib/usecases/group-claims.ts';

const PAGE = 20;
/** A moderator decides about so many in one stretch of work at most. */
const MOST_DECISIONS = 500;
const LATEST = 10;

export interface QueueRow extends Pick<Item, 'id' | 'kind' | 'priority' | 'secondAsked'> {
  readonly locale: Locale;
  readonly waitedMs: number;
  /** Who is at it, and whom it was handed to; null: nobody. */
  readonly claimedBy: string | null;
  readonly mine: boolean;
  readonly handedTo: string | null;
}

export interface QueueView {
  readonly rows: readonly QueueRow[];
  /** By priority: high, medium, low. */
  readonly counts: readonly [number, number, number];
  /** The last item of this page; null on the last page. */
  readonly next: string | null;
  readonly needsBreak: boolean;
  /** What this moderator decided last, newest first. */
  readonly made: readonly {
    readonly seq: number;
    readonly at: Instant;
    readonly kind: string;
    readonly decision: string;
    readonly reason: string | null;
  }[];
}

/** One page of what waits: kind, place in the order, age and who is at it. No text, no author, no topic. */
export async function viewQueue(
  ctx: StaffContext<'group:moderate'>,
  after: string | null,
): Promise<QueueView> {
  const { db, now, actor } = ctx;
  const last = after !== null && isUuid(after) ? await findItem(db, after) : null;
  const [items, counts, names, decided] = await Promise.all([
    listItems(db, { after: last, limit: PAGE + 1 }),
    countItems(db),
    listNames(db),
    listAudit(db, {
      actor: `staff:${actor.id}`,
      action: 'group.decided',
      from: (now - WORK_SPAN_MINUTES * 60_000) as Instant,
      limit: MOST_DECISIONS,
    }),
  ]);
  const rows = items.slice(0, PAGE);
  const made = decided
    .toReversed()
    .map(({ at, detail }): Made => ({ at, hard: detail['priority'] === 0 }));
  return {
    rows: rows.map((item) => rowOf(ctx, item, names)),
    counts,
    next: items.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    needsBreak: needsBreak(made, now),
    made: decided.slice(0, LATEST).map(({ seq, at, detail }) => ({
      seq,
      at,
      kind: String(detail['kind']),
      decision: String(detail['decision']),
      reason: detail['reason'] === null ? null : String(detail['reason']),
    })),
  };
}

function rowOf(
  { now, actor }: StaffContext,
  item: Item,
  names: ReadonlyMap<string, string>,
): QueueRow {
  const { id, kind, priority, secondAsked, locale, claimedBy, handedTo } = item;
  const live = isClaimLive(item, now);
  return {
    ...{ id, kind, priority, secondAsked, locale },
    waitedMs: Math.max(0, now - item.arrivedAt),
    claimedBy: live && claimedBy !== null ? (names.get(claimedBy) ?? null) : null,
    mine: live && claimedBy === actor.id,
    handedTo: handedTo === null ? null : (names.get(handedTo) ?? null),
  };
}
