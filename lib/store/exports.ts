import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { AccessTier } from '#lib/domain/evaluation/package/column.ts';
import type { Found } from '#lib/domain/evaluation/package/find-levels.ts';
import {
  type Failure,
  filterSchema,
  type PackageFilter,
  type RequestState,
  tierSchema,
} from '#lib/domain/evaluation/package/request.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { dateOf, dayOf, type Tx } from './client.ts';
import { type Study, studyOf } from './studies.ts';

interface Person {
  readonly id: StaffId;
  readonly name: string;
}

export interface ExportRequest {
  readonly id: string;
  readonly study: Study;
  readonly tier: AccessTier;
  readonly purpose: string;
  readonly filter: PackageFilter;
  readonly without: readonly string[];
  readonly cutoff: Day;
  readonly state: RequestState;
  readonly asker: Person | null;
  readonly askedAt: Instant;
  readonly decider: Person | null;
  readonly note: string | null;
  readonly doneFiles: number;
  readonly snapshotId: string | null;
  readonly people: number | null;
  /** Of everybody in it; null before it is made. */
  readonly peopleHash: string | null;
  /** Rows of each file. */
  readonly counts: Readonly<Record<string, number>> | null;
  readonly merges: Found | null;
  readonly failure: Failure | null;
  readonly expiresAt: Instant | null;
}

const include = { study: true, asker: true, decider: true } as const;
type Row = Prisma.ExportRequestGetPayload<{ include: typeof include }>;

function requestOf(row: Row): ExportRequest {
  const person = (staff: Row['asker']): Person | null =>
    staff && { id: staff.id as StaffId, name: staff.name };
  const { id, purpose, without, note, doneFiles, snapshotId, people, peopleHash } = row;
  return {
    ...{ id, purpose, without, note, doneFiles, snapshotId, people, peopleHash },
    study: studyOf(row.study),
    tier: tierSchema.parse(row.tier),
    filter: filterSchema.parse(row.filter),
    cutoff: dayOf(row.cutoff),
    state: row.state as RequestState,
    asker: person(row.asker),
    askedAt: row.askedAt.getTime() as Instant,
    decider: person(row.decider),
    counts: row.counts as ExportRequest['counts'],
    merges: row.merges as Found | null,
    failure: row.failure as Failure | null,
    expiresAt: (row.expiresAt?.getTime() ?? null) as Instant | null,
  };
}

export async function listRequests(tx: Tx): Promise<readonly ExportRequest[]> {
  const rows = await tx.exportRequest.findMany({
    include,
    orderBy: { askedAt: 'desc' },
    take: 100,
  });
  return rows.map(requestOf);
}

/** Packages of a study and a tier whose rows somebody has or may get, newest first. */
export async function listHeld(
  tx: Tx,
  { studyId, tier }: { readonly studyId: string; readonly tier: AccessTier },
): Promise<readonly ExportRequest[]> {
  const rows = await tx.exportRequest.findMany({
    where: { studyId, tier, state: { in: ['approved', 'ready', 'ended'] } },
    include,
    orderBy: { askedAt: 'desc' },
  });
  return rows.map(requestOf);
}

/** The first cutoff, from a day on, of an open package that waits, or whose rows somebody has or may get. */
export async function findOpenCutoff(tx: Tx, from: Day): Promise<Day | null> {
  const row = await tx.exportRequest.findFirst({
    where: {
      tier: 'open',
      cutoff: { gte: dateOf(from) },
      state: { in: ['asked', 'approved', 'ready', 'ended'] },
    },
    orderBy: { cutoff: 'asc' },
    select: { cutoff: true },
  });
  return row && dayOf(row.cutoff);
}

/** Requests that are approved and not made yet, oldest first. */
export async function listToMake(tx: Tx): Promise<readonly ExportRequest[]> {
  const rows = await tx.exportRequest.findMany({
    where: { state: 'approved' },
    include,
    orderBy: { decidedAt: 'asc' },
  });
  return rows.map(requestOf);
}

export async function findRequest(tx: Tx, id: string): Promise<ExportRequest | null> {
  const row = await tx.exportRequest.findUnique({ where: { id }, include });
  return row && requestOf(row);
}

export async function findRequestOfForm(tx: Tx, form: string): Promise<string | null> {
  return (await tx.exportRequest.findUnique({ where: { form }, select: { id: true } }))?.id ?? null;
}

export interface NewRequest {
  readonly id: string;
  readonly studyId: string;
  readonly askedBy: StaffId | null;
  readonly purpose: string;
  readonly tier: AccessTier;
  readonly filter: PackageFilter;
  readonly without: readonly string[];
  readonly cutoff: Day;
  readonly state: RequestState;
  readonly form: string;
  readonly merges: Found;
  readonly at: Instant;
}

export const jsonOf = (merges: Found) => merges as unknown as Prisma.InputJsonValue;

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  const { at, cutoff, without, merges, ...rest } = request;
  const days = { cutoff: dateOf(cutoff), askedAt: new Date(at) };
  await tx.exportRequest.create({
    data: { ...rest, ...days, without: [...without], merges: jsonOf(merges) },
  });
}

/** False where somebody decided before. */
export async function markDecided(
  tx: Tx,
  id: string,
  decided: {
    readonly state: 'approved' | 'returned';
    readonly by: StaffId;
    readonly at: Instant;
    readonly note: string;
  },
): Promise<boolean> {
  const { state, by, at, note } = decided;
  const { count } = await tx.exportRequest.updateMany({
    where: { id, state: 'asked' },
    data: { state, decidedBy: by, decidedAt: new Date(at), note },
  });
  return count === 1;
}

/** False where it does not wait any more. */
export async function markWithdrawn(tx: Tx, id: string): Promise<boolean> {
  const where = { id, state: 'asked' };
  const { count } = await tx.exportRequest.updateMany({ where, data: { state: 'withdrawn' } });
  return count === 1;
}

/** From now on nobody gets it, and the worker removes its files. */
export async function markEnded(tx: Tx, id: string): Promise<void> {
  await tx.exportRequest.update({ where: { id }, data: { state: 'ended' } });
}
