import { parse } from 'csv-parse/sync';
import {
  type FileProblem,
  LONGEST_SOURCE,
  MOST_COLUMNS,
  MOST_PROBLEMS,
  type Problem,
} from '#lib/domain/referrals/hsds/problems.ts';
import type { Row } from '#lib/domain/referrals/hsds/read-tables.ts';
import { rearm } from '#lib/gateways/datasets.ts';

/** Of all tables together; the tables of the standard have up to 23 columns, most of them fewer than ten. */
const MOST_ROWS = 40_000;
const MOST_CELLS = 1_000_000;

/** Why reading ended before the end of a table: the whole file is refused, or there is enough to mend. */
class Stopped extends Error {
  readonly problem: FileProblem | null;
  constructor(problem: FileProblem | null) {
    super();
    this.problem = problem;
  }
}

/** The tables of one package as they are read, with what they have come to in all. */
export class TableReader {
  readonly tables = new Map<string, readonly Row[]>();
  readonly problems: Problem[] = [];
  rows = 0;
  private cells = 0;

  /** False: there is more to mend than is told, and nothing further need be read. A word: all is refused. */
  read(file: string, text: string): boolean | FileProblem {
    if (isTooWide(text)) return 'too_wide';
    const rows: Row[] = [];
    let header: readonly string[] | null = null;
    let ended = 0;
    const take = (record: readonly string[], { lines }: { readonly lines: number }) => {
      // `lines` is where a row ends; one that spans several begins after the one before it.
      const line = Math.min(ended + 1, lines);
      ended = lines;
      if (header === null) header = record.map((name) => name.trim());
      else rows.push(this.row({ file, header, record, line }));
      // Kept here as far as it is needed, and not by the parser.
      return null;
    };
    try {
      parse(text, {
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        on_record: take,
      });
    } catch (error) {
      // Whatever else a broken table makes of the library, it is not readable.
      return error instanceof Stopped ? (error.problem ?? false) : 'not_readable';
    }
    this.tables.set(file, rows);
    return true;
  }

  private row(found: {
    readonly file: string;
    readonly header: readonly string[];
    readonly record: readonly string[];
    readonly line: number;
  }): Row {
    const { file, header, record, line } = found;
    this.rows += 1;
    this.cells += record.length;
    if (this.rows > MOST_ROWS || this.cells > MOST_CELLS) throw new Stopped('too_many');
    const at = { file, at: String(line) };
    if (record.length !== header.length) this.tell({ ...at, field: '', code: 'cells' });
    const long = tooLong(header, record);
    if (long !== null) this.tell({ ...at, field: long, code: 'too_long' });
    // A table that is to be mended is read for what is wrong with it, and not kept.
    if (this.problems.length > 0) return { line, cells: {} };
    const cells = record.flatMap((cell, n) => (cell === '' ? [] : [[header[n], rearm(cell)]]));
    return { line, cells: Object.fromEntries(cells) };
  }

  private tell(problem: Problem): void {
    this.problems.push(problem);
    if (this.problems.length > MOST_PROBLEMS) throw new Stopped(null);
  }
}

/** The column of a cell that is longer than a whole entry may be; '' for a row that is so in all. */
function tooLong(header: readonly string[], record: readonly string[]): string | null {
  const n = record.findIndex((cell) => cell.length > LONGEST_SOURCE);
  if (n >= 0) return header[n] ?? '';
  return record.reduce((sum, cell) => sum + cell.length, 0) > LONGEST_SOURCE ? '' : null;
}

const [COMMA, QUOTE, LF, CR] = [0x2c, 0x22, 0x0a, 0x0d];

/**
 * Whether any row has more cells than a table may have columns, before the parser makes a list of them. A quotation
 * mark inside a cell stands twice, so that each one changes sides; where it does not, the parser refuses the table.
 */
function isTooWide(text: string): boolean {
  let quoted = false;
  let cells = 1;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (code === COMMA) cells += 1;
    else if (code === LF || code === CR) cells = 1;
    if (cells > MOST_COLUMNS) return true;
  }
  return false;
}
