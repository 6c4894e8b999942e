import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { openBanned } from '#lib/gateways/group-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { deleteBan, findBan } from '#lib/store/group/members.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { mayLift } from '#lib/usecases/group-bans.ts';

/** Lets somebody write again whose posting was ended. Nobody takes back alone what they did alone. */
export async function liftBan(
  ctx: StaffContext<'group:bans'>,
  id: string,
): Promise<Result<null, 'gone' | 'own'>> {
  if (!isUuid(id)) return err('gone');
  return ctx.db.$transaction(async (tx) => {
    const ban = await findBan(tx, id);
    if (!ban) return err('gone');
    if (!mayLift(ctx.actor, ban.bannedBy)) return err('own');
    await deleteBan(tx, id, openBanned(ctx.secrets, id, ban.pathwaySealed));
    const entry = { actor: `staff:${ctx.actor.id}`, action: 'group.posting_allowed' } as const;
    await appendAudit(tx, { ...entry, subject: id, detail: {} });
    return ok(null);
  });
}
