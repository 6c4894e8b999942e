import type { Day } from '#lib/domain/basics/ids.ts';
import { FIGURE_COLUMNS, type Figure, figureRows } from '#lib/domain/evaluation/figure.ts';
import { gapFileRows } from '#lib/domain/evaluation/gap-rows.ts';
import { type CountedAt, countedAt, isDue } from '#lib/domain/evaluation/release/period.ts';
import { figureOf, type PrintedRelease } from '#lib/domain/evaluation/release/printed.ts';
import { stamped } from '#lib/domain/evaluation/release/stamped.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { findPrinted } from '#lib/store/figure-releases.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** The latest figures as they are printed; null before the first. */
export async function readRelease({
  db,
  config,
  today,
}: Pick<StaffContext, 'db' | 'config' | 'today'>): Promise<{
  readonly counted: CountedAt;
  /** Others were due before today. */
  readonly overdue: boolean;
  readonly printed: PrintedRelease;
} | null> {
  const release = await findPrinted(db);
  if (release === null) return null;
  const { countedOn, printed } = release;
  const overdue = isDue((today - 1) as Day, config.figures, countedOn);
  return { counted: countedAt(countedOn, config.figures), overdue, printed };
}

/** Tables of a release; before the first, each of too few people. */
export function figuresOf(
  release: { readonly printed: PrintedRelease } | null,
  ids: readonly (readonly [id: string, name: string])[],
): readonly Figure[] {
  return ids.map(([id, name]) => {
    const table = release?.printed.tables[id];
    return table === undefined ? { name, lines: null } : figureOf(table);
  });
}

/** Lines of the file: those of the tables, and what follows from them. */
export const fileRows = (figures: readonly Figure[]) =>
  figures.flatMap((figure) => [...figureRows(figure), ...gapFileRows(figure)]);

/** The same numbers as a file. */
export async function writeFigures(
  figures: readonly Figure[],
  counted: CountedAt | null,
): Promise<string> {
  const file = stamped(FIGURE_COLUMNS, fileRows(figures), counted);
  let csv = '';
  for await (const chunk of csvChunks(...file)) csv += chunk;
  return csv;
}
