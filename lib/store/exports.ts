import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { AccessTier } from '#lib/domain/evaluation/package/column.ts';
import {
  filterSchema,
  type PackageFilter,
  type RequestState,
  tierSchema,
} from '#lib/domain/evaluation/package/request.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { dateOf, dayOf, type Tx } from './client.ts';

interface Person {
  readonly id: StaffId;
  readonly name: string;
}

export interface Study {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly ended: boolean;
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
  readonly expiresAt: Instant | null;
}

const include = { study: true, asker: true, decider: true } as const;
type Row = Prisma.ExportRequestGetPayload<{ include: typeof include }>;
type StudyRow = Prisma.StudyGetPayload<object>;

function studyOf({ id, name, about, endedAt }: StudyRow): Study {
  return { id, name, about, ended: endedAt !== null };
}

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
    expiresAt: (row.expiresAt?.getTime() ?? null) as Instant | null,
  };
}

export async function listStudies(tx: Tx): Promise<readonly Study[]> {
  return (await tx.study.findMany({ orderBy: { madeAt: 'asc' } })).map(studyOf);
}

export async function findStudy(
  tx: Tx,
  by: { id: string } | { name: string },
): Promise<Study | null> {
  const row = await tx.study.findUnique({ where: by });
  return row && studyOf(row);
}

export interface NewStudy {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly keySealed: Uint8Array;
  /** Null: the operator of the machine. */
  readonly madeBy: StaffId | null;
  readonly at: Instant;
}

export async function insertStudy(tx: Tx, { keySealed, at, ...study }: NewStudy): Promise<void> {
  await tx.study.create({
    data: { ...study, keySealed: new Uint8Array(keySealed), madeAt: new Date(at) },
  });
}

/** Null where the study has ended: its key is no more. */
export async function findStudyKey(tx: Tx, id: string): Promise<Uint8Array | null> {
  return (
    (await tx.study.findUnique({ where: { id }, select: { keySealed: true } }))?.keySealed ?? null
  );
}

/** Destroys the key; requests that were not decided can lead nowhere any more. */
export async function endStudy(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.study.update({ where: { id }, data: { keySealed: null, endedAt: new Date(at) } });
  await tx.exportRequest.updateMany({
    where: { studyId: id, state: { in: ['approved', 'ready'] } },
    data: { state: 'ended' },
  });
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
  readonly at: Instant;
}

export async function insertRequest(
  tx: Tx,
  { at, cutoff, without, ...request }: NewRequest,
): Promise<void> {
  await tx.exportRequest.create({
    data: { ...request, without: [...without], cutoff: dateOf(cutoff), askedAt: new Date(at) },
  });
}

export async function markDecided(
  tx: Tx,
  id: string,
  decided: {
    readonly state: 'approved' | 'returned';
    readonly by: StaffId;
    readonly at: Instant;
    readonly note: string;
  },
): Promise<void> {
  const { state, by, at, note } = decided;
  await tx.exportRequest.update({
    where: { id },
    data: { state, decidedBy: by, decidedAt: new Date(at), note },
  });
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

/** Requests whose files have to go: their time is over, or their study is. */
export async function listToRemove(tx: Tx, now: Instant): Promise<readonly ExportRequest[]> {
  const rows = await tx.exportRequest.findMany({
    where: { OR: [{ state: 'ended' }, { state: 'ready', expiresAt: { lte: new Date(now) } }] },
    include,
    take: 1000,
  });
  return rows.map(requestOf);
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

export async function markMade(tx: Tx, id: string, { expiresAt, ...made }: Made): Promise<void> {
  const until = expiresAt === null ? null : new Date(expiresAt);
  await tx.exportRequest.update({
    where: { id },
    data: { state: 'ready', expiresAt: until, ...made },
  });
}

export async function markRequest(tx: Tx, id: string, state: 'refused' | 'ended'): Promise<void> {
  await tx.exportRequest.update({ where: { id }, data: { state } });
}

/** Everybody who began before a day, with and without consent to research. */
export async function countBegan(tx: Tx, before: Day): Promise<number> {
  return tx.pathway.count({ where: { startDate: { lt: dateOf(before) } } });
}

/** Every version of the routing policy that was ever in force, with the day from which it was. */
export async function listPoliciesInForce(tx: Tx) {
  const rows = await tx.policyActivation.findMany({
    include: { policy: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ hash, policy, effectiveAt, activatedAt }) => ({
    hash,
    name: policy.name,
    from: (effectiveAt ?? activatedAt).toISOString().slice(0, 10),
    document: policy.document,
  }));
}
