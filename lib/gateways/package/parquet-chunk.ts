// One column of one group of rows, from cells that are numbered already: a page of the different values, and a page of
// their numbers (Apache Parquet format 2.10, "Encodings", https://parquet.apache.org/docs/file-format/data-pages/encodings/).
import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { Cells } from './cells.ts';

type Writer = ParquetWriter['writer'];

export interface ParquetColumn {
  readonly name: string;
  readonly type: 'string' | 'integer';
  /** Reasons for a missing value: an integer column has none of them, and is null there. */
  readonly missing: readonly string[];
}

const NULL = -1;

interface Values {
  /** The number of each cell's value in the page of values, or NULL. */
  readonly numbers: Int32Array;
  readonly count: number;
  readonly page: Uint8Array;
}

/** PLAIN: whole numbers in 4 bytes, texts with their length before them. */
function valuesOf({ type, missing }: ParquetColumn, cells: Cells): Values {
  const page = new ByteWriter((cells.bounds[cells.count] ?? 0) + 4 * cells.count);
  const numbers = new Int32Array(cells.count);
  let count = 0;
  for (let code = 0; code < cells.count; code += 1) {
    const cell = cells.text.subarray(cells.bounds[code], cells.bounds[code + 1]);
    const text = type === 'integer' ? cell.toString('latin1') : '';
    const isNull = type === 'integer' && missing.includes(text);
    numbers[code] = isNull ? NULL : count++;
    if (isNull) continue;
    if (type === 'integer') page.appendInt32(numberOf(text));
    else {
      page.appendUint32(cell.length);
      page.appendBytes(cell);
    }
  }
  return { numbers, count, page: page.getBytes() };
}

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error('a column of numbers holds something else');
  return Number(text);
}

/** One run of numbers, each in so many bits, in groups of eight. */
function packed(numbers: Uint16Array, count: number, width: number): Uint8Array {
  const groups = Math.ceil(count / 8);
  const run = new ByteWriter(5 + groups * width);
  run.appendVarInt((groups << 1) | 1);
  const bytes = new Uint8Array(run.buffer);
  let [held, bits, at] = [0, 0, run.index];
  for (let i = 0; i < count; i += 1) {
    held |= (numbers[i] ?? 0) << bits;
    for (bits += width; bits >= 8; bits -= 8) {
      bytes[at] = held & 0xff;
      at += 1;
      held >>>= 8;
    }
  }
  if (bits > 0) bytes[at] = held;
  return bytes.subarray(0, run.index + groups * width);
}

/** One run of the same number, of no bits or of one. */
function repeated(count: number, number?: 1): Uint8Array {
  const run = new ByteWriter(6);
  run.appendVarInt(count << 1);
  if (number !== undefined) run.appendUint8(number);
  return run.getBytes();
}

/** Of each row whether it has a value (1 bit), and the numbers of those that have one. */
function pagesOf(cells: Cells, { numbers, count }: Values, rows: number) {
  const { has, kept, present } =
    count === cells.count
      ? { has: null, kept: cells.codes, present: rows }
      : withoutNulls(cells.codes, numbers, rows);
  const width = count > 1 ? 32 - Math.clz32(count - 1) : 0;
  const run = width === 0 ? repeated(present) : packed(kept, present, width);
  const body = Buffer.concat([Uint8Array.of(width), run]);
  return { levels: has === null ? repeated(rows, 1) : packed(has, rows, 1), body, present };
}

function withoutNulls(codes: Uint16Array, numbers: Int32Array, rows: number) {
  const [has, kept] = [new Uint16Array(rows), new Uint16Array(rows)];
  let present = 0;
  for (let row = 0; row < rows; row += 1) {
    const number = numbers[codes[row] ?? 0] ?? NULL;
    if (number === NULL) continue;
    has[row] = 1;
    kept[present] = number;
    present += 1;
  }
  return { has, kept, present };
}

export function writeChunk(writer: Writer, column: ParquetColumn, cells: Cells, rows: number) {
  const from = writer.offset;
  const values = valuesOf(column, cells);
  const packedValues = snappyCompress(values.page);
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: values.page.length,
    compressed_page_size: packedValues.length,
    dictionary_page_header: { num_values: values.count, encoding: 'PLAIN' },
  });
  writer.appendBytes(packedValues);

  const dataFrom = writer.offset;
  const { levels, body, present } = pagesOf(cells, values, rows);
  const packedBody = snappyCompress(body);
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.length + body.length,
    compressed_page_size: levels.length + packedBody.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: rows - present,
      num_rows: rows,
      encoding: 'RLE_DICTIONARY',
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  writer.appendBytes(levels);
  writer.appendBytes(packedBody);

  const size = BigInt(writer.offset - from);
  const saved = values.page.length - packedValues.length + body.length - packedBody.length;
  return {
    file_offset: BigInt(from),
    meta_data: {
      type: column.type === 'string' ? ('BYTE_ARRAY' as const) : ('INT32' as const),
      encodings: ['PLAIN' as const, 'RLE' as const, 'RLE_DICTIONARY' as const],
      path_in_schema: [column.name],
      codec: 'SNAPPY' as const,
      num_values: BigInt(rows),
      total_compressed_size: size,
      total_uncompressed_size: size + BigInt(saved),
      data_page_offset: BigInt(dataFrom),
      dictionary_page_offset: BigInt(from),
    },
  };
}
