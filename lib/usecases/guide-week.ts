import type { Day } from '#lib/domain/basics/ids.ts';
import type { Span } from '#lib/domain/roster/hours.ts';
import { mergeSpans } from '#lib/domain/roster/week.ts';
import type { Context } from '#lib/usecases/context.ts';
import { readGuideHours } from '#lib/usecases/guidance-promise.ts';

export interface DayHours {
  readonly day: Day;
  /** Empty where no guide answers on that day. */
  readonly spans: readonly Span[];
}

const DAYS = 7;

/** When guides answer today and on the six days after it, for everybody to read. */
export async function guideWeek(
  ctx: Pick<Context, 'db' | 'config' | 'today'>,
): Promise<readonly DayHours[]> {
  const hours = await readGuideHours(ctx.db, ctx);
  const days = Array.from({ length: DAYS }, (_, ahead) => (ctx.today + ahead) as Day);
  return days.map((day) => ({ day, spans: mergeSpans(hours(day)) }));
}
