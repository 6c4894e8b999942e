import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readSigned } from '#lib/gateways/staff/passkey.ts';
import { sessionIdOf } from '#lib/gateways/staff/session-id.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  findPasskey,
  markChallengeUsed,
  markPasskeyUsed,
  type Passkey,
} from '#lib/store/staff/passkeys.ts';
import {
  findRepeatedSession,
  insertStaffSession,
  type NewSession,
} from '#lib/store/staff/sessions.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from '#lib/usecases/context.ts';

interface Signed {
  readonly passkey: Passkey;
  readonly counter: number;
  readonly challenge: string;
}

/**
 * A passkey alone signs in: the device is one factor, and what it asked of its owner (finger, face or
 * PIN) the other. A signature cannot be guessed, so tries are limited by network alone.
 */
export async function signInWithPasskey(
  ctx: Context & { readonly key: string },
  response: string,
): Promise<Result<NewSession, 'wrong'>> {
  const sessionId = sessionIdOf(ctx.secrets, ctx.key);
  const again = await findRepeatedSession(ctx.db, sessionId, ctx.now);
  if (again) return ok(again);
  const find = (id: string) => findPasskey(ctx.db, id);
  const signed = await readSigned(ctx, { purpose: 'sign-in', bound: '' }, response, find);
  return ctx.db.$transaction((tx) => enter(tx, ctx, signed, sessionId));
}

async function enter(
  tx: Tx,
  { now }: Context,
  signed: Signed | null,
  sessionId: string,
): Promise<Result<NewSession, 'wrong'>> {
  await takeTurn(tx, 'audit');
  const again = await findRepeatedSession(tx, sessionId, now);
  if (again) return ok(again);
  if (signed === null || !(await isAccepted(tx, signed, now))) {
    // Without a subject: nobody locks another's account by sending nonsense in its name.
    const detail = { reason: 'passkey', staff: signed?.passkey.staffId ?? null };
    const entry = { action: 'staff.sign_in_failed', subject: null, detail } as const;
    await appendAudit(tx, { actor: 'system', ...entry });
    return err('wrong');
  }
  const session = { staffId: signed.passkey.staffId, sessionId };
  await insertStaffSession(tx, session, now);
  const { staffId } = session;
  const entry = { action: 'staff.signed_in', subject: staffId, detail: { by: 'passkey' } } as const;
  await appendAudit(tx, { actor: `staff:${staffId}`, ...entry });
  return ok(session);
}

async function isAccepted(tx: Tx, signed: Signed, now: Context['now']): Promise<boolean> {
  const { passkey, counter, challenge } = signed;
  if (!(await markChallengeUsed(tx, challenge, now))) return false;
  if (!(await markPasskeyUsed(tx, passkey, { counter, now }))) return false;
  const staff = await findStaff(tx, passkey.staffId);
  return staff !== null && !staff.disabled;
}
