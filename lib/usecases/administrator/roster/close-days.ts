import { isoDate } from '#lib/domain/basics/day.ts';
import { err, type Result } from '#lib/domain/basics/result.ts';
import { type DaysOffProblem, readDaysOff } from '#lib/domain/roster/days-off.ts';
import type { RosterRole } from '#lib/domain/roster/shift.ts';
import { putClosedDays } from '#lib/store/roster.ts';
import { changeRoster, type StrandsRefusal } from '#lib/usecases/change-roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type CloseRefused =
  | StrandsRefusal
  | { readonly kind: 'mend'; readonly problem: DaysOffProblem };

/** Days on which nobody of these roles is at work, one or a pasted list of them. */
export async function closeDays(
  ctx: StaffContext<'roster:edit'>,
  { roles, days }: { readonly roles: readonly RosterRole[]; readonly days: string },
  told: number,
): Promise<Result<void, CloseRefused>> {
  const read = readDaysOff(days, ctx.today);
  if (!read.ok) return err({ kind: 'mend', problem: read.error });
  return changeRoster(ctx, told, async (tx) => {
    const changed = { by: ctx.actor.id, at: ctx.now };
    for (const role of roles) await putClosedDays(tx, { role, days: read.value }, changed);
    const detail = { roles: roles.join(','), days: read.value.map(({ day }) => isoDate(day)) };
    return { action: 'roster.days_closed', subject: null, detail };
  });
}
