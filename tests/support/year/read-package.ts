// A package as a stranger reads it: its CSV files and the codebook beside them, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvTable } from '#lib/gateways/csv-table.ts';

/** Null: the cell says why there is no value. */
type Cell = string | number | null;
export type Row = ReadonlyMap<string, Cell>;
export type Tables = Readonly<
  Record<'pathways' | 'transitions' | 'screenings' | 'checkins', readonly Row[]>
>;

function linesOf(folder: string, file: string) {
  const table = readCsvTable(readFileSync(join(folder, file), 'utf8'));
  if (!table.ok) throw new Error(`${file}: ${table.error}`);
  return table.value.lines.map(({ cells }) => cells);
}

export function readPackage(folder: string): Tables {
  const book = linesOf(folder, 'codebook.csv');
  const read = (file: string): readonly Row[] => {
    const columns = book
      .filter((line) => line['file'] === file)
      .map(({ name = '', type, missing = '' }) => {
        const reasons = new Set(missing.split(' | '));
        const cellOf = (text: string): Cell =>
          reasons.has(text) ? null : type === 'integer' ? Number(text) : text;
        return { name, cellOf };
      });
    return linesOf(folder, file).map(
      (cells) => new Map(columns.map(({ name, cellOf }) => [name, cellOf(cells[name] ?? '')])),
    );
  };
  return {
    pathways: read('pathways.csv'),
    transitions: read('transitions.csv'),
    screenings: read('screenings.csv'),
    checkins: read('checkins.csv'),
  };
}

/** @throws Error where the package has no such column: what is not there is not known, rather than missing. */
function cellOf(row: Row, name: string): Cell {
  const cell = row.get(name);
  if (cell === undefined) throw new Error(`This package has no column ${name}`);
  return cell;
}
export function numberOf(row: Row, name: string): number | null {
  const cell = cellOf(row, name);
  if (typeof cell === 'string') throw new Error(`${name} is made coarser here: ${cell}`);
  return cell;
}
export const textOf = (row: Row, name: string): string | null => {
  const cell = cellOf(row, name);
  return cell === null ? null : String(cell);
};

/** One person: their row, and their rows in the other files in order. */
export interface Person {
  readonly row: Row;
  readonly steps: readonly Row[];
  readonly screenings: readonly Row[];
  readonly checkins: readonly Row[];
}

export function peopleOf({ pathways, ...rest }: Tables): readonly Person[] {
  const byPerson = (rows: readonly Row[]) => Map.groupBy(rows, (row) => textOf(row, 'person'));
  const [steps, screenings, checkins] = [rest.transitions, rest.screenings, rest.checkins].map(
    byPerson,
  );
  const own = (rows: ReturnType<typeof byPerson> | undefined, row: Row) =>
    (rows?.get(textOf(row, 'person')) ?? []).toSorted(
      (a, b) => (numberOf(a, 'seq') ?? 0) - (numberOf(b, 'seq') ?? 0),
    );
  return pathways.map((row) => ({
    row,
    steps: own(steps, row),
    screenings: own(screenings, row),
    checkins: own(checkins, row),
  }));
}
