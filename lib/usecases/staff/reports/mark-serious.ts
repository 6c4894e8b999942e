import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { type HarmLevel, readWords } from '#lib/domain/reports/report.ts';
import { sealReport } from '#lib/gateways/report-keys.ts';
import { changeReport, type ReportRefused, type Seen } from '#lib/usecases/change-report.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface IncidentProblem {
  readonly field: 'happened' | 'done';
  readonly code: 'empty' | 'too_long';
}

/**
 * Marks a case as a serious incident, with what happened, the harm, and what was done. Who changes what is
 * recorded takes a review back: it was of other words.
 */
export async function markSerious(
  ctx: StaffContext<'reports:handle'>,
  seen: Seen,
  typed: { readonly happened: string; readonly harm: HarmLevel; readonly done: string },
): Promise<Result<void, ReportRefused | readonly IncidentProblem[]>> {
  const happened = readWords(typed.happened);
  const done = readWords(typed.done);
  if (!happened.ok || !done.ok) {
    return err([
      ...(happened.ok ? [] : [{ field: 'happened', code: happened.error } as const]),
      ...(done.ok ? [] : [{ field: 'done', code: done.error } as const]),
    ]);
  }
  return changeReport(ctx, seen, 'report.marked', ({ id }) =>
    ok({
      serious: true,
      happened: new Uint8Array(sealReport(ctx.secrets, id, 'happened', happened.value)),
      harm: typed.harm,
      done: new Uint8Array(sealReport(ctx.secrets, id, 'done', done.value)),
      recordedBy: ctx.actor.id,
      reviewedBy: null,
      reviewedAt: null,
    }),
  );
}
