import type { StaffId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '../client.ts';

/** What a moderator keeps for themselves, sealed; null: nothing. */
export async function findOwnNote(tx: Tx, staffId: StaffId): Promise<Uint8Array | null> {
  const row = await tx.staffOwnNote.findUnique({ where: { staffId }, select: { sealed: true } });
  return row?.sealed ?? null;
}

export async function writeOwnNote(tx: Tx, staffId: StaffId, box: Uint8Array): Promise<void> {
  const sealed = new Uint8Array(box);
  const where = { staffId };
  await tx.staffOwnNote.upsert({ where, create: { staffId, sealed }, update: { sealed } });
}

export async function deleteOwnNote(tx: Tx, staffId: StaffId): Promise<void> {
  await tx.staffOwnNote.deleteMany({ where: { staffId } });
}
