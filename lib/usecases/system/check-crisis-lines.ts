import { isDueForCheck, linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { listCrisisChecks, openAlert } from '#lib/store/alerts.ts';
import type { Context } from '#lib/usecases/context.ts';

/**
 * An alert for every help line of the deployment's own country that nobody has checked for 90 days; the
 * line itself stays (ruling R5). Lines of other countries always say that they are not checked here.
 */
export async function checkCrisisLines(
  ctx: Pick<Context, 'db' | 'now' | 'today' | 'config'>,
): Promise<number> {
  const own = new Set(linesFor(ctx.config.country).map(({ id }) => id));
  const due = (await listCrisisChecks(ctx.db)).filter(
    (line) => own.has(line.lineId) && isDueForCheck(line, ctx.today),
  );
  for (const { lineId, checkedOn } of due) {
    const alert = { kind: 'crisis_line_due', subject: lineId, at: ctx.now } as const;
    await openAlert(ctx.db, { ...alert, detail: { checkedOn } });
  }
  return due.length;
}
