import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readSigned } from '#lib/gateways/staff/passkey.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findPasskey, markChallengeUsed, markPasskeyUsed } from '#lib/store/staff/passkeys.ts';
import { markSessionVerified } from '#lib/store/staff/sessions.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** A passkey in place of the code, for an act that asks for a recent second factor. */
export async function confirmWithPasskey(
  ctx: StaffContext,
  sessionId: string,
  response: string,
): Promise<Result<null, 'wrong'>> {
  const { id } = ctx.actor;
  const ceremony = { purpose: 'confirm', bound: sessionId } as const;
  const signed = await readSigned(ctx, ceremony, response, (key) => findPasskey(ctx.db, key));
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    const given =
      signed?.passkey.staffId === id &&
      (await markChallengeUsed(tx, signed.challenge, ctx.now)) &&
      (await markPasskeyUsed(tx, signed.passkey, { counter: signed.counter, now: ctx.now }));
    const action = given ? 'staff.confirmed' : 'staff.confirm_failed';
    const detail = { by: 'passkey' };
    await appendAudit(tx, { actor: `staff:${id}`, action, subject: id, detail });
    if (!given) return err('wrong');
    await markSessionVerified(tx, sessionId, ctx.now);
    return ok(null);
  });
}
