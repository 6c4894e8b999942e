import { appendAudit } from '#lib/store/audit.ts';
import { removePasskey as remove } from '#lib/store/staff/passkeys.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

/** One of the person's own; it signs in no more. */
export async function removePasskey(ctx: StaffContext, passkeyId: string): Promise<void> {
  requireFresh(ctx);
  const { id } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'audit');
    if (!(await remove(tx, id, passkeyId))) return;
    const entry = { action: 'staff.passkey_removed', subject: id, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${id}`, ...entry });
  });
}
