import { appendAudit } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { figuresOf, readRelease, writeFigures } from '#lib/usecases/research-figures.ts';

/** What may be harm, of everyone whether they agreed to research or not, by arm. A download leaves an audit row. */
export async function viewHarm(
  ctx: StaffContext<'research:harm' | 'research:funnel'>,
  as: 'page' | 'file',
) {
  const release = await readRelease(ctx);
  const figures = figuresOf(release, [['harm', 'harm']]);
  if (as === 'file') {
    const actor = `staff:${ctx.actor.id}`;
    const detail = { page: 'harm', rows: figures[0]?.lines?.length ?? 0 };
    const entry = { actor, action: 'research.figures_downloaded', subject: null, detail } as const;
    await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  }
  const counted = release?.counted ?? null;
  return { figures, counted, csv: await writeFigures(figures, counted) };
}
