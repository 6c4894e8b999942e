import { z } from 'zod';
import type { Disclosed, DisclosedTable } from '../disclosure.ts';
import type { Figure } from '../figure.ts';
import { linesOf } from '../funnel-lines.ts';
import type { Release } from './counted.ts';
import { groupsAt, isLarge, type ReleasedTable } from './counted-tables.ts';

/** A table as it is printed: of its cells the shown ones alone, under `group stage`. */
export const PRINTED_TABLE = z.object({
  name: z.string(),
  stages: z.array(z.object({ stage: z.string(), parent: z.string().nullable() })),
  splitStages: z.array(z.string()),
  groups: z.array(z.string()),
  /** Null: fewer people than any figure is shown of. */
  cells: z.record(z.string(), z.number().int()).nullable(),
});
export type PrintedTable = z.infer<typeof PRINTED_TABLE>;

export function printTable(one: ReleasedTable, { prints }: Release): PrintedTable {
  const { name, table, groups, keyOf } = one;
  const cells = table.stages.flatMap(({ stage }) =>
    groupsAt(one, stage, groups).flatMap((group) => {
      const print = prints[keyOf(group, stage)];
      return print === undefined ? [] : [[`${group} ${stage}`, print.value] as const];
    }),
  );
  return {
    name,
    stages: table.stages.map(({ stage, parent }) => ({ stage, parent })),
    splitStages: [...table.splitStages],
    groups: [...groups],
    cells: isLarge(one) ? Object.fromEntries(cells) : null,
  };
}

export const discloseValue = (value: number | undefined): Disclosed =>
  value === undefined ? { kind: 'suppressed' } : { kind: 'shown', value };

/** The cells of a printed table; null where it is of too few people. */
export function cellsOf({ cells, ...table }: PrintedTable): DisclosedTable<string, string> | null {
  if (cells === null) return null;
  return { ...table, cell: (group, stage) => discloseValue(cells[`${group} ${stage}`]) };
}

export function figureOf(printed: PrintedTable): Figure {
  const cells = cellsOf(printed);
  return { name: printed.name, lines: cells && linesOf(cells) };
}

/** Everything that the pages print of a release. */
export const PRINTED_RELEASE = z.object({
  tables: z.record(z.string(), PRINTED_TABLE),
  /** Every printed number under its key, also of what is no table. */
  numbers: z.record(z.string(), z.number().int()),
});
export type PrintedRelease = z.infer<typeof PRINTED_RELEASE>;

export function printTables(
  tables: ReadonlyMap<string, ReleasedTable>,
  release: Release,
): PrintedRelease {
  const printed = [...tables].map(([id, one]) => [id, printTable(one, release)] as const);
  const numbers = Object.entries(release.prints).map(([key, { value }]) => [key, value] as const);
  return { tables: Object.fromEntries(printed), numbers: Object.fromEntries(numbers) };
}
