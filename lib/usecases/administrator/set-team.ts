import type { StaffId } from '#lib/domain/basics/ids.ts';
import type { Team } from '#lib/domain/guidance/team.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findStaff, markTeam } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

/** Puts a guide into a team, or into none. False where nobody has that id. */
export async function setTeam(
  ctx: StaffContext<'staff:manage'>,
  { id, team }: { readonly id: StaffId; readonly team: Team | null },
): Promise<boolean> {
  requireFresh(ctx);
  return ctx.db.$transaction(async (tx) => {
    const staff = await findStaff(tx, id);
    if (staff === null) return false;
    if (staff.team === team) return true;
    await markTeam(tx, id, team);
    const entry = {
      actor: `staff:${ctx.actor.id}`,
      action: 'staff.team_set',
      subject: id,
    } as const;
    await appendAudit(tx, { ...entry, detail: { team } });
    return true;
  });
}
