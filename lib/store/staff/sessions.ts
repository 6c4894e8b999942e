import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import type { Tx } from '#lib/store/client.ts';
import { type Staff, staffColumns, staffOf } from './staff.ts';

export interface StaffSession {
  readonly id: string;
  readonly staff: Staff;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  /** When the second factor was last given. */
  readonly verifiedAt: Instant;
  readonly revoked: boolean;
}

export interface NewSession {
  readonly staffId: StaffId;
  readonly sessionId: string;
}

export async function insertStaffSession(
  tx: Tx,
  { staffId, sessionId: id }: NewSession,
  now: Instant,
): Promise<void> {
  const at = new Date(now);
  const data = { id, staffId, createdAt: at, lastSeenAt: at, verifiedAt: at };
  await tx.staffSession.create({ data, select: { id: true } });
}

/** How long a form that was sent again still finds the session that it opened. */
const REPEAT_MS = 5 * 60_000;

/** The session that this very form opened a moment ago. */
export async function findRepeatedSession(
  tx: Tx,
  sessionId: string,
  now: Instant,
): Promise<NewSession | null> {
  const session = await findStaffSession(tx, sessionId);
  if (!session || session.revoked || now - session.createdAt > REPEAT_MS) return null;
  return { staffId: session.staff.id, sessionId };
}

/** The session as it is, revoked or idle ones too: the caller judges. */
export async function findStaffSession(tx: Tx, id: string): Promise<StaffSession | null> {
  if (!isUuid(id)) return null;
  const row = await tx.staffSession.findUnique({
    where: { id },
    select: {
      createdAt: true,
      lastSeenAt: true,
      verifiedAt: true,
      revokedAt: true,
      staff: { select: staffColumns },
    },
  });
  return (
    row && {
      id,
      staff: staffOf(row.staff),
      createdAt: row.createdAt.getTime() as Instant,
      lastSeenAt: row.lastSeenAt.getTime() as Instant,
      verifiedAt: row.verifiedAt.getTime() as Instant,
      revoked: row.revokedAt !== null,
    }
  );
}

export async function touchStaffSession(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.staffSession.updateMany({ where: { id }, data: { lastSeenAt: new Date(now) } });
}

export async function markSessionRevoked(tx: Tx, id: string, now: Instant): Promise<void> {
  const where = { id, revokedAt: null };
  await tx.staffSession.updateMany({ where, data: { revokedAt: new Date(now) } });
}

/** The second factor was given again. */
export async function markSessionVerified(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.staffSession.updateMany({ where: { id }, data: { verifiedAt: new Date(now) } });
}

/** The sessions of a person that nobody ended, the newest first; over or not: the caller judges. */
export async function listStaffSessions(tx: Tx, staffId: StaffId) {
  const rows = await tx.staffSession.findMany({
    where: { staffId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true, lastSeenAt: true },
  });
  return rows.map(({ id, createdAt, lastSeenAt }) => ({
    id,
    createdAt: createdAt.getTime() as Instant,
    lastSeenAt: lastSeenAt.getTime() as Instant,
    revoked: false,
  }));
}

/** Ends the other sessions of this one's person, or one of them. Returns how many. */
export async function markOthersRevoked(
  tx: Tx,
  { staffId, sessionId }: NewSession,
  only: string | null,
  now: Instant,
): Promise<number> {
  const id = only === null ? { not: sessionId } : { not: sessionId, equals: only };
  const where = { staffId, revokedAt: null, id };
  return (await tx.staffSession.updateMany({ where, data: { revokedAt: new Date(now) } })).count;
}
