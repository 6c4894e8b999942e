import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { findOpenCase } from '#lib/store/reports.ts';
import { changeReport, type ReportRefused, type Seen } from '#lib/usecases/change-report.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Opens a case that was closed too early. Its answer is hidden from the person until it is closed again. */
export async function reopenReport(
  ctx: StaffContext<'reports:handle'>,
  seen: Seen,
): Promise<Result<void, ReportRefused | 'open'>> {
  return changeReport(ctx, seen, 'report.reopened', async ({ closedAt, kind, subject }, tx) => {
    if (closedAt === null) return err('open');
    // Meanwhile a new case about the same entry or alert was taken on.
    if (subject !== null && (await findOpenCase(tx, kind, subject)) !== null) return err('open');
    return ok({ closedAt: null });
  });
}
