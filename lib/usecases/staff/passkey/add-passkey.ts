import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readNewPasskey } from '#lib/gateways/staff/passkey.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { insertPasskey, markChallengeUsed } from '#lib/store/staff/passkeys.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

/** Another way in for this person. */
export async function addPasskey(
  ctx: StaffContext,
  sessionId: string,
  response: string,
): Promise<Result<null, 'wrong'>> {
  requireFresh(ctx);
  const { id } = ctx.actor;
  const ceremony = { purpose: 'register', bound: sessionId } as const;
  const made = await readNewPasskey(ctx, ceremony, response);
  if (made === null) return err('wrong');
  const { challenge, ...passkey } = made;
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    if (!(await markChallengeUsed(tx, challenge, ctx.now))) return err('wrong');
    const added = await insertPasskey(tx, { ...passkey, staffId: id, createdAt: ctx.now });
    if (!added) return err('wrong');
    const entry = { action: 'staff.passkey_added', subject: id, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${id}`, ...entry });
    return ok(null);
  });
}
