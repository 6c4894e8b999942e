import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import {
  afterComma,
  type Cells,
  clearCells,
  GROUP,
  LINE_END,
  newCells,
  readCells,
  viewOf,
} from './cells.ts';
import { type ParquetColumn, writeChunk } from './parquet-chunk.ts';
import { clearTails, newTails, readTail, spreadTails } from './tails.ts';

/** In a log of steps, what differs from row to row: whose step it is, its number and its day. */
const HEAD = 3;

/** A Parquet file of the same rows as a CSV file, written group by group. */
export interface ParquetFile {
  /**
   * Adds the rows of these lines from a byte on, and notes where each begins; how many.
   * @throws Error where a row has more or fewer cells than there are columns.
   */
  add(lines: Buffer, from: number, starts: Uint32Array): number;
  end(): Promise<void>;
}

export function openParquet(path: string, columns: readonly ParquetColumn[]): ParquetFile {
  const writer = new ParquetWriter({ writer: fileWriter(path), schema: schemaOf(columns) });
  const cells: readonly Cells[] = columns.map(newCells);
  const [head, tails] = [cells.slice(0, HEAD), newTails(cells.slice(HEAD))];
  let rows = 0;
  const write = () => {
    spreadTails(tails);
    const chunks = columns.map((one, i) => writeChunk(writer.writer, one, cells[i] as Cells, rows));
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.meta_data.total_uncompressed_size, 0n);
    writer.row_groups.push({ columns: chunks, total_byte_size: bytes, num_rows: BigInt(rows) });
    writer.num_rows += BigInt(rows);
    cells.forEach(clearCells);
    clearTails(tails);
    rows = 0;
  };
  /** Where the row after it begins. */
  const readRow = (lines: DataView, from: number): number => {
    let end = readCells(head, rows, lines, from);
    if (tails.columns.length > 0) end = readTail(tails, rows, lines, afterComma(lines, end));
    if (lines.getUint8(end) !== LINE_END) throw new Error('a row has more cells than columns');
    return end + 1;
  };
  return {
    add(bytes, from, starts) {
      const lines = viewOf(bytes);
      let [at, count] = [from, 0];
      while (at < bytes.length) {
        starts[count] = at;
        at = readRow(lines, at);
        rows += 1;
        count += 1;
        if (rows === GROUP) write();
      }
      return count;
    },
    async end() {
      if (rows > 0) write();
      await writer.finish();
    },
  };
}

function schemaOf(columns: readonly ParquetColumn[]) {
  const leaves = columns.map(({ name, type }) =>
    type === 'string'
      ? ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const)
      : ({ name, type: 'INT32', repetition_type: 'OPTIONAL' } as const),
  );
  return [{ name: 'root', num_children: columns.length }, ...leaves];
}
