import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ReportReason } from '#lib/domain/community/codes.ts';
import type { ItemKind } from '#lib/domain/community/post.ts';
import { CLAIM_MS, type Priority, type RiskLevel } from '#lib/domain/community/queue.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Tx } from '../client.ts';

/** Something that waits for a moderator. */
export interface Item {
  readonly id: string;
  readonly postId: string;
  readonly kind: ItemKind;
  readonly risk: RiskLevel;
  readonly priority: Priority;
  readonly reasons: readonly ReportReason[];
  readonly words: readonly Uint8Array[];
  readonly arrivedAt: Instant;
  readonly claimedBy: StaffId | null;
  readonly claimedAt: Instant | null;
  readonly barred: readonly StaffId[];
  readonly secondAsked: boolean;
  readonly handedTo: StaffId | null;
  readonly locale: Locale;
}

const columns = {
  id: true,
  postId: true,
  kind: true,
  risk: true,
  priority: true,
  reasons: true,
  words: true,
  arrivedAt: true,
  claimedBy: true,
  claimedAt: true,
  barred: true,
  secondAsked: true,
  handedTo: true,
  post: { select: { locale: true } },
} as const satisfies Prisma.GroupItemSelect;

type Row = Prisma.GroupItemGetPayload<{ select: typeof columns }>;
const itemOf = ({ post, ...row }: Row) =>
  ({
    ...row,
    locale: post.locale,
    arrivedAt: row.arrivedAt.getTime(),
    claimedAt: row.claimedAt?.getTime() ?? null,
  }) as unknown as Item;

export interface NewItem extends Pick<Item, 'postId' | 'kind' | 'risk' | 'priority' | 'arrivedAt'> {
  readonly reasons?: readonly ReportReason[];
  readonly words?: readonly Uint8Array[];
  readonly barred?: readonly StaffId[];
}

/** What a post waits for from now on, in the place of what it waited for. */
export async function putItem(tx: Tx, item: NewItem): Promise<void> {
  const { postId, kind, risk, priority, arrivedAt } = item;
  await tx.groupItem.deleteMany({ where: { postId } });
  const words = (item.words ?? []).map((sealed) => new Uint8Array(sealed));
  const lists = { reasons: [...(item.reasons ?? [])], words, barred: [...(item.barred ?? [])] };
  const data = { postId, kind, risk, priority, arrivedAt: new Date(arrivedAt), ...lists };
  await tx.groupItem.create({ data, select: { id: true } });
}

export type ItemChange = Partial<Pick<Item, 'risk' | 'priority' | 'reasons' | 'words'>>;

/** More about what it waits for; its time and who is at it stay. */
export async function changeItem(
  tx: Tx,
  postId: string,
  { risk, priority, reasons, words }: ItemChange,
): Promise<void> {
  const data = {
    ...(risk === undefined ? {} : { risk }),
    ...(priority === undefined ? {} : { priority }),
    ...(reasons === undefined ? {} : { reasons: [...reasons] }),
    ...(words === undefined ? {} : { words: words.map((sealed) => new Uint8Array(sealed)) }),
  };
  await tx.groupItem.updateMany({ where: { postId }, data });
}

export async function removeItem(tx: Tx, postId: string): Promise<void> {
  await tx.groupItem.deleteMany({ where: { postId } });
}

export async function findItem(tx: Tx, id: string): Promise<Item | null> {
  const row = await tx.groupItem.findUnique({ where: { id }, select: columns });
  return row && itemOf(row);
}

export async function findItemOf(tx: Tx, postId: string): Promise<Item | null> {
  const row = await tx.groupItem.findUnique({ where: { postId }, select: columns });
  return row && itemOf(row);
}

const ORDER = [{ priority: 'asc' }, { arrivedAt: 'asc' }, { id: 'asc' }] as const;

/** Risk first, then the oldest; after one of them where asked for. */
export async function listItems(
  tx: Tx,
  { after, limit }: { readonly after: Item | null; readonly limit: number },
): Promise<readonly Item[]> {
  const rows = await tx.groupItem.findMany({
    where: after === null ? {} : { OR: pastOf(after) },
    orderBy: [...ORDER],
    take: limit,
    select: columns,
  });
  return rows.map(itemOf);
}

function pastOf({ priority, arrivedAt, id }: Item) {
  const at = new Date(arrivedAt);
  return [
    { priority: { gt: priority } },
    { priority, arrivedAt: { gt: at } },
    { priority, arrivedAt: at, id: { gt: id } },
  ] satisfies Prisma.GroupItemWhereInput[];
}

/** How many wait, by priority: high, medium, low. */
export async function countItems(tx: Tx): Promise<readonly [number, number, number]> {
  const rows = await tx.groupItem.groupBy({ by: ['priority'], _count: { _all: true } });
  const of = (wanted: Priority) =>
    rows.find(({ priority }) => priority === wanted)?._count._all ?? 0;
  return [of(0), of(1), of(2)];
}

/** Who asks, and when. */
interface Claim {
  readonly by: StaffId;
  readonly now: Instant;
}

/** What speaks of risk and nobody else is at, and what is on this moderator's hands: what a shift hands over. */
export async function listOpenRisks(tx: Tx, { by, now }: Claim): Promise<readonly Item[]> {
  const since = new Date(now - CLAIM_MS);
  const free = { OR: [{ claimedAt: null }, { claimedAt: { lte: since } }] };
  const where = { OR: [{ priority: 0, ...free }, { claimedBy: by }] };
  const rows = await tx.groupItem.findMany({
    where,
    orderBy: [...ORDER],
    take: 50,
    select: columns,
  });
  return rows.map(itemOf);
}

/** Since when the oldest of all waits; null: nothing does. */
export async function findOldestArrival(tx: Tx): Promise<Instant | null> {
  const orderBy = { arrivedAt: 'asc' } as const;
  const row = await tx.groupItem.findFirst({ orderBy, select: { arrivedAt: true } });
  return (row?.arrivedAt.getTime() as Instant | undefined) ?? null;
}

/** How many wait longer than moderators promise: those of danger since before `urgent`, the others since `other`. */
export function countOverdue(
  tx: Tx,
  { urgent, other }: { readonly urgent: Instant; readonly other: Instant },
): Promise<number> {
  const late = [
    { priority: 0, arrivedAt: { lt: new Date(urgent) } },
    { arrivedAt: { lt: new Date(other) } },
  ];
  return tx.groupItem.count({ where: { OR: late } });
}

/**
 * The first item that nobody else is at, for this moderator alone; what they have claimed already comes before.
 * Nobody decides where they are barred, unless none of the moderators who are `here` soon could.
 */
export async function claimNext(
  tx: Tx,
  { by, now, here }: Claim & { readonly here: readonly StaffId[] },
): Promise<string | null> {
  const since = new Date(now - CLAIM_MS);
  const own = { claimedBy: by, claimedAt: { gt: since } };
  const mine = await tx.groupItem.findFirst({
    where: own,
    orderBy: [...ORDER],
    select: { id: true },
  });
  if (mine) return mine.id;
  const [claimed] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE ops.group_item SET claimed_by = ${by}::uuid, claimed_at = ${new Date(now)}
    WHERE id = (
      SELECT i.id FROM ops.group_item i
      WHERE (i.claimed_at IS NULL OR i.claimed_at <= ${since}) AND (
        NOT ${by}::uuid = ANY (i.barred) OR NOT EXISTS (
          SELECT FROM unnest(${here}::uuid[]) AS s(id) WHERE NOT s.id = ANY (i.barred)))
      ORDER BY i.priority, i.arrived_at, i.id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  return claimed?.id ?? null;
}

/** Back to the others; with `barred` not to this one again. */
export async function releaseItem(
  tx: Tx,
  id: string,
  barred: readonly StaffId[] | null,
): Promise<void> {
  const free = { claimedBy: null, claimedAt: null };
  const second = barred === null ? {} : { barred: [...barred], secondAsked: true };
  await tx.groupItem.updateMany({ where: { id }, data: { ...free, ...second } });
}

/** Named to take it; it goes back to all so that it waits for nobody who does not come. */
export async function handItem(tx: Tx, id: string, to: StaffId): Promise<void> {
  const data = { handedTo: to, claimedBy: null, claimedAt: null };
  await tx.groupItem.updateMany({ where: { id }, data });
}
