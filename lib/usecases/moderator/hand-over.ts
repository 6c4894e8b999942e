import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { openAlert } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { handItem, listOpenRisks } from '#lib/store/group/queue.ts';
import { listShifts } from '#lib/store/roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { UNATTENDED } from '#lib/usecases/group-door.ts';

/**
 * Ends a shift: everything open goes to one colleague on the roster. To nobody: the group is for reading only, and
 * everybody is alerted, until a moderator is there again.
 */
export async function handOver(
  ctx: StaffContext<'group:moderate'>,
  to: StaffId | null,
): Promise<Result<null, 'not_there'>> {
  const { actor, now, today } = ctx;
  return ctx.db.$transaction(async (tx) => {
    const shifts = await listShifts(tx, 'moderator', today);
    const there = shifts.some(({ staffId }) => staffId === to && staffId !== actor.id);
    if (to !== null && !there) return err('not_there');
    const risks = await listOpenRisks(tx, { by: actor.id, now });
    if (to === null) await openAlert(tx, { ...UNATTENDED, detail: {}, at: now });
    else for (const { id } of risks) await handItem(tx, id, to);
    const detail = { open: risks.length, to: to ?? 'nobody' };
    const entry = { actor: `staff:${actor.id}`, action: 'group.handed_over' } as const;
    await appendAudit(tx, { ...entry, subject: to, detail });
    return ok(null);
  });
}
