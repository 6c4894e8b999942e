// What the worker does with requests that were approved.
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Found } from '#lib/domain/evaluation/package/find-levels.ts';
import type { Failure } from '#lib/domain/evaluation/package/request.ts';
import type { Tx } from './client.ts';
import { type ExportRequest, findRequest, jsonOf } from './exports.ts';

/** Another try to make it; null where it is not to be made any more. */
export async function beginTry(
  tx: Tx,
  id: string,
): Promise<{ readonly tries: number; readonly request: ExportRequest } | null> {
  const [row] = await tx.exportRequest.updateManyAndReturn({
    where: { id, state: 'approved' },
    data: { tries: { increment: 1 } },
    select: { tries: true },
  });
  const request = row ? await findRequest(tx, id) : null;
  return row && request ? { tries: row.tries, request } : null;
}

/** Nobody can get it any more: its time is over. */
export async function endExpired(tx: Tx, now: Instant): Promise<void> {
  const where = { state: 'ready', expiresAt: { lte: new Date(now) } };
  await tx.exportRequest.updateMany({ where, data: { state: 'ended' } });
}

/** Those whose files somebody may still get, or that are being made. */
export async function listLive(tx: Tx): Promise<readonly string[]> {
  const where = { state: { in: ['approved', 'ready'] } };
  return (await tx.exportRequest.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

export async function markProgress(tx: Tx, id: string, doneFiles: number): Promise<void> {
  await tx.exportRequest.update({ where: { id }, data: { doneFiles } });
}

export interface Made {
  readonly snapshotId: string;
  readonly people: number;
  readonly peopleHash: string;
  readonly counts: Readonly<Record<string, number>>;
  /** As it was made: people can have taken consent back since it was asked. */
  readonly merges: Found;
  readonly expiresAt: Instant | null;
}

/** Of a study that ended meanwhile nothing is ready. */
export async function markMade(
  tx: Tx,
  id: string,
  { expiresAt, merges, ...made }: Made,
): Promise<boolean> {
  const until = expiresAt === null ? null : new Date(expiresAt);
  const { count } = await tx.exportRequest.updateMany({
    where: { id, state: 'approved' },
    data: { state: 'ready', expiresAt: until, merges: jsonOf(merges), ...made },
  });
  return count === 1;
}

/** The rule refused it after all: people took consent back since it was asked. */
export async function markRefused(tx: Tx, id: string, merges: Found): Promise<boolean> {
  const { count } = await tx.exportRequest.updateMany({
    where: { id, state: 'approved' },
    data: { state: 'refused', merges: jsonOf(merges) },
  });
  return count === 1;
}

/** It could not be made, and is not tried again. */
export async function markFailed(tx: Tx, id: string, failure: Failure): Promise<boolean> {
  const where = { id, state: 'approved' };
  const { count } = await tx.exportRequest.updateMany({
    where,
    data: { state: 'failed', failure },
  });
  return count === 1;
}
