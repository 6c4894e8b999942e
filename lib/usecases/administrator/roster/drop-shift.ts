import { isoDate } from '#lib/domain/basics/day.ts';
import type { Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { findShift, removeShift } from '#lib/store/roster.ts';
import { changeRoster, type StrandsRefusal } from '#lib/usecases/change-roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Takes a shift off the roster, from now on: one that was typed wrong, or whose end is today. */
export async function dropShift(
  ctx: StaffContext<'roster:edit'>,
  id: string,
  told: number,
): Promise<Result<void, StrandsRefusal>> {
  return changeRoster(ctx, told, async (tx) => {
    const shift = isUuid(id) ? await findShift(tx, id) : null;
    // Posted again, or by a colleague at the same time: it is gone.
    if (shift === null) return null;
    await removeShift(tx, id);
    const { role, staffId, weekday, from, to } = shift;
    const detail = { role, hours: `${weekday} ${from}-${to}`, first: isoDate(shift.firstDay) };
    return { action: 'roster.shift_removed', subject: staffId, detail };
  });
}
