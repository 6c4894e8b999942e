import { CsvError, parse } from 'csv-parse/sync';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';

export interface CsvTable {
  readonly header: readonly string[];
  readonly lines: readonly {
    /** Where the row ends in the file, counted from 1. */
    readonly line: number;
    readonly cells: Readonly<Record<string, string>>;
  }[];
}

/** A table with a header, every row as long as it; or what is wrong, with the line. */
export function readCsvTable(text: string): Result<CsvTable, string> {
  const rows: { readonly line: number; readonly row: readonly string[] }[] = [];
  try {
    parse(text, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (row: readonly string[], { lines: line }: { readonly lines: number }) => {
        rows.push({ line, row });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return err(error.message);
    throw error;
  }
  const [first, ...rest] = rows;
  const header = first?.row ?? [];
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) return err(`line 1: the column "${twice}" stands twice`);
  const lines = rest.map(({ line, row }) => ({
    line,
    cells: Object.fromEntries(row.map((cell, i) => [header[i] ?? '', cell])),
  }));
  return ok({ header, lines });
}
