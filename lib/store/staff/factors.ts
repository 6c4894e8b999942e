import type { Proof } from '#lib/domain/access/second-factor.ts';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { markTotpStep } from './staff.ts';

/** Uses a second factor up: false where it was used before or is none of this person's. */
export async function markProofUsed(
  tx: Tx,
  staffId: StaffId,
  proof: Proof,
  now: Instant,
): Promise<boolean> {
  if (proof.kind === 'totp') return markTotpStep(tx, staffId, proof.step);
  const where = { staffId, codeHash: new Uint8Array(proof.hash), usedAt: null };
  const data = { usedAt: new Date(now) };
  return (await tx.staffRecoveryCode.updateMany({ where, data })).count === 1;
}

/** How many are left. */
export function countRecoveryCodes(tx: Tx, staffId: StaffId): Promise<number> {
  return tx.staffRecoveryCode.count({ where: { staffId, usedAt: null } });
}

/** When the set of this code was made; null where there is no such set. */
export async function findRecoverySet(
  tx: Tx,
  staffId: StaffId,
  hash: Uint8Array,
): Promise<Instant | null> {
  const where = { staffId, codeHash: new Uint8Array(hash) };
  const row = await tx.staffRecoveryCode.findFirst({ where, select: { createdAt: true } });
  return row && (row.createdAt.getTime() as Instant);
}

/** New codes in place of the old ones, used or not. */
export async function replaceRecoveryCodes(
  tx: Tx,
  staffId: StaffId,
  hashes: readonly Uint8Array[],
  now: Instant,
): Promise<void> {
  const createdAt = new Date(now);
  await tx.staffRecoveryCode.deleteMany({ where: { staffId } });
  const data = hashes.map((hash) => ({ codeHash: new Uint8Array(hash), staffId, createdAt }));
  await tx.staffRecoveryCode.createMany({ data });
}

/** A recovery code was used: on record, with how many are left. */
export async function auditRecovery(tx: Tx, id: StaffId, proof: Proof | null): Promise<void> {
  if (proof?.kind !== 'recovery') return;
  const detail = { left: await countRecoveryCodes(tx, id) };
  const entry = { action: 'staff.recovery_used', subject: id, detail } as const;
  await appendAudit(tx, { actor: `staff:${id}`, ...entry });
}
