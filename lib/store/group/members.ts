import type { Day, Instant, PathwayId, StaffId } from '#lib/domain/basics/ids.ts';
import type { BanReason } from '#lib/domain/community/codes.ts';
import { dateOf, type Tx } from '../client.ts';

/** Whether somebody's posting was ended, and still is. */
export async function isBanned(tx: Tx, pathwayId: PathwayId, today: Day): Promise<boolean> {
  const where = { pathwayId, bannedUntil: { gt: dateOf(today) } };
  return (await tx.groupMember.count({ where })) > 0;
}

export interface Ban {
  readonly id: string;
  readonly reason: BanReason;
  readonly bannedBy: StaffId;
  readonly bannedAt: Instant;
  readonly pathwaySealed: Uint8Array;
}

/** False where the pathway is gone, or is banned already. */
export async function insertBan(
  tx: Tx,
  { bannedAt, pathwaySealed, ...ban }: Ban,
  whose: { readonly pathwayId: PathwayId; readonly until: Day },
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO subject.group_member (pathway_id, banned_until)
    SELECT id, ${dateOf(whose.until)}::date FROM subject.pathway WHERE id = ${whose.pathwayId}::uuid
    ON CONFLICT (pathway_id) DO NOTHING`;
  if (written === 0) return false;
  const data = {
    ...ban,
    bannedAt: new Date(bannedAt),
    pathwaySealed: new Uint8Array(pathwaySealed),
  };
  await tx.groupBan.create({ data, select: { id: true } });
  return true;
}

/** Newest first. */
export async function listBans(tx: Tx): Promise<readonly Ban[]> {
  const rows = await tx.groupBan.findMany({ orderBy: { bannedAt: 'desc' } });
  return rows.map((row) => ({ ...row, bannedAt: row.bannedAt.getTime() })) as unknown as Ban[];
}

export async function findBan(tx: Tx, id: string): Promise<Ban | null> {
  const row = await tx.groupBan.findUnique({ where: { id } });
  return row && ({ ...row, bannedAt: row.bannedAt.getTime() } as unknown as Ban);
}

export async function deleteBan(tx: Tx, id: string, pathwayId: PathwayId): Promise<void> {
  await tx.groupBan.deleteMany({ where: { id } });
  await tx.groupMember.deleteMany({ where: { pathwayId } });
}
