import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import { err, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { findShift, markShiftEnds } from '#lib/store/roster.ts';
import { changeRoster, type StrandsRefusal } from '#lib/usecases/change-roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type EndRefused =
  | StrandsRefusal
  | { readonly kind: 'gone' }
  | { readonly kind: 'mend'; readonly code: 'date' | 'past' | 'order' };

/** The last day that a shift counts on; from today on, since what was is not written anew. */
export async function endShift(
  ctx: StaffContext<'roster:edit'>,
  { id, last }: { readonly id: string; readonly last: string },
  told: number,
): Promise<Result<void, EndRefused>> {
  const shift = isUuid(id) ? await findShift(ctx.db, id) : null;
  if (shift === null) return err({ kind: 'gone' });
  const lastDay = dayFromIso(last.trim());
  if (lastDay === null) return mend('date');
  if (lastDay < ctx.today) return mend('past');
  if (lastDay < shift.firstDay) return mend('order');
  return changeRoster(ctx, told, async (tx) => {
    if (shift.lastDay === lastDay) return null;
    await markShiftEnds(tx, { id, lastDay }, { by: ctx.actor.id, at: ctx.now });
    return {
      action: 'roster.shift_ended',
      subject: shift.staffId,
      detail: { role: shift.role, weekday: shift.weekday, last: isoDate(lastDay) },
    };
  });
}

function mend(code: 'date' | 'past' | 'order') {
  return err({ kind: 'mend', code } as const);
}
