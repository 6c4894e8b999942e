import { createHash } from 'node:crypto';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '#lib/store/client.ts';

export interface Passkey {
  readonly id: string;
  readonly staffId: StaffId;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
}

export async function listPasskeys(tx: Tx, staffId: StaffId): Promise<readonly Passkey[]> {
  const rows = await tx.staffPasskey.findMany({
    where: { staffId },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(passkeyOf);
}

export async function findPasskey(tx: Tx, id: string): Promise<Passkey | null> {
  const row = await tx.staffPasskey.findUnique({ where: { id } });
  return row && passkeyOf(row);
}

function passkeyOf(row: {
  readonly id: string;
  readonly staffId: string;
  readonly publicKey: Uint8Array;
  readonly counter: bigint;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}): Passkey {
  return {
    ...row,
    staffId: row.staffId as StaffId,
    counter: Number(row.counter),
    createdAt: row.createdAt.getTime() as Instant,
    usedAt: row.usedAt && (row.usedAt.getTime() as Instant),
  };
}

/** False where somebody has it already. */
export async function insertPasskey(
  tx: Tx,
  { id, staffId, publicKey, counter, createdAt }: Omit<Passkey, 'usedAt'>,
): Promise<boolean> {
  const key = { id, staffId, publicKey: new Uint8Array(publicKey), counter };
  const data = { ...key, createdAt: new Date(createdAt) };
  return (await tx.staffPasskey.createMany({ data, skipDuplicates: true })).count === 1;
}

/** False where it was used or removed since it was read. */
export async function markPasskeyUsed(
  tx: Tx,
  { id, counter }: Passkey,
  next: { readonly counter: number; readonly now: Instant },
): Promise<boolean> {
  const data = { counter: next.counter, usedAt: new Date(next.now) };
  return (await tx.staffPasskey.updateMany({ where: { id, counter }, data })).count === 1;
}

export async function removePasskey(tx: Tx, staffId: StaffId, id: string): Promise<boolean> {
  return (await tx.staffPasskey.deleteMany({ where: { staffId, id } })).count === 1;
}

/** Longer than any challenge is accepted. */
const KEPT_MS = 3_600_000;

/** False where this was signed before. */
export async function markChallengeUsed(tx: Tx, challenge: string, now: Instant): Promise<boolean> {
  await tx.staffChallenge.deleteMany({ where: { usedAt: { lt: new Date(now - KEPT_MS) } } });
  const hash = new Uint8Array(createHash('sha256').update(challenge).digest());
  const data = { hash, usedAt: new Date(now) };
  return (await tx.staffChallenge.createMany({ data, skipDuplicates: true })).count === 1;
}
