import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { RosterRole } from '#lib/domain/roster/shift.ts';
import { removeClosedDay } from '#lib/store/roster.ts';
import { changeRoster } from '#lib/usecases/change-roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** A day off is none any more. It takes nobody away, so no promise stands against it. */
export async function openDay(
  ctx: StaffContext<'roster:edit'>,
  { role, day }: { readonly role: RosterRole; readonly day: string },
): Promise<void> {
  const date = dayFromIso(day);
  if (date === null) return;
  await changeRoster(ctx, 0, async (tx) =>
    (await removeClosedDay(tx, role, date))
      ? { action: 'roster.day_opened', subject: null, detail: { role, day } }
      : null,
  );
}
