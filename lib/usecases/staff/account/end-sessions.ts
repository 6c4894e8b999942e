import { appendAudit } from '#lib/store/audit.ts';
import { markOthersRevoked } from '#lib/store/staff/sessions.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Ends one of the person's other sessions, or with null all of them, from the next request on. */
export async function endSessions(
  ctx: StaffContext,
  sessionId: string,
  only: string | null,
): Promise<void> {
  const { id } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    const count = await markOthersRevoked(tx, { staffId: id, sessionId }, only, ctx.now);
    if (count === 0) return;
    const entry = { action: 'staff.sessions_ended', subject: id, detail: { count } } as const;
    await appendAudit(tx, { actor: `staff:${id}`, ...entry });
  });
}
