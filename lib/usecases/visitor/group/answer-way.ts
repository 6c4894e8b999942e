import { weekOf } from '#lib/domain/community/figures.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { changeOwnRecord } from '#lib/usecases/own-record.ts';

/** The question where somebody is on their way was answered or put away: it comes again in another week. */
export async function answerWay(ctx: VisitorContext): Promise<void> {
  const change = { askedWeek: weekOf(ctx.today) };
  await ctx.db.$transaction((tx) => changeOwnRecord(tx, ctx.session, change, ctx.key));
}
