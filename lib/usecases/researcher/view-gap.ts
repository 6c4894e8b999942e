import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { WindowCount } from '#lib/domain/evaluation/cubes.ts';
import type { Figure, FigureTable } from '#lib/domain/evaluation/figure.ts';
import {
  changedTable,
  DIMENSIONS_SHOWN,
  gapTable,
  quadrantTable,
  type ShownBy,
  stoodInTable,
  stoppedTable,
  waitedTable,
} from '#lib/domain/evaluation/gap-figures.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Research } from '#lib/store/research/connection.ts';
import { findCoverage, listMarks, listWindows } from '#lib/store/research/cubes.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import {
  everyone,
  printFigures,
  readCounts,
  writeFigures,
} from '#lib/usecases/research-figures.ts';

/** How long a stop at the result, and a wait, are looked at before they are counted. */
const STOP_DAYS = 7;
const WAIT_DAYS = 90;

export interface GapView {
  readonly figures: readonly Figure[];
  readonly csv: string;
}

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
  const tables = await readCounts(ctx, (research) => countGap(research, ctx.today, by));
  const figures = await printFigures(tables);
  const csv = await writeFigures(figures);
  if (as === 'file') {
    const rows = figures.reduce((sum, { lines }) => sum + (lines?.length ?? 0), 0);
    const actor = `staff:${ctx.actor.id}`;
    const entry = { actor, action: 'research.figures_downloaded', subject: null } as const;
    await ctx.db.$transaction((tx) => appendAudit(tx, { ...entry, detail: { page: 'gap', rows } }));
  }
  return { figures, csv };
}

async function countGap(
  research: Research,
  today: Day,
  by: ShownBy,
): Promise<readonly FigureTable[]> {
  const ago = (days: number) => (today - days) as Day;
  const all = everyone('all');
  const [windows, whole, stopped, waited, changed, stoodIn] = await Promise.all([
    windowsBy(research, today, by),
    listWindows(research, all, today),
    listMarks(research, 'stopped', all, ago(STOP_DAYS)),
    listMarks(research, 'waited', all, ago(WAIT_DAYS)),
    listMarks(research, 'changed', all, today),
    listMarks(research, 'stood_in', all, today),
  ]);
  return [
    gapTable(windows, by),
    quadrantTable(whole),
    stoppedTable(stopped),
    waitedTable(waited),
    changedTable(changed),
    stoodInTable(stoodIn),
  ];
}

/** Of quarters of the year in which people began, each is counted by itself. */
async function windowsBy(
  research: Research,
  today: Day,
  by: ShownBy,
): Promise<readonly WindowCount[]> {
  if (by !== 'quarter')
    return await listWindows(research, everyone(DIMENSIONS_SHOWN[by][0]), today);
  const { months } = await findCoverage(research);
  const each = months.map(async (month) => {
    const rows = await listWindows(
      research,
      { split: 'all', from: month, until: (month + 1) as Day },
      today,
    );
    return rows.map((row) => ({ ...row, a: quarterOf(month) }));
  });
  return (await Promise.all(each)).flat();
}

/** E.g. 2026-Q4. */
function quarterOf(month: Day): string {
  const [year, number] = isoDate(month).split('-');
  return `${year}-Q${Math.ceil(Number(number) / 3)}`;
}
