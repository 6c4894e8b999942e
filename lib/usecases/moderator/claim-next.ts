import { closeAlert } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { claimNext as claim } from '#lib/store/group/queue.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { UNATTENDED } from '#lib/usecases/group-door.ts';
import { moderatorsSoon } from '#lib/usecases/group-hours.ts';

/** The first item of the queue for this moderator alone; null where nothing is free. Somebody is here again. */
export async function claimNext(ctx: StaffContext<'group:moderate'>): Promise<string | null> {
  const { now, actor } = ctx;
  return ctx.db.$transaction(async (tx) => {
    const id = await claim(tx, { by: actor.id, now, here: await moderatorsSoon(tx, ctx) });
    await closeAlert(tx, { ...UNATTENDED, by: actor.id, at: now });
    if (id === null) return null;
    const entry = { actor: `staff:${actor.id}`, action: 'group.claimed', subject: id } as const;
    await appendAudit(tx, { ...entry, detail: {} });
    return id;
  });
}
