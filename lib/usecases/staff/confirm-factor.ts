import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { proofOf } from '#lib/gateways/staff/factor.ts';
import { appendAudit, countLatestAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { auditRecovery, markProofUsed } from '#lib/store/staff/factors.ts';
import { findStaffSession, markSessionVerified } from '#lib/store/staff/sessions.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

const MOST_REFUSED = 5;
const REFUSED_MINUTES = 10;
const FAILED = 'staff.confirm_failed';
/** A form pressed twice finds the factor that it gave a moment ago. */
const REPEAT_MS = 60_000;

/** The second factor once more, for an act that asks for a recent one. */
export async function confirmFactor(
  ctx: StaffContext,
  sessionId: string,
  code: string,
): Promise<Result<null, 'wrong' | 'limited'>> {
  const { id } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    const session = await findStaffSession(tx, sessionId);
    if (!session || session.revoked) return err('wrong');
    if (ctx.now - session.verifiedAt < REPEAT_MS) return ok(null);
    const asked = { action: FAILED, subject: id, minutes: REFUSED_MINUTES };
    if ((await countLatestAudit(tx, asked)) >= MOST_REFUSED) return err('limited');
    const given = await isTheirs(tx, ctx, code);
    const action = given ? 'staff.confirmed' : FAILED;
    await appendAudit(tx, { actor: `staff:${id}`, action, subject: id, detail: {} });
    if (!given) return err('wrong');
    await markSessionVerified(tx, sessionId, ctx.now);
    return ok(null);
  });
}

async function isTheirs(tx: Tx, { actor, secrets, now }: StaffContext, code: string) {
  const staff = await findStaff(tx, actor.id);
  const proof = staff && proofOf(secrets, staff, code, now);
  if (proof === null || !(await markProofUsed(tx, actor.id, proof, now))) return false;
  await auditRecovery(tx, actor.id, proof);
  return true;
}
