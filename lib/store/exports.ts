import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { AccessTier } from '#lib/domain/evaluation/package/column.ts';
import type { Found } from '#lib/domain/evaluation/package/find-levels.ts';
import {
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
  /** Rows of each file. */
  readonly counts: Readonly<Record<string, number>> | null;
  readonly merges: Found | null;
  readonly expiresAt: Instant | null;
}

const include = { study: true, asker: true, decider: true } as const;
type Row = Prisma.ExportRequestGetPayload<{ include: typeof include }>;

function requestOf(row: Row): ExportRequest {
  const person = (staff: Row['asker']): Person | null =>
    staff && { id: staff.id as StaffId, name: staff.name };
  const { id, purpose, without, note, doneFiles, snapshotId, people } = row;
  return {
    ...{ id, purpose, without, note, doneFiles, snapshotId, people },
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

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  const { at, cutoff, without, merges, ...rest } = request;
  const json = merges as unknown as Prisma.InputJsonValue;
  const days = { cutoff: dateOf(cutoff), askedAt: new Date(at) };
  await tx.exportRequest.create({
    data: { ...rest, ...days, without: [...without], merges: json },
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

/** Requests that are approved and not made yet, oldest first. */
export async function listToMake(tx: Tx): Promise<readonly ExportRequest[]> {
  const rows = await tx.exportRequest.findMany({
    where: { state: 'approved' },
    include,
    orderBy: { decidedAt: 'asc' },
  });
  return rows.map(requestOf);
}

/** Requests whose files have to go: their time is over, or they ended before it was. */
export async function listToRemove(tx: Tx, now: Instant): Promise<readonly string[]> {
  const rows = await tx.exportRequest.findMany({
    where: { state: { in: ['ready', 'ended', 'refused'] }, expiresAt: { lte: new Date(now) } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Its files are gone. */
export async function markRemoved(tx: Tx, id: string): Promise<void> {
  await tx.exportRequest.updateMany({ where: { id, state: 'ready' }, data: { state: 'ended' } });
  await tx.exportRequest.update({ where: { id }, data: { expiresAt: null } });
}

export async function markProgress(tx: Tx, id: string, doneFiles: number): Promise<void> {
  await tx.exportRequest.update({ where: { id }, data: { doneFiles } });
}

export interface Made {
  readonly snapshotId: string;
  readonly people: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly expiresAt: Instant | null;
}

/** Of a study that ended meanwhile nothing is ready. */
export async function markMade(tx: Tx, id: string, { expiresAt, ...made }: Made): Promise<boolean> {
  const until = expiresAt === null ? null : new Date(expiresAt);
  const { count } = await tx.exportRequest.updateMany({
    where: { id, state: 'approved' },
    data: { state: 'ready', expiresAt: until, ...made },
  });
  return count === 1;
}

/** The rule refused it after all: people took consent back since it was asked. */
export async function markRefused(tx: Tx, id: string, merges: Found, at: Instant): Promise<void> {
  await tx.exportRequest.update({
    where: { id },
    data: {
      state: 'refused',
      merges: merges as unknown as Prisma.InputJsonValue,
      expiresAt: new Date(at),
    },
  });
}

/** From now on nobody gets it, and the worker removes its files. */
export async function markEnded(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.exportRequest.update({
    where: { id },
    data: { state: 'ended', expiresAt: new Date(at) },
  });
}
