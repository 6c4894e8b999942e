import type { Day, Instant, PathwayId, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { dayOf, type Tx } from './client.ts';

export type VisitCodeState = 'issued' | 'redeemed' | 'expired' | 'replaced';

/** What is kept of a visit code. Never the code. */
export interface StoredVisitCode {
  readonly id: string;
  readonly pathwayId: PathwayId;
  readonly serviceId: ServiceId;
  readonly state: VisitCodeState;
  /** Of the pathway, as of every step; `start` makes dates of them. */
  readonly issuedDay: number;
  readonly redeemedDay: number | null;
  readonly start: Day;
  /** Forgotten once a visit may be recorded. */
  readonly issuedAt: Instant | null;
  /** These two are forgotten once the recording can no longer be taken back. */
  readonly redeemedAt: Instant | null;
  readonly redeemedBy: StaffId | null;
}

/** Prisma wants bytes of an ArrayBuffer of their own. */
const bytes = (from: Uint8Array) => new Uint8Array(from);

const columns = {
  id: true,
  pathwayId: true,
  serviceId: true,
  state: true,
  issuedDay: true,
  redeemedDay: true,
  pathway: { select: { startDate: true } },
  clock: { select: { issuedAt: true, redeemedAt: true, redeemedBy: true } },
} as const satisfies Prisma.VisitCodeSelect;

function codeOf({
  pathway,
  clock,
  ...row
}: Prisma.VisitCodeGetPayload<{ select: typeof columns }>): StoredVisitCode {
  return {
    ...row,
    start: dayOf(pathway.startDate),
    issuedAt: clock?.issuedAt?.getTime() ?? null,
    redeemedAt: clock?.redeemedAt?.getTime() ?? null,
    redeemedBy: clock?.redeemedBy ?? null,
  } as StoredVisitCode;
}

export interface NewVisitCode {
  readonly pathwayId: PathwayId;
  readonly serviceId: ServiceId;
  readonly hash: Uint8Array;
  readonly issuedDay: number;
  readonly now: Instant;
}

/** Ends the pathway's code before it. False where another code has the same hash. */
export async function insertVisitCode(tx: Tx, code: NewVisitCode): Promise<boolean> {
  const { pathwayId, serviceId, hash, issuedDay, now } = code;
  const data = { state: 'replaced' };
  await tx.visitCode.updateMany({ where: { pathwayId, state: 'issued' }, data });
  const [made] = await tx.visitCode.createManyAndReturn({
    data: { pathwayId, serviceId, codeHash: bytes(hash), issuedDay },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made) return false;
  await tx.visitClock.createMany({ data: { codeId: made.id, issuedAt: new Date(now) } });
  return true;
}

export async function findVisitCode(tx: Tx, hash: Uint8Array): Promise<StoredVisitCode | null> {
  const row = await tx.visitCode.findUnique({
    where: { codeHash: bytes(hash) },
    select: columns,
  });
  return row && codeOf(row);
}

export async function findVisitCodeById(tx: Tx, id: string): Promise<StoredVisitCode | null> {
  const row = await tx.visitCode.findUnique({ where: { id }, select: columns });
  return row && codeOf(row);
}

/** Every code of a pathway that is still kept, the oldest first. */
export async function listVisitCodes(
  tx: Tx,
  pathwayId: PathwayId,
): Promise<readonly StoredVisitCode[]> {
  const rows = await tx.visitCode.findMany({
    where: { pathwayId },
    orderBy: [{ issuedDay: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(codeOf);
}

/**
 * Keeps the pathway as it is to the end of the transaction. Whoever changes a code takes it first, as
 * whoever erases a pathway does. False where there is none.
 */
export async function lockPathway(tx: Tx, id: PathwayId): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM subject.pathway_row WHERE pathway_id = ${id}::uuid FOR UPDATE`;
  return rows.length === 1;
}

export interface Redemption {
  readonly from: VisitCodeState;
  readonly day: number;
  /** When and by whom, for as long as it can be taken back; null: it cannot. */
  readonly undoable: { readonly at: Instant; readonly by: StaffId } | null;
}

/** False where somebody was faster: a code is redeemed once. */
export async function markRedeemed(
  tx: Tx,
  id: string,
  { from, day, undoable }: Redemption,
): Promise<boolean> {
  const data = { state: 'redeemed', redeemedDay: day };
  if ((await tx.visitCode.updateMany({ where: { id, state: from }, data })).count !== 1) {
    return false;
  }
  const clock = {
    issuedAt: null,
    redeemedAt: undoable === null ? null : new Date(undoable.at),
    redeemedBy: undoable?.by ?? null,
  };
  const create = { ...clock, codeId: id };
  const where = { codeId: id };
  await tx.visitClock.upsert({ where, create, update: clock, select: { codeId: true } });
  return true;
}

/** The recording is taken back: the code works again, unless the person has a newer one by now. */
export async function markNotRedeemed(tx: Tx, { id, pathwayId }: StoredVisitCode): Promise<void> {
  const newer = await tx.visitCode.count({ where: { pathwayId, state: 'issued' } });
  await tx.visitCode.updateMany({
    where: { id, state: 'redeemed' },
    data: { state: newer === 0 ? 'issued' : 'replaced', redeemedDay: null },
  });
  const data = { redeemedAt: null, redeemedBy: null };
  await tx.visitClock.updateMany({ where: { codeId: id }, data });
}

/** What a member of staff recorded last, and can still take back. */
export async function findLatestRedemption(
  tx: Tx,
  by: StaffId,
  since: Instant,
): Promise<{ readonly id: string; readonly at: Instant } | null> {
  const row = await tx.visitClock.findFirst({
    where: { redeemedBy: by, redeemedAt: { gt: new Date(since) } },
    orderBy: { redeemedAt: 'desc' },
    select: { codeId: true, redeemedAt: true },
  });
  return row?.redeemedAt ? { id: row.codeId, at: row.redeemedAt.getTime() as Instant } : null;
}
