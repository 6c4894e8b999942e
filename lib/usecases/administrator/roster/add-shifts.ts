import { isoDate } from '#lib/domain/basics/day.ts';
import { err, type Result } from '#lib/domain/basics/result.ts';
import type { Shift } from '#lib/domain/roster/shift.ts';
import {
  readShiftForm,
  type ShiftProblem,
  type TypedShift,
} from '#lib/domain/roster/shift-form.ts';
import { uuidFrom } from '#lib/gateways/hashes.ts';
import { deriveKey } from '#lib/gateways/seal.ts';
import { insertShifts } from '#lib/store/roster.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import { changeRoster, type StrandsRefusal } from '#lib/usecases/change-roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type AddRefused =
  | StrandsRefusal
  | { readonly kind: 'mend'; readonly problems: readonly ShiftProblem[] };

/**
 * Puts a person on the roster, on several weekdays at once. That can strand promises too: the first shift of all
 * takes the place of the configured hours.
 */
export async function addShifts(
  ctx: StaffContext<'roster:edit'>,
  typed: TypedShift,
  told: number,
): Promise<Result<void, AddRefused>> {
  const read = readShiftForm(typed, ctx.today);
  if (!read.ok) return mend(read.error);
  const shifts = read.value.map((shift, i) => ({ ...shift, id: idOf(ctx, i) }));
  const [first] = shifts;
  const person = first && (await findStaff(ctx.db, first.staffId));
  if (!first || !person || person.disabled || !person.roles.includes(first.role)) {
    return mend([{ field: 'person', code: 'person' }]);
  }
  return changeRoster(ctx, told, async (tx) => {
    const made = await insertShifts(tx, shifts, { by: ctx.actor.id, at: ctx.now });
    return made === 0
      ? null
      : { action: 'roster.shift_added', subject: first.staffId, detail: detailOf(first, shifts) };
  });
}

/** Of the form: sent once more it makes nothing new. */
function idOf({ secrets, key }: StaffContext, place: number): string {
  return uuidFrom(deriveKey(secrets.formKey, `shift ${place} ${key}`));
}

function mend(problems: readonly ShiftProblem[]) {
  return err({ kind: 'mend', problems } as const);
}

function detailOf(
  { role, firstDay, lastDay, onCall }: Shift,
  shifts: readonly Shift[],
): Readonly<Record<string, unknown>> {
  return {
    role,
    hours: shifts.map(({ weekday, from, to }) => `${weekday} ${from}-${to}`).join(', '),
    first: isoDate(firstDay),
    ...(lastDay === null ? {} : { last: isoDate(lastDay) }),
    ...(onCall ? { onCall } : {}),
  };
}
