import type { Result } from '#lib/domain/basics/result.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { type ActRefused, actOnTrial } from '#lib/usecases/trial-acts.ts';

/** Stops assignment at once: whoever sees a comparison may, without a second factor that could hold it up. */
export async function pauseTrial(
  ctx: StaffContext<'trials:read'>,
  { id, note }: { readonly id: string; readonly note: string },
): Promise<Result<null, ActRefused>> {
  return actOnTrial(ctx, { id, kind: 'paused', note });
}
