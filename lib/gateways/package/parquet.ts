import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import {
  type Cells,
  COMMA,
  clearCells,
  GROUP,
  LINE_END,
  newCells,
  readCell,
  viewOf,
} from './cells.ts';
import { type ParquetColumn, writeChunk } from './parquet-chunk.ts';

/** A Parquet file of the same rows as a CSV file, written group by group. */
export interface ParquetFile {
  /**
   * Adds the rows of these lines from a byte on; how many.
   * @throws Error where a row has more or fewer cells than there are columns.
   */
  add(lines: Buffer, from: number): number;
  end(): Promise<void>;
}

export function openParquet(path: string, columns: readonly ParquetColumn[]): ParquetFile {
  const writer = new ParquetWriter({ writer: fileWriter(path), schema: schemaOf(columns) });
  const cells: readonly Cells[] = columns.map(newCells);
  let rows = 0;
  const write = () => {
    const chunks = columns.map((one, i) => writeChunk(writer.writer, one, cells[i] as Cells, rows));
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.meta_data.total_uncompressed_size, 0n);
    writer.row_groups.push({ columns: chunks, total_byte_size: bytes, num_rows: BigInt(rows) });
    writer.num_rows += BigInt(rows);
    cells.forEach(clearCells);
    rows = 0;
  };
  return {
    add(lines, from) {
      const view = viewOf(lines);
      let [at, count] = [from, 0];
      while (at < lines.length) {
        at = readRow(view, at, cells, rows);
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

/** Where the row after it begins. */
function readRow(lines: DataView, from: number, cells: readonly Cells[], row: number): number {
  let [at, after] = [from, COMMA];
  for (const column of cells) {
    if (after !== COMMA) throw new Error('a row has fewer cells than columns');
    at = readCell(column, row, lines, at);
    after = lines.getUint8(at);
    at += 1;
  }
  if (after !== LINE_END) throw new Error('a row has more cells than columns');
  return at;
}

function schemaOf(columns: readonly ParquetColumn[]) {
  const leaves = columns.map(({ name, type }) =>
    type === 'string'
      ? ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const)
      : ({ name, type: 'INT32', repetition_type: 'OPTIONAL' } as const),
  );
  return [{ name: 'root', num_children: columns.length }, ...leaves];
}
