import { isRole, type Role } from '#lib/domain/access/role.ts';
import type { Instant, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '#lib/store/client.ts';
import type { Prisma } from '#prisma/generated/client.ts';

export interface Staff {
  readonly id: StaffId;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly string[];
  /** Whose desk this person is at. */
  readonly service: ServiceId | null;
  /** The step or the language whose messages this guide answers; null: all. */
  readonly team: string | null;
  readonly passwordHash: string;
  /** The secret of the second factor, sealed by the web process. */
  readonly totpSealed: Uint8Array | null;
  readonly createdAt: Instant;
  readonly disabled: boolean;
}

export const staffColumns = {
  id: true,
  email: true,
  name: true,
  roles: true,
  languages: true,
  serviceId: true,
  team: true,
  passwordHash: true,
  totpSealed: true,
  createdAt: true,
  disabledAt: true,
} as const satisfies Prisma.StaffSelect;

export function staffOf({
  disabledAt,
  serviceId,
  ...row
}: Prisma.StaffGetPayload<{ select: typeof staffColumns }>): Staff {
  return {
    ...row,
    id: row.id as StaffId,
    roles: row.roles.filter(isRole),
    service: serviceId as ServiceId | null,
    createdAt: row.createdAt.getTime() as Instant,
    disabled: disabledAt !== null,
  };
}

export async function listStaff(tx: Tx): Promise<readonly Staff[]> {
  return (await tx.staff.findMany({ orderBy: { name: 'asc' }, select: staffColumns })).map(staffOf);
}

/** Everybody who has or had an account, by name alone. */
export async function listNames(tx: Tx): Promise<ReadonlyMap<StaffId, string>> {
  const rows = await tx.staff.findMany({ select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id as StaffId, name]));
}

export async function findStaff(tx: Tx, id: StaffId): Promise<Staff | null> {
  const row = await tx.staff.findUnique({ where: { id }, select: staffColumns });
  return row && staffOf(row);
}

export async function findStaffByEmail(tx: Tx, email: string): Promise<Staff | null> {
  const where = { email: email.toLowerCase() };
  const row = await tx.staff.findUnique({ where, select: staffColumns });
  return row && staffOf(row);
}

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly string[];
  /** With the role `desk`, and never without it. */
  readonly service?: ServiceId | null;
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
      serviceId: staff.service ?? null,
      passwordHash: staff.passwordHash,
      totpSealed: staff.totpSealed && new Uint8Array(staff.totpSealed),
      createdAt: new Date(staff.now),
    },
    skipDuplicates: true,
    select: { id: true },
  });
  return (made[0]?.id as StaffId | undefined) ?? null;
}

export interface NewFactors extends Pick<NewStaff, 'name' | 'roles' | 'languages' | 'service'> {
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
  { roles, languages, service = null, totpSealed, ...factors }: NewFactors,
  now: Instant,
): Promise<boolean> {
  const done = await tx.staff.updateMany({
    where: { id, disabledAt: disabled ? { not: null } : null },
    data: {
      ...factors,
      roles: [...roles],
      languages: [...languages],
      serviceId: service,
      totpSealed: new Uint8Array(totpSealed),
      disabledAt: null,
    },
  });
  await tx.staffRecoveryCode.deleteMany({ where: { staffId: id } });
  await tx.staffPasskey.deleteMany({ where: { staffId: id } });
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

export async function markRoles(
  tx: Tx,
  id: StaffId,
  { roles, service }: Pick<Staff, 'roles' | 'service'>,
): Promise<boolean> {
  const data = { roles: [...roles], serviceId: service };
  return (await tx.staff.updateMany({ where: { id }, data })).count === 1;
}

export async function markTeam(tx: Tx, id: StaffId, team: string | null): Promise<void> {
  await tx.staff.updateMany({ where: { id }, data: { team } });
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

/** The active people of a role, by name. */
export async function listActive(
  tx: Tx,
  role: Role,
): Promise<readonly Pick<Staff, 'id' | 'name' | 'languages'>[]> {
  const rows = await tx.staff.findMany({
    where: { disabledAt: null, roles: { has: role } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, languages: true },
  });
  return rows.map((row) => ({ ...row, id: row.id as StaffId }));
}

/** Whether an active moderator is none of these. */
export async function hasOtherModerator(tx: Tx, than: readonly StaffId[]): Promise<boolean> {
  const where = { disabledAt: null, roles: { has: 'moderator' }, id: { notIn: [...than] } };
  return (await tx.staff.findFirst({ where, select: { id: true } })) !== null;
}

/** Ends every session of a person, from the next request on. */
export async function markSessionsRevoked(tx: Tx, staffId: StaffId, now: Instant): Promise<void> {
  const where = { staffId, revokedAt: null };
  await tx.staffSession.updateMany({ where, data: { revokedAt: new Date(now) } });
}

/** False where the password was changed since it was read. */
export async function markPassword(tx: Tx, { id, passwordHash }: Staff, hash: string) {
  const where = { id, passwordHash };
  return (await tx.staff.updateMany({ where, data: { passwordHash: hash } })).count === 1;
}
