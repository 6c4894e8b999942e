import { appendAudit } from '#lib/store/audit.ts';
import { markSessionRevoked } from '#lib/store/staff/sessions.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Ends the session on the server; the cookie alone would leave a copy of it usable. */
export async function signOut(ctx: StaffContext, sessionId: string): Promise<void> {
  const { id } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    await markSessionRevoked(tx, sessionId, ctx.now);
    await appendAudit(tx, {
      actor: `staff:${id}`,
      action: 'staff.signed_out',
      subject: id,
      detail: {},
    });
  });
}
