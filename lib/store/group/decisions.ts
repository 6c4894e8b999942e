import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Reason } from '#lib/domain/community/codes.ts';
import type { HoursBucket, Tally } from '#lib/domain/community/figures.ts';
import type { Decision, ItemKind } from '#lib/domain/community/post.ts';
import { dateOf, type Tx } from '../client.ts';

export interface StoredDecision {
  readonly postId: string;
  /** Counted from 1 in each post. */
  readonly n: number;
  readonly staffId: StaffId;
  readonly kind: ItemKind;
  readonly decision: Decision;
  readonly reason: Reason | null;
}

/** `seen`: SHA-256 of the sealed text that was read. The database shows no post without it. */
export async function insertDecision(
  tx: Tx,
  { seen, ...decision }: StoredDecision & { readonly seen: Uint8Array },
): Promise<void> {
  const data = { ...decision, seen: new Uint8Array(seen) };
  await tx.groupDecision.create({ data, select: { n: true } });
}

/** What was decided about a post, the first first. */
export async function listDecisions(tx: Tx, postId: string): Promise<readonly StoredDecision[]> {
  const rows = await tx.groupDecision.findMany({
    where: { postId },
    orderBy: { n: 'asc' },
    select: { postId: true, n: true, staffId: true, kind: true, decision: true, reason: true },
  });
  return rows as readonly (typeof rows)[number][] as readonly StoredDecision[];
}

const ONE = { id: 1 } as const;
const ONE_ID = { id: true } as const;

/** When anything was decided last; null: never. */
export async function findLastDecision(tx: Tx): Promise<Instant | null> {
  const row = await tx.groupClock.findUnique({ where: ONE, select: { decidedAt: true } });
  return (row?.decidedAt.getTime() as Instant | undefined) ?? null;
}

export interface Counted {
  readonly week: Day;
  readonly kind: ItemKind;
  readonly decision: Decision;
  readonly hours: HoursBucket;
  readonly at: Instant;
}

/** One more of its kind in its week, beside nothing that says which; and the time of the last one of all. */
export async function countDecision(tx: Tx, counted: Counted): Promise<void> {
  const { week, kind, decision, hours, at } = counted;
  const where = { week: dateOf(week), kind, decision, hours };
  await tx.groupTally.upsert({
    where: { week_kind_decision_hours: where },
    create: { ...where, count: 1 },
    update: { count: { increment: 1 } },
    select: { count: true },
  });
  const decidedAt = new Date(at);
  await tx.groupClock.upsert({
    where: ONE,
    create: { ...ONE, decidedAt },
    update: { decidedAt },
    select: ONE_ID,
  });
}

/** What was decided in the weeks from one on, up to another one. */
export async function readTallies(tx: Tx, from: Day, until: Day): Promise<readonly Tally[]> {
  const rows = await tx.groupTally.groupBy({
    by: ['kind', 'decision', 'hours'],
    where: { week: { gte: dateOf(from), lt: dateOf(until) } },
    _sum: { count: true },
  });
  return rows.map(({ _sum, ...row }) => ({ ...row, count: _sum.count ?? 0 })) as Tally[];
}
