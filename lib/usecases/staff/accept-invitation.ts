import type { AuditAction } from '#lib/domain/access/audit.ts';
import { passwordProblem } from '#lib/domain/access/password.ts';
import { can } from '#lib/domain/access/permission.ts';
import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import { isCommonPassword } from '#lib/gateways/staff/common-passwords.ts';
import { hashInvitationToken } from '#lib/gateways/staff/invitation-token.ts';
import { newPasswordHash } from '#lib/gateways/staff/password.ts';
import { sessionIdOf } from '#lib/gateways/staff/session-id.ts';
import { findTotpStep, openTotp, sealTotp } from '#lib/gateways/staff/totp.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  findInvitation,
  type Invitation,
  markInvitationUsed,
} from '#lib/store/staff/invitations.ts';
import {
  findRepeatedSession,
  insertStaffSession,
  type NewSession,
} from '#lib/store/staff/sessions.ts';
import {
  findStaff,
  findStaffByEmail,
  insertStaff,
  markFactorsReset,
  markTotpStep,
  type Staff,
} from '#lib/store/staff/staff.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from '#lib/usecases/context.ts';

export interface AcceptFields {
  readonly token: string;
  /** The secret as the form carried it. */
  readonly sealed: string;
  readonly name: string;
  /** Used only where the invitation names no address. */
  readonly email: string;
  readonly password: string;
  readonly code: string;
}

export type AcceptError = 'gone' | 'password' | 'common' | 'code' | 'busy' | 'email_taken';

/** Thrown inside the transaction, so that a refused account leaves the invitation unused. */
class Refused extends Error {
  readonly reason: AcceptError;
  constructor(reason: AcceptError) {
    super(reason);
    this.reason = reason;
  }
}

type KeyedContext = Context & { readonly key: string };

/**
 * Makes the account and signs it in: the person has just shown both factors. Works once; the same form
 * sent twice is that once.
 */
export async function acceptInvitation(
  ctx: KeyedContext,
  fields: AcceptFields,
): Promise<Result<NewSession, AcceptError>> {
  const sessionId = sessionIdOf(ctx.secrets, ctx.key);
  const again = await findRepeatedSession(ctx.db, sessionId, ctx.now);
  if (again) return ok(again);
  const invitation = await findInvitation(ctx.db, hashInvitationToken(fields.token), ctx.now);
  if (!invitation) return err('gone');
  const weak = weaknessOf(ctx, invitation, fields);
  if (weak !== null) return err(weak);
  const box = Buffer.from(fields.sealed, 'base64url');
  const secret = openTotp(ctx.secrets, `invitation ${invitation.id}`, box);
  const step = secret === null ? null : findTotpStep(secret, fields.code, ctx.now);
  if (secret === null || step === null) return err('code');
  const passwordHash = await newPasswordHash(ctx.secrets, fields.password);
  if (passwordHash === 'busy') return err('busy');
  const { name, email } = fields;
  const account = { name, email: invitation.email ?? email, passwordHash, secret, step };
  try {
    return ok(await ctx.db.$transaction((tx) => join(tx, ctx, invitation, account)));
  } catch (error) {
    if (error instanceof Refused) return err(error.reason);
    throw error;
  }
}

interface Account {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly secret: string;
  readonly step: number;
}

function weaknessOf(
  { config }: Context,
  invitation: Invitation,
  { password, name, email }: AcceptFields,
): 'password' | 'common' | null {
  if (passwordProblem(password) !== null) return 'password';
  const own = [invitation.email ?? email, name, config.serviceName];
  return isCommonPassword(password, own) ? 'common' : null;
}

async function join(
  tx: Tx,
  ctx: KeyedContext,
  invitation: Invitation,
  account: Account,
): Promise<NewSession> {
  const { now, secrets } = ctx;
  await takeTurn(tx, 'audit');
  const sessionId = sessionIdOf(secrets, ctx.key);
  const again = await findRepeatedSession(tx, sessionId, now);
  if (again) return again;
  if (!(await markInvitationUsed(tx, invitation.id, now))) throw new Refused('gone');
  if (!(await mayStillInvite(tx, invitation.invitedBy))) throw new Refused('gone');
  const known = await findStaffByEmail(tx, account.email);
  const id = known?.id ?? (randomUuid() as StaffId);
  const totpSealed = sealTotp(secrets, `staff ${id}`, account.secret);
  if (known) await comeBack(tx, ctx, { known, invitation, account, totpSealed });
  else await makeAccount(tx, ctx, { id, invitation, account, totpSealed });
  const session = { staffId: id, sessionId };
  await insertStaffSession(tx, session, now);
  return session;
}

interface Arrival {
  readonly invitation: Invitation;
  readonly account: Account;
  readonly totpSealed: Uint8Array;
}

async function makeAccount(
  tx: Tx,
  { now }: Context,
  { id, invitation, account, totpSealed }: Arrival & { readonly id: StaffId },
): Promise<void> {
  const { roles, languages, service } = invitation;
  const { name, email, passwordHash } = account;
  const post = { roles, languages, service };
  const person = { id, name, email, passwordHash, ...post, totpSealed, now };
  if ((await insertStaff(tx, person)) === null) throw new Refused('email_taken');
  await markTotpStep(tx, id, account.step);
  await audit(tx, 'staff.joined', id, invitation);
}

/**
 * The way back for who lost their phone: disabled and invited again with the roles of the invitation, or
 * an administrator by whoever runs the machine. Anyone else's account is taken over by no invitation.
 */
async function comeBack(
  tx: Tx,
  { now }: Context,
  { known, invitation, account, totpSealed }: Arrival & { readonly known: Staff },
): Promise<void> {
  const fromHost = invitation.invitedBy === null;
  if (!known.disabled && !(fromHost && known.roles.includes('administrator'))) {
    throw new Refused('email_taken');
  }
  const { roles, languages, service } = known.disabled ? invitation : known;
  const { name, passwordHash, step: totpStep } = account;
  const factors = { name, passwordHash, totpSealed, totpStep, roles, languages, service };
  if (!(await markFactorsReset(tx, known, factors, now))) throw new Refused('email_taken');
  await audit(tx, 'staff.second_factor_reset', known.id, invitation);
  if (known.disabled) await audit(tx, 'staff.joined', known.id, invitation);
}

function audit(
  tx: Tx,
  action: AuditAction,
  id: StaffId,
  { roles, invitedBy }: Invitation,
): Promise<void> {
  const detail = { roles: roles.join(','), by: invitedBy ?? 'host' };
  return appendAudit(tx, { actor: `staff:${id}`, action, subject: id, detail });
}

/** An invitation that was being made while its maker lost the role is none. Null: made on the host. */
async function mayStillInvite(tx: Tx, id: StaffId | null): Promise<boolean> {
  if (id === null) return true;
  const inviter = await findStaff(tx, id);
  return inviter !== null && !inviter.disabled && can(inviter.roles, 'staff:manage');
}
