import type { Role } from '#lib/domain/access/role.ts';
import type { Instant, ServiceId } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { hashInvitationToken, invitationToken } from '#lib/gateways/staff/invitation-token.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { findInvitation, insertInvitation } from '#lib/store/staff/invitations.ts';
import { findStaffByEmail } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { findDesk } from '#lib/usecases/find-desk.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

const INVITATION_DAYS = 7;

export interface Invitee {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly Locale[];
  /** Whose desk, for the role that is at one. */
  readonly service?: ServiceId | null;
}

/** @returns the one-time address, without origin and locale. The same form gives the same address. */
export async function invitePerson(
  ctx: StaffContext<'staff:manage'>,
  invitee: Invitee,
): Promise<Result<string, 'email_taken' | 'service'>> {
  requireFresh(ctx);
  const service = await findDesk(ctx.db, { ...invitee, service: invitee.service ?? null });
  if (!service.ok) return service;
  const token = invitationToken(ctx.secrets, ctx.key);
  const path = `/staff/invitation/${token}`;
  // Asked before the transaction: a form posted again must leave no second line in the audit log.
  if (await findInvitation(ctx.db, hashInvitationToken(token), ctx.now)) return ok(path);
  // Somebody disabled may be invited again: the way back for who lost their phone or password.
  const known = await findStaffByEmail(ctx.db, invitee.email);
  if (known && !known.disabled) return err('email_taken');
  await ctx.db
    .$transaction((tx) => invite(tx, ctx, token, { ...invitee, service: service.value }))
    .catch(async (error: unknown) => {
      // Two posts of one form at once: the second finds what the first has written.
      if (!(await findInvitation(ctx.db, hashInvitationToken(token), ctx.now))) throw error;
    });
  return ok(path);
}

async function invite(
  tx: Tx,
  { actor, now }: StaffContext<'staff:manage'>,
  token: string,
  { email, name, roles, languages, service = null }: Invitee,
): Promise<void> {
  const until = (now + INVITATION_DAYS * 86_400_000) as Instant;
  const tokenHash = hashInvitationToken(token);
  const to = { email: email.toLowerCase(), name, roles, languages, service };
  const id = await insertInvitation(tx, { ...to, tokenHash, invitedBy: actor.id, now, until });
  const detail = { roles: roles.join(','), ...(service === null ? {} : { service }) };
  await appendAudit(tx, {
    actor: `staff:${actor.id}`,
    action: 'staff.invited',
    subject: id,
    detail,
  });
}
