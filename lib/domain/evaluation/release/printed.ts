import { z } from 'zod';
import type { Disclosed, DisclosedTable } from '../disclosure.ts';
import type { Figure } from '../figure.ts';
import { linesOf } from '../funnel-lines.ts';
import type { Print, Release } from './counted.ts';
import { groupsAt, isLarge, type ReleasedTable } from './counted-tables.ts';

/** A table as it is printed: of its cells the shown ones alone, under `group stage`. */
export const PRINTED_TABLE = z.object({
  name: z.string(),
  stages: z.array(z.object({ stage: z.string(), parent: z.string().nullable() })),
  splitStages: z.array(z.string()),
  groups: z.array(z.string()),
  /** Null: fewer people than any figure is shown of. */
  cells: z.record(z.string(), z.number().int()).nullable(),
  /** Which of them stand from an earlier release. Not told of releases of before: each may. */
  standing: z.array(z.string()).optional(),
});
export type PrintedTable = z.infer<typeof PRINTED_TABLE>;

export function printTable(one: ReleasedTable, { prints }: Release): PrintedTable {
  const { name, table, groups, keyOf } = one;
  const found = table.stages.flatMap(({ stage }) =>
    groupsAt(one, stage, groups).flatMap((group) => {
      const print = prints[keyOf(group, stage)];
      return print === undefined ? [] : [[`${group} ${stage}`, print] as const];
    }),
  );
  return {
    name,
    stages: table.stages.map(({ stage, parent }) => ({ stage, parent })),
    splitStages: [...table.splitStages],
    groups: [...groups],
    ...(isLarge(one) ? valuesOf(found) : { cells: null }),
  };
}

const valuesOf = (prints: readonly (readonly [string, Print])[]) => ({
  cells: Object.fromEntries(prints.map(([name, { value }]) => [name, value])),
  standing: prints.flatMap(([name, { fresh }]) => (fresh ? [] : [name])),
});

const discloseValue = (
  name: string,
  values: Readonly<Record<string, number>>,
  standing: readonly string[] | undefined,
): Disclosed => {
  const value = values[name];
  if (value === undefined) return { kind: 'suppressed' };
  const isNew = standing !== undefined && !standing.includes(name);
  return { kind: 'shown', value, ...(isNew ? {} : { stands: true }) };
};

/** The cells of a printed table; null where it is of too few people. */
export function cellsOf({
  cells,
  standing,
  ...table
}: PrintedTable): DisclosedTable<string, string> | null {
  if (cells === null) return null;
  const cell = (group: string, stage: string) =>
    discloseValue(`${group} ${stage}`, cells, standing);
  return { ...table, cell };
}

export function figureOf(printed: PrintedTable): Figure {
  const cells = cellsOf(printed);
  return { name: printed.name, lines: cells && linesOf(cells) };
}

/** Every printed number of a release under its key, also of what is no table. */
export const NUMBERS = z.object({
  numbers: z.record(z.string(), z.number().int()),
  standing: z.array(z.string()).optional(),
});
type Numbers = z.infer<typeof NUMBERS>;

/** Everything that the pages print of a release. */
export const PRINTED_RELEASE = NUMBERS.extend({ tables: z.record(z.string(), PRINTED_TABLE) });
export type PrintedRelease = z.infer<typeof PRINTED_RELEASE>;

/** A number of a release by its key; before the first release there is none. */
export function numberOf(release: Numbers | PrintedRelease | undefined, key: string): Disclosed {
  return discloseValue(key, release?.numbers ?? {}, release?.standing);
}

export function printTables(
  tables: ReadonlyMap<string, ReleasedTable>,
  release: Release,
): PrintedRelease {
  const printed = [...tables].map(([id, one]) => [id, printTable(one, release)] as const);
  return { tables: Object.fromEntries(printed), ...numbersOf(release) };
}

export function numbersOf({ prints }: Release): Numbers {
  const { cells: numbers, standing } = valuesOf(Object.entries(prints));
  return { numbers, standing };
}
