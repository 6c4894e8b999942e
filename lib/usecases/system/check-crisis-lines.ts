import { isDueForCheck } from '#lib/domain/safety/crisis-lines.ts';
import { listCrisisChecks, openAlert } from '#lib/store/alerts.ts';
import type { Context } from '#lib/usecases/context.ts';

/** An alert for every help line that nobody has checked for 90 days; the line itself stays (ruling R5). */
export async function checkCrisisLines(
  ctx: Pick<Context, 'db' | 'now' | 'today'>,
): Promise<number> {
  const due = (await listCrisisChecks(ctx.db)).filter((line) => isDueForCheck(line, ctx.today));
  for (const { lineId, checkedOn } of due) {
    const alert = { kind: 'crisis_line_due', subject: lineId, at: ctx.now } as const;
    await openAlert(ctx.db, { ...alert, detail: { checkedOn } });
  }
  return due.length;
}
