import { isRole, type Role } from '#lib/domain/access/role.ts';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import type { Tx } from '#lib/store/client.ts';
import type { Prisma } from '#prisma/generated/client.ts';

export interface Staff {
  readonly id: StaffId;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly string[];
  readonly passwordHash: string;
  /** The secret of the second factor, sealed by the web process. */
  readonly totpSealed: Uint8Array | null;
  readonly createdAt: Instant;
  readonly disabled: boolean;
}

const columns = {
  id: true,
  email: true,
  name: true,
  roles: true,
  languages: true,
  passwordHash: true,
  totpSealed: true,
  createdAt: true,
  disabledAt: true,
} as const satisfies Prisma.StaffSelect;

function staffOf({
  disabledAt,
  ...row
}: Prisma.StaffGetPayload<{ select: typeof columns }>): Staff {
  return {
    ...row,
    id: row.id as StaffId,
    roles: row.roles.filter(isRole),
    createdAt: row.createdAt.getTime() as Instant,
    disabled: disabledAt !== null,
  };
}

export async function listStaff(tx: Tx): Promise<readonly Staff[]> {
  return (await tx.staff.findMany({ orderBy: { name: 'asc' }, select: columns })).map(staffOf);
}

export async function findStaff(tx: Tx, id: StaffId): Promise<Staff | null> {
  const row = await tx.staff.findUnique({ where: { id }, select: columns });
  return row && staffOf(row);
}

export async function findStaffByEmail(tx: Tx, email: string): Promise<Staff | null> {
  const where = { email: email.toLowerCase() };
  const row = await tx.staff.findUnique({ where, select: columns });
  return row && staffOf(row);
}

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly string[];
  readonly passwordHash: string;
  readonly totpSealed: Uint8Array | null;
  readonly now: Instant;
  /** Chosen by the caller where the secret is sealed with the id as its context. */
  readonly id?: StaffId;
}

/** Null where that address has an account already. */
export async function insertStaff(tx: Tx, staff: NewStaff): Promise<StaffId | null> {
  const made = await tx.staff.createManyAndReturn({
    data: {
      ...(staff.id === undefined ? {} : { id: staff.id }),
      email: staff.email.toLowerCase(),
      name: staff.name,
      roles: [...staff.roles],
      languages: [...staff.languages],
      passwordHash: staff.passwordHash,
      totpSealed: staff.totpSealed && new Uint8Array(staff.totpSealed),
      createdAt: new Date(staff.now),
    },
    skipDuplicates: true,
    select: { id: true },
  });
  return (made[0]?.id as StaffId | undefined) ?? null;
}

export interface NewFactors extends Pick<NewStaff, 'name' | 'roles' | 'languages'> {
  readonly passwordHash: string;
  readonly totpSealed: Uint8Array;
  /** The step of the code that was just shown. */
  readonly totpStep: number;
}

/**
 * A new password and second factor in place of the old ones: the account is active and every session
 * has ended. False where it was disabled or enabled since it was read.
 */
export async function markFactorsReset(
  tx: Tx,
  { id, disabled }: Staff,
  { roles, languages, totpSealed, ...factors }: NewFactors,
  now: Instant,
): Promise<boolean> {
  const done = await tx.staff.updateMany({
    where: { id, disabledAt: disabled ? { not: null } : null },
    data: {
      ...factors,
      roles: [...roles],
      languages: [...languages],
      totpSealed: new Uint8Array(totpSealed),
      disabledAt: null,
    },
  });
  await markSessionsRevoked(tx, id, now);
  return done.count === 1;
}

/** Ends every session too: effective on the next request. */
export async function markDisabled(tx: Tx, id: StaffId, at: Instant): Promise<boolean> {
  const where = { id, disabledAt: null };
  const done = await tx.staff.updateMany({ where, data: { disabledAt: new Date(at) } });
  await markSessionsRevoked(tx, id, at);
  return done.count === 1;
}

export async function markEnabled(tx: Tx, id: StaffId): Promise<boolean> {
  return (await tx.staff.updateMany({ where: { id }, data: { disabledAt: null } })).count === 1;
}

export async function markRoles(tx: Tx, id: StaffId, roles: readonly Role[]): Promise<boolean> {
  return (await tx.staff.updateMany({ where: { id }, data: { roles: [...roles] } })).count === 1;
}

/** False where a code of this time step or a later one was accepted before: none is taken twice. */
export async function markTotpStep(tx: Tx, id: StaffId, step: number): Promise<boolean> {
  const where = { id, OR: [{ totpStep: null }, { totpStep: { lt: step } }] };
  return (await tx.staff.updateMany({ where, data: { totpStep: step } })).count === 1;
}

/** How many active people hold a role. */
export function countActive(tx: Tx, role: Role): Promise<number> {
  return tx.staff.count({ where: { disabledAt: null, roles: { has: role } } });
}

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
      staff: { select: columns },
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

export async function markSessionsRevoked(tx: Tx, staffId: StaffId, now: Instant): Promise<void> {
  const where = { staffId, revokedAt: null };
  await tx.staffSession.updateMany({ where, data: { revokedAt: new Date(now) } });
}
