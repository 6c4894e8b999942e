import type { Day } from '#lib/domain/basics/ids.ts';
import type { Cohort, Split } from '#lib/domain/evaluation/cubes.ts';
import {
  discloseFigure,
  FIGURE_COLUMNS,
  type Figure,
  type FigureTable,
  figureRows,
} from '#lib/domain/evaluation/figure.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { loadSolver } from '#lib/gateways/linear-programme.ts';
import { closeResearch, openResearch, type Research } from '#lib/store/research/connection.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Everybody who ever began, in the cells of a split. */
export function everyone(split: Split): Cohort {
  return { split, from: 0 as Day, until: 100_000 as Day };
}

/** Reads with a connection of the researchers' login, which sees counts and no person. */
export async function readCounts<T>(
  ctx: Pick<StaffContext, 'config'>,
  read: (research: Research) => Promise<T>,
): Promise<T> {
  const research = openResearch({ url: ctx.config.databaseUrlResearch, max: 4 });
  try {
    return await read(research);
  } finally {
    await closeResearch(research);
  }
}

/** What was made of the same counts before: the audit of a table takes longer than everything else on a page. */
const known = new Map<string, Figure>();
const MOST_KNOWN = 200;

/** What may be printed of tables, under decision D15. */
export async function printFigures(tables: readonly FigureTable[]): Promise<readonly Figure[]> {
  const withSolver = await loadSolver();
  return tables.map((table) => {
    const key = JSON.stringify(table);
    const figure = known.get(key) ?? discloseFigure(table, withSolver);
    known.delete(key);
    known.set(key, figure);
    if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? '');
    return figure;
  });
}

/** The same numbers as a file. */
export async function writeFigures(figures: readonly Figure[]): Promise<string> {
  let csv = '';
  for await (const chunk of csvChunks(FIGURE_COLUMNS, figures.flatMap(figureRows))) csv += chunk;
  return csv;
}
