import type { Day } from '#lib/domain/basics/ids.ts';
import { FIGURE_COLUMNS, type Figure, figureRows } from '#lib/domain/evaluation/figure.ts';
import { type CountedAt, countedAt, isDue } from '#lib/domain/evaluation/release/period.ts';
import { figureOf, type PrintedRelease } from '#lib/domain/evaluation/release/printed.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { findRelease } from '#lib/store/research/releases.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** The latest figures; null before the first. Read with the researchers' login, which sees what is printed and no person. */
export async function readRelease({
  config,
  today,
}: Pick<StaffContext, 'config' | 'today'>): Promise<{
  readonly counted: CountedAt;
  /** Others were due before today. */
  readonly overdue: boolean;
  readonly printed: PrintedRelease;
} | null> {
  const research = openResearch({ url: config.databaseUrlResearch, max: 1 });
  try {
    const release = await findRelease(research);
    if (release === null) return null;
    const { countedOn, printed } = release;
    const overdue = isDue((today - 1) as Day, config.figures, countedOn);
    return { counted: countedAt(countedOn, config.figures), overdue, printed };
  } finally {
    await closeResearch(research);
  }
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

/** The same numbers as a file. */
export async function writeFigures(figures: readonly Figure[]): Promise<string> {
  let csv = '';
  for await (const chunk of csvChunks(FIGURE_COLUMNS, figures.flatMap(figureRows))) csv += chunk;
  return csv;
}
