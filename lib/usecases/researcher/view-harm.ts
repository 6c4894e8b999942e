import type { Day } from '#lib/domain/basics/ids.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { harmTable } from '#lib/domain/evaluation/gap-figures.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { listMarks } from '#lib/store/research/cubes.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import {
  everyone,
  printFigures,
  readCounts,
  writeFigures,
} from '#lib/usecases/research-figures.ts';

/** Whether somebody stopped at the result is known after so many days. */
const LEFT_DAYS = 7;

/** What may be harm, of everyone whether they agreed to research or not, by arm. A download leaves an audit row. */
export async function viewHarm(
  ctx: StaffContext<'research:funnel'>,
  as: 'page' | 'file',
): Promise<{ readonly figures: readonly Figure[]; readonly csv: string }> {
  const cohort = everyone('policy_arm');
  const [harm, left] = await readCounts(ctx, (research) =>
    Promise.all([
      listMarks(research, 'harm', cohort, ctx.today),
      listMarks(research, 'left', cohort, (ctx.today - LEFT_DAYS) as Day),
    ]),
  );
  const figures = await printFigures([harmTable(harm, left)]);
  if (as === 'file') {
    const actor = `staff:${ctx.actor.id}`;
    const detail = { page: 'harm', rows: figures[0]?.lines?.length ?? 0 };
    const entry = { actor, action: 'research.figures_downloaded', subject: null, detail } as const;
    await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  }
  return { figures, csv: await writeFigures(figures) };
}
