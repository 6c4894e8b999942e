import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readWords } from '#lib/domain/reports/report.ts';
import { sealReport } from '#lib/gateways/report-keys.ts';
import { insertNote } from '#lib/store/reports.ts';
import { changeReport, type ReportRefused, type Seen } from '#lib/usecases/change-report.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Adds a note for colleagues; whoever wrote the report never sees it. */
export async function noteReport(
  ctx: StaffContext<'reports:handle'>,
  seen: Seen,
  typed: string,
): Promise<Result<void, ReportRefused | 'empty' | 'too_long'>> {
  const text = readWords(typed);
  if (!text.ok) return err(text.error);
  return changeReport(ctx, seen, 'report.noted', async (found, tx) => {
    const sealed = sealReport(ctx.secrets, found.id, 'note', text.value);
    await insertNote(tx, found.id, { staffId: ctx.actor.id, at: ctx.now, sealed });
    return ok({});
  });
}
