import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { Tx } from './client.ts';

export interface Study {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly ended: boolean;
}

export function studyOf({ id, name, about, endedAt }: Prisma.StudyGetPayload<object>): Study {
  return { id, name, about, ended: endedAt !== null };
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

/** Requests of a study that are ready or being made, and those that wait for a second person. */
export async function countStudyRequests(
  tx: Tx,
  studyId: string,
): Promise<{ readonly packages: number; readonly waiting: number }> {
  const [packages, waiting] = await Promise.all([
    tx.exportRequest.count({ where: { studyId, state: { in: ['approved', 'ready'] } } }),
    tx.exportRequest.count({ where: { studyId, state: 'asked' } }),
  ]);
  return { packages, waiting };
}

/**
 * Destroys the key. What is made or being made ends with it; the worker removes its files. Which requests nobody had
 * decided: they lapse.
 */
export async function endStudy(tx: Tx, id: string, at: Instant): Promise<readonly string[]> {
  const now = new Date(at);
  await tx.study.update({ where: { id }, data: { keySealed: null, endedAt: now } });
  await tx.exportRequest.updateMany({
    where: { studyId: id, state: { in: ['approved', 'ready'] } },
    data: { state: 'ended' },
  });
  const lapsed = await tx.exportRequest.updateManyAndReturn({
    where: { studyId: id, state: 'asked' },
    data: { state: 'lapsed' },
    select: { id: true },
  });
  return lapsed.map((request) => request.id);
}
