import type { PathwayId } from '#lib/domain/basics/ids.ts';
import type { Tx } from './client.ts';

/** The sealed record of a pathway, which only its owner can open. */
export async function findOwnRecord(tx: Tx, pathwayId: PathwayId): Promise<Uint8Array | null> {
  const where = { pathwayId };
  return (await tx.ownRecord.findUnique({ where, select: { sealed: true } }))?.sealed ?? null;
}

/** Puts a sealed record in the place of the one before. */
export async function writeOwnRecord(
  tx: Tx,
  pathwayId: PathwayId,
  sealed: Uint8Array,
): Promise<void> {
  const values = { sealed: new Uint8Array(sealed) };
  await tx.ownRecord.upsert({
    where: { pathwayId },
    create: { pathwayId, ...values },
    update: values,
    select: { pathwayId: true },
  });
}
