import { type Curve, drawCurve, RISK_COLUMNS, riskRows } from '#lib/domain/evaluation/curve.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { discloseValue } from '#lib/domain/evaluation/release/printed.ts';
import { stamped } from '#lib/domain/evaluation/release/stamped.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { readRelease } from '#lib/usecases/research-figures.ts';

export interface TimeView {
  /** Of people who intended to go; null under 50 of them. */
  readonly curve: Curve | null;
  readonly counted: CountedAt | null;
  readonly csv: string;
}

/** How long it took people with research consent who intended to go. A download leaves an audit row. */
export async function viewTime(
  ctx: StaffContext<'research:funnel'>,
  as: 'page' | 'file',
): Promise<TimeView> {
  const release = await readRelease(ctx);
  const curve = drawCurve((key) => discloseValue(release?.printed.numbers[key]));
  const rows = curve === null ? [] : riskRows(curve);
  if (as === 'file') {
    const actor = `staff:${ctx.actor.id}`;
    const detail = { page: 'time', rows: rows.length };
    const entry = { actor, action: 'research.figures_downloaded', subject: null, detail } as const;
    await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  }
  const counted = release?.counted ?? null;
  let csv = '';
  for await (const chunk of csvChunks(...stamped(RISK_COLUMNS, rows, counted))) csv += chunk;
  return { curve, counted, csv };
}
