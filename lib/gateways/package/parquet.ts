import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { type Cell, type Cells, clearCells, codeOf, GROUP, newCells } from './cells.ts';
import { type ParquetColumn, writeChunk } from './parquet-chunk.ts';

/** A Parquet file of the same rows as a CSV file, written group by group. */
export interface ParquetFile {
  /** The next cell of the row. */
  add(cell: Cell): void;
  /** @throws Error where the row has more or fewer cells than there are columns. */
  endRow(): void;
  end(): Promise<void>;
}

export function openParquet(path: string, columns: readonly ParquetColumn[]): ParquetFile {
  const writer = new ParquetWriter({ writer: fileWriter(path), schema: schemaOf(columns) });
  const cells: readonly Cells[] = columns.map(newCells);
  let [column, rows] = [0, 0];
  const write = () => {
    const chunks = columns.map((one, i) => writeChunk(writer.writer, one, cells[i] as Cells, rows));
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.meta_data.total_uncompressed_size, 0n);
    writer.row_groups.push({ columns: chunks, total_byte_size: bytes, num_rows: BigInt(rows) });
    writer.num_rows += BigInt(rows);
    cells.forEach(clearCells);
    rows = 0;
  };
  return {
    add(cell) {
      const into = cells[column];
      if (into === undefined) throw new Error('a row has more cells than columns');
      into.codes[rows] = codeOf(into, cell);
      column += 1;
    },
    endRow() {
      if (column !== columns.length) throw new Error('a row has fewer cells than columns');
      column = 0;
      rows += 1;
      if (rows === GROUP) write();
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
