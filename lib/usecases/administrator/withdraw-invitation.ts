import { appendAudit } from '#lib/store/audit.ts';
import { withdrawInvitations } from '#lib/store/staff/invitations.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

/** Makes an open invitation useless; one that is used or gone already stays as it is. */
export async function withdrawInvitation(
  ctx: StaffContext<'staff:manage'>,
  id: string,
): Promise<void> {
  requireFresh(ctx);
  await ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    const [subject] = await withdrawInvitations(tx, { id }, ctx.now);
    if (subject === undefined) return;
    const entry = { action: 'staff.invitation_withdrawn', subject, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${ctx.actor.id}`, ...entry });
  });
}
