import { isUuid } from '#lib/domain/basics/typed.ts';
import type { Shift } from '#lib/domain/roster/shift.ts';
import { findShift } from '#lib/store/roster.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** One shift, with the name of whose it is. */
export async function viewShift(
  { db }: StaffContext<'roster:edit'>,
  id: string,
): Promise<(Shift & { readonly name: string }) | null> {
  const shift = isUuid(id) ? await findShift(db, id) : null;
  const person = shift && (await findStaff(db, shift.staffId));
  return shift && { ...shift, name: person?.name ?? '' };
}
