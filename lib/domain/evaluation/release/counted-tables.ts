import { type FigureTable, LEAST_PEOPLE } from '../figure.ts';
import type { Cell, Sum, ToPrint } from './counted.ts';

/** A table of a release, with the names of its cells among all others. */
export interface ReleasedTable extends FigureTable {
  readonly keyOf: (group: string, stage: string) => string;
  /** The groups that its page has room for; the others are counted and not printed. */
  readonly groups: readonly string[];
  /** Stages that divide another one between them. */
  readonly sums?: readonly Sum[];
}

/** Whether a table is of as many people as decision D15 asks for. */
export function isLarge({ table: { stages, all } }: FigureTable): boolean {
  return (all[stages[0]?.stage ?? ''] ?? 0) >= LEAST_PEOPLE;
}

/** The groups of a stage that a table has counts of, or a place for. */
export function groupsAt(
  { table }: ReleasedTable,
  stage: string,
  groups: readonly string[],
): readonly string[] {
  return table.splitStages.includes(stage) ? ['all', ...groups] : ['all'];
}

/** A cell that stands in several tables is one cell, printed in all of them or in none. */
export function countTables(tables: readonly ReleasedTable[]): ToPrint {
  const cells = new Map<string, Cell>();
  for (const cell of tables.flatMap(cellsIn)) {
    const known = cells.get(cell.key)?.parents ?? [];
    cells.set(cell.key, { ...cell, parents: [...new Set([...known, ...cell.parents])] });
  }
  const printable = tables.filter(isLarge).flatMap(keysOf);
  return {
    cells: [...cells.values()],
    sums: tables.flatMap(sumsIn),
    printable: new Set(printable),
    wanted: new Set(),
  };
}

/** Every cell that a table has a place for. */
function keysOf(one: ReleasedTable): readonly string[] {
  return one.table.stages.flatMap(({ stage }) =>
    groupsAt(one, stage, one.groups).map((group) => one.keyOf(group, stage)),
  );
}

function cellsIn(one: ReleasedTable): readonly Cell[] {
  const { table, keyOf } = one;
  return table.stages.flatMap(({ stage, parent }) =>
    groupsAt(one, stage, table.groups).map((group) => {
      const within = parent !== null && groupsAt(one, parent, table.groups).includes(group);
      const count = (group === 'all' ? table.all : table.byGroup[group])?.[stage] ?? 0;
      return { key: keyOf(group, stage), count, parents: within ? [keyOf(group, parent)] : [] };
    }),
  );
}

const sumsIn = ({ table, keyOf, sums = [] }: ReleasedTable): readonly Sum[] => [
  ...table.splitStages.map((stage) => ({
    total: keyOf('all', stage),
    parts: table.groups.map((group) => keyOf(group, stage)),
  })),
  ...sums,
];

/** Everything of a release as one; `within` names cells of one part that are held in cells of another. */
export function join(
  parts: readonly ToPrint[],
  within: Readonly<Record<string, readonly string[]>>,
): ToPrint {
  const cells = parts.flatMap((part) => part.cells);
  const counts = new Map(cells.map(({ key, count }) => [key, count]));
  return {
    cells: cells.map(({ key, count, parents }) => {
      // What does not hold of these counts is nothing that anybody could build on.
      const above = [...parents, ...(within[key] ?? [])];
      return { key, count, parents: above.filter((one) => (counts.get(one) ?? -1) >= count) };
    }),
    sums: parts.flatMap((part) => part.sums),
    printable: new Set(parts.flatMap((part) => [...part.printable])),
    wanted: new Set(parts.flatMap((part) => [...part.wanted])),
  };
}
