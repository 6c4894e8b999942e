import { err, type Result } from '#lib/domain/basics/result.ts';
import type { VisitMode } from '#lib/domain/referrals/visit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { redeem, type VisitRefused } from '#lib/usecases/redemption.ts';

export type { VisitRefused };

/** Records the visit of whoever stands at the desk, today. `late`: although the code has run out. */
export async function redeemVisitCode(
  ctx: StaffContext<'visits:redeem'>,
  typed: string,
  { mode, late }: { readonly mode: VisitMode; readonly late: boolean },
): Promise<Result<null, VisitRefused>> {
  const { service } = ctx.actor;
  if (service === null) return err({ kind: 'unknown' });
  return redeem(ctx, service, { typed, mode, late, day: ctx.today, sheet: false });
}
