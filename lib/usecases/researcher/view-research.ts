import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { qualityFigure } from '#lib/domain/evaluation/quality.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { numberOf } from '#lib/domain/evaluation/release/printed.ts';
import { AGREED } from '#lib/domain/evaluation/release/research-tables.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { readRelease, writeFigures } from '#lib/usecases/research-figures.ts';

export interface ResearchView {
  readonly consented: Disclosed;
  /** What to know before the figures are read. */
  readonly quality: Figure;
  readonly counted: CountedAt | null;
  /** New figures were due before today. */
  readonly overdue: boolean;
  readonly csv: string;
}

/**
 * How many people agreed to research, as far as that may be shown (decision D15), what limits the figures of all pages,
 * and when they were counted. A download leaves an audit row.
 */
export async function viewResearch(
  ctx: StaffContext<'research:funnel'>,
  as: 'page' | 'file',
): Promise<ResearchView> {
  const release = await readRelease(ctx);
  const cell = (key: string) => numberOf(release?.printed, key);
  const quality = qualityFigure(cell);
  if (as === 'file') {
    const actor = `staff:${ctx.actor.id}`;
    const detail = { page: 'overview', rows: quality.lines?.length ?? 0 };
    const entry = { actor, action: 'research.figures_downloaded', subject: null, detail } as const;
    await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  }
  const counted = release?.counted ?? null;
  return {
    consented: cell(AGREED),
    quality,
    counted,
    overdue: release?.overdue ?? false,
    csv: await writeFigures([quality], counted),
  };
}
