import { can } from '#lib/domain/access/permission.ts';
import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import { changeReport, type ReportRefused, type Seen } from '#lib/usecases/change-report.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Makes somebody the owner, oneself or a colleague who handles reports; with the first owner it is acknowledged. */
export async function giveReport(
  ctx: StaffContext<'reports:handle'>,
  seen: Seen,
  to: string,
): Promise<Result<void, ReportRefused | 'person' | 'closed'>> {
  return changeReport(ctx, seen, 'report.taken', async (found, tx) => {
    if (found.closedAt !== null) return err('closed');
    const person = isUuid(to) ? await findStaff(tx, to as StaffId) : null;
    if (!person || person.disabled || !can(person.roles, 'reports:handle')) return err('person');
    const acknowledgedAt = new Date(found.acknowledgedAt ?? ctx.now);
    return ok({ owner: person.id, acknowledgedAt });
  });
}
