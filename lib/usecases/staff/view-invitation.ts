import type { Role } from '#lib/domain/access/role.ts';
import { type QrPath, qrPath } from '#lib/gateways/qr.ts';
import { hashInvitationToken } from '#lib/gateways/staff/invitation-token.ts';
import { newTotpSecret, openTotp, sealTotp, totpAddress } from '#lib/gateways/staff/totp.ts';
import { findInvitation, type Invitation } from '#lib/store/staff/invitations.ts';
import type { Context } from '#lib/usecases/context.ts';

interface Enrolment {
  /** The secret on its way through the form: stored only once a code of it was shown. */
  readonly sealed: string;
  readonly secret: string;
  readonly qr: QrPath;
}

export interface InvitationView {
  readonly name: string | null;
  /** Null: the person gives their own address (the first administrator). */
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly enrolment: Enrolment;
}

/**
 * What an invited person sees, or null where the address is used up, run out or unknown. Every view
 * has a new secret, so whoever opened the address before cannot share the second factor; only a form
 * that came back with something to fix keeps its own (`carried`).
 */
export async function viewInvitation(
  ctx: Context,
  token: string,
  carried: string | null,
): Promise<InvitationView | null> {
  const invitation = await findInvitation(ctx.db, hashInvitationToken(token), ctx.now);
  if (!invitation) return null;
  const { name, email, roles } = invitation;
  return { name, email, roles, enrolment: enrol(ctx, invitation, carried) };
}

function enrol(ctx: Context, { id, email }: Invitation, carried: string | null): Enrolment {
  const context = `invitation ${id}`;
  const kept = carried && openTotp(ctx.secrets, context, Buffer.from(carried, 'base64url'));
  const secret = kept || newTotpSecret();
  const issuer = ctx.config.serviceName;
  return {
    sealed: sealTotp(ctx.secrets, context, secret).toString('base64url'),
    secret,
    qr: qrPath(totpAddress(secret, email ?? ctx.config.origin.hostname, issuer)),
  };
}
