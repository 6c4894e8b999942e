import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { type Outcome, readWords } from '#lib/domain/reports/report.ts';
import { sealReport } from '#lib/gateways/report-keys.ts';
import { changeReport, type ReportRefused, type Seen } from '#lib/usecases/change-report.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type CloseRefused = ReportRefused | 'closed' | 'no_owner' | 'no_answer' | 'too_long';

/** Closes a case with what came of it, and with the answer where somebody waits for one. */
export async function closeReport(
  ctx: StaffContext<'reports:handle'>,
  seen: Seen,
  { outcome, answer }: { readonly outcome: Outcome; readonly answer: string },
): Promise<Result<void, CloseRefused>> {
  const text = readWords(answer);
  if (!text.ok && text.error === 'too_long') return err('too_long');
  return changeReport(ctx, seen, 'report.closed', (found): Result<object, CloseRefused> => {
    if (found.closedAt !== null) return err('closed');
    if (found.owner === null) return err('no_owner');
    // Whoever deleted what they wrote waits for nothing, and nobody else reads an answer.
    if (!found.answerable) return ok({ outcome, closedAt: new Date(ctx.now) });
    if (!text.ok) return err('no_answer');
    const sealed = sealReport(ctx.secrets, found.id, 'answer', text.value);
    return ok({ outcome, answer: new Uint8Array(sealed), closedAt: new Date(ctx.now) });
  });
}
