import { isRole, type Role } from '#lib/domain/access/role.ts';
import type { Instant, ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import type { Tx } from '#lib/store/client.ts';
import type { Prisma } from '#prisma/generated/client.ts';

export interface Invitation {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly Role[];
  readonly languages: readonly string[];
  /** With the role `desk`, and never without it. */
  readonly service: ServiceId | null;
  /** Null: made by whoever runs the machine, for an administrator. */
  readonly invitedBy: StaffId | null;
  readonly until: Instant;
}

export interface NewInvitation extends Omit<Invitation, 'id'> {
  /** SHA-256 of the token in the address; the token itself is never stored. */
  readonly tokenHash: Uint8Array;
  readonly now: Instant;
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<string> {
  const { now, until, tokenHash, roles, languages, service, ...rest } = invitation;
  const made = await tx.staffInvitation.create({
    data: {
      ...rest,
      roles: [...roles],
      languages: [...languages],
      serviceId: service,
      tokenHash: new Uint8Array(tokenHash),
      createdAt: new Date(now),
      until: new Date(until),
    },
    select: { id: true },
  });
  return made.id;
}

const columns = {
  id: true,
  email: true,
  name: true,
  roles: true,
  languages: true,
  serviceId: true,
  invitedBy: true,
  until: true,
} as const;

/** Only one that is neither used nor past its time. */
export async function findInvitation(
  tx: Tx,
  tokenHash: Uint8Array,
  now: Instant,
): Promise<Invitation | null> {
  const where = {
    tokenHash: new Uint8Array(tokenHash),
    usedAt: null,
    until: { gt: new Date(now) },
  };
  const row = await tx.staffInvitation.findFirst({ where, select: columns });
  return row && invitationOf(row);
}

export async function listInvitations(tx: Tx, now: Instant): Promise<readonly Invitation[]> {
  const where = { usedAt: null, until: { gt: new Date(now) } };
  const rows = await tx.staffInvitation.findMany({
    where,
    orderBy: { until: 'asc' },
    select: columns,
  });
  return rows.map(invitationOf);
}

function invitationOf({
  serviceId,
  ...row
}: Prisma.StaffInvitationGetPayload<{ select: typeof columns }>): Invitation {
  return {
    ...row,
    roles: row.roles.filter(isRole),
    service: serviceId as ServiceId | null,
    invitedBy: row.invitedBy as StaffId | null,
    until: row.until.getTime() as Instant,
  };
}

/** False where somebody was faster. */
export async function markInvitationUsed(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const where = { id, usedAt: null };
  const done = await tx.staffInvitation.updateMany({ where, data: { usedAt: new Date(now) } });
  return done.count === 1;
}

/**
 * Uses up open invitations: one, or all that a person made or that name their address.
 * @returns the ids of those that were still open.
 */
export async function withdrawInvitations(
  tx: Tx,
  which: { readonly id: string } | { readonly by: StaffId; readonly email?: string },
  now: Instant,
): Promise<readonly string[]> {
  const where =
    'id' in which
      ? { id: which.id, invitedBy: { not: null } }
      : { OR: [{ invitedBy: which.by }, ...(which.email ? [{ email: which.email }] : [])] };
  const withdrawn = await tx.staffInvitation.updateManyAndReturn({
    where: { ...where, usedAt: null },
    data: { usedAt: new Date(now) },
    select: { id: true },
  });
  return withdrawn.map(({ id }) => id);
}

/** Addresses made on the host that nobody used: only the last one that was printed works. */
export async function removeHostInvitations(tx: Tx): Promise<void> {
  await tx.staffInvitation.deleteMany({ where: { invitedBy: null, usedAt: null } });
}
