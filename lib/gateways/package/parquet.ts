import { fileWriter, ParquetWriter } from 'hyparquet-writer';

export interface ParquetColumn {
  readonly name: string;
  readonly type: 'string' | 'integer';
  /** Reasons for a missing value: an integer column has none of them, and is null there. */
  readonly missing: readonly string[];
}

/** Rows of one group: few enough for a flat memory, many enough for dictionaries to pay. */
const GROUP = 5_000;

/** A Parquet file of the same rows as a CSV file, written group by group. */
export interface ParquetFile {
  add(cells: readonly string[]): void;
  /** To be awaited after each chunk: writes the groups that are full. */
  flush(): Promise<void>;
  end(): Promise<void>;
}

export function openParquet(path: string, columns: readonly ParquetColumn[]): ParquetFile {
  const writer = new ParquetWriter({ writer: fileWriter(path), schema: schemaOf(columns) });
  const missing = columns.map((column) => new Set(column.missing));
  let groups: (string | number | null)[][] = columns.map(() => []);
  const write = async () => {
    const columnData = columns.map(({ name }, i) => ({
      name,
      data: groups[i] ?? [],
      offsetIndex: false,
    }));
    groups = columns.map(() => []);
    await writer.write({ columnData, rowGroupSize: GROUP });
  };
  const held = () => groups[0]?.length ?? 0;
  return {
    add(cells) {
      columns.forEach(({ type }, i) => {
        const cell = cells[i] ?? '';
        if (type === 'string') groups[i]?.push(cell);
        else groups[i]?.push(missing[i]?.has(cell) ? null : Number(cell));
      });
    },
    async flush() {
      if (held() >= GROUP) await write();
    },
    async end() {
      if (held() > 0) await write();
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
