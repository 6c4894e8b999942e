import { FIGURE_COLUMNS, type Figure, figureRows } from '#lib/domain/evaluation/figure.ts';
import { type CountedAt, countedAt } from '#lib/domain/evaluation/release/period.ts';
import { figureOf, type PrintedRelease } from '#lib/domain/evaluation/release/printed.ts';
import { stamped } from '#lib/domain/evaluation/release/stamped.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { findRelease } from '#lib/store/research/releases.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** The latest figures; null before the first. Read with the researchers' login, which sees what is printed and no person. */
export async function readRelease({ config }: Pick<StaffContext, 'config'>): Promise<{
  readonly counted: CountedAt;
  readonly printed: PrintedRelease;
} | null> {
  const research = openResearch({ url: config.databaseUrlResearch, max: 1 });
  try {
    const release = await findRelease(research);
    if (release === null) return null;
    const { countedOn, printed } = release;
    return { counted: countedAt(countedOn, config.figures), printed };
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
export async function writeFigures(
  figures: readonly Figure[],
  counted: CountedAt | null,
): Promise<string> {
  const file = stamped(FIGURE_COLUMNS, figures.flatMap(figureRows), counted);
  let csv = '';
  for await (const chunk of csvChunks(...file)) csv += chunk;
  return csv;
}
