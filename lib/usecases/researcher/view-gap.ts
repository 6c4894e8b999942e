import type { Figure } from '#lib/domain/evaluation/figure.ts';
import type { ShownBy } from '#lib/domain/evaluation/gap-figures.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { gapId } from '#lib/domain/evaluation/release/research-tables.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { figuresOf, readRelease, writeFigures } from '#lib/usecases/research-figures.ts';

export interface GapView {
  readonly figures: readonly Figure[];
  readonly counted: CountedAt | null;
  readonly csv: string;
}

const BESIDE = ['quadrants', 'stopped', 'waited', 'changed', 'stood_in'] as const;

/**
 * The gap between intention and behaviour, of people with research consent: told apart by one thing at a time, and the
 * figures beside it of everyone together. The page and its file are written from the same lines; a download leaves an
 * audit row.
 */
export async function viewGap(
  ctx: StaffContext<'research:funnel'>,
  by: ShownBy,
  as: 'page' | 'file',
): Promise<GapView> {
  const release = await readRelease(ctx);
  const beside = BESIDE.map((name) => [name, name] as const);
  const figures = figuresOf(release, [[gapId(by), 'gap'], ...beside]);
  const csv = await writeFigures(figures, release?.counted ?? null);
  if (as === 'file') {
    const rows = figures.reduce((sum, { lines }) => sum + (lines?.length ?? 0), 0);
    const actor = `staff:${ctx.actor.id}`;
    const entry = { actor, action: 'research.figures_downloaded', subject: null } as const;
    await ctx.db.$transaction((tx) => appendAudit(tx, { ...entry, detail: { page: 'gap', rows } }));
  }
  return { figures, counted: release?.counted ?? null, csv };
}
