import { isoDate } from '#lib/domain/basics/day.ts';
import { listCrisisChecks } from '#lib/store/alerts.ts';
import type { Context } from '#lib/usecases/context.ts';

/** When this service last checked each help line, as an ISO date by id; a date to come counts as none. */
export async function viewLineChecks(
  ctx: Pick<Context, 'db' | 'today'>,
): Promise<ReadonlyMap<string, string>> {
  const checks = await listCrisisChecks(ctx.db);
  return new Map(
    checks.flatMap(({ lineId, checkedOn }) =>
      checkedOn === null || checkedOn > ctx.today ? [] : [[lineId, isoDate(checkedOn)] as const],
    ),
  );
}
