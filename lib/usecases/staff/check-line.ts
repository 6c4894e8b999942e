import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { insertCrisisLines, listCrisisChecks, markCrisisChecked } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Records that a person compared a help line with its official page today. */
export async function checkLine(
  ctx: StaffContext<'services:edit'>,
  lineId: string,
): Promise<Result<void, 'unknown'>> {
  if (!linesFor(ctx.config.country).some(({ id }) => id === lineId)) return err('unknown');
  const known = (await listCrisisChecks(ctx.db)).find((check) => check.lineId === lineId);
  if (known?.checkedOn === ctx.today) return ok(undefined);
  const { id } = ctx.actor;
  await ctx.db.$transaction(async (tx) => {
    await insertCrisisLines(tx, [lineId]);
    await markCrisisChecked(tx, { lineId, on: ctx.today, by: id, at: ctx.now });
    const entry = { action: 'crisis_line.checked', subject: lineId, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${id}`, ...entry });
  });
  return ok(undefined);
}
