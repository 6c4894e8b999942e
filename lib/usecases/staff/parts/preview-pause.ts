import type { Instant } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { type Part, type PauseProblem, pauseProblem } from '#lib/domain/roster/pause.ts';
import { instantOf } from '#lib/gateways/clock.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { listStranded, type Strands, strandsOf } from '#lib/usecases/kept-promises.ts';

/** What closing a part until then would do to people who were promised an answer; null: nothing. */
export async function previewPause(
  ctx: StaffContext<'parts:pause'>,
  part: Part,
  local: LocalTime,
): Promise<Result<Strands | null, PauseProblem>> {
  const until = instantOf(local, ctx.config.timeZone);
  const problem = pauseProblem(ctx.now, until);
  if (problem !== null) return err(problem);
  return ok(part === 'guidance' ? await newlyStranded(ctx, until) : null);
}

async function newlyStranded(
  ctx: StaffContext<'parts:pause'>,
  until: Instant,
): Promise<Strands | null> {
  const before = new Set((await listStranded(ctx.db, ctx)).map(({ threadId }) => threadId));
  const after = await listStranded(ctx.db, ctx, until);
  return strandsOf(after.filter(({ threadId }) => !before.has(threadId)));
}
