import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { changeReport, type ReportRefused, type Seen } from '#lib/usecases/change-report.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** A second person has read what was recorded of an incident; the database keeps the two apart as well. */
export async function reviewIncident(
  ctx: StaffContext<'reports:handle'>,
  seen: Seen,
): Promise<Result<void, ReportRefused | 'own' | 'none'>> {
  return changeReport(ctx, seen, 'report.reviewed', ({ serious, recordedBy }) => {
    if (!serious) return err('none');
    if (recordedBy === ctx.actor.id) return err('own');
    return ok({ reviewedBy: ctx.actor.id, reviewedAt: new Date(ctx.now) });
  });
}
