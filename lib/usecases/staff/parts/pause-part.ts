import { err, type Result } from '#lib/domain/basics/result.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { type Part, type PauseProblem, pauseProblem } from '#lib/domain/roster/pause.ts';
import { instantOf } from '#lib/gateways/clock.ts';
import { putPause } from '#lib/store/roster.ts';
import { changeRoster, type StrandsRefusal } from '#lib/usecases/change-roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type PauseRefused =
  | StrandsRefusal
  | { readonly kind: 'mend'; readonly problem: PauseProblem };

/** Closes a part until then; it opens by itself. A part that is closed gets the new end. */
export async function pausePart(
  ctx: StaffContext<'parts:pause'>,
  { part, local }: { readonly part: Part; readonly local: LocalTime },
  told: number,
): Promise<Result<void, PauseRefused>> {
  const until = instantOf(local, ctx.config.timeZone);
  const problem = pauseProblem(ctx.now, until);
  if (problem !== null) return err({ kind: 'mend', problem });
  return changeRoster(ctx, told, async (tx) => {
    await putPause(tx, { part, until }, { by: ctx.actor.id, at: ctx.now });
    const detail = { until: new Date(until).toISOString() };
    return { action: 'part.paused', subject: part, detail };
  });
}
