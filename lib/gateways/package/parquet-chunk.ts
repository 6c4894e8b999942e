// One column of one group of rows, from cells that are numbered already: a page of the different values, and a page of
// their numbers (Apache Parquet format 2.10, "Encodings", https://parquet.apache.org/docs/file-format/data-pages/encodings/).
import { ByteWriter, type ParquetWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import { type Cells, GROUP } from './cells.ts';

type Writer = ParquetWriter['writer'];

export interface ParquetColumn {
  readonly name: string;
  readonly type: 'string' | 'integer';
  /** Reasons for a missing value: an integer column has none of them, and is null there. */
  readonly missing: readonly string[];
}

const NULL = -1;

/** Used again for every column: new ones fill the memory faster than it is cleared. */
const PAGE = new ByteWriter();
const LEVELS = new ByteWriter();
const BODY = new ByteWriter();
const [HAS, KEPT] = [new Uint16Array(GROUP), new Uint16Array(GROUP)];

function emptied(writer: ByteWriter): ByteWriter {
  writer.index = 0;
  writer.offset = 0;
  return writer;
}

interface Values {
  /** The number of each cell's value in the page of values, or NULL. */
  readonly numbers: Int32Array;
  readonly count: number;
  readonly page: Uint8Array;
}

/** PLAIN: whole numbers in 4 bytes, texts with their length before them. */
function valuesOf({ type, missing }: ParquetColumn, cells: Cells): Values {
  const page = emptied(PAGE);
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
function appendPacked(
  to: ByteWriter,
  numbers: Uint16Array,
  { count, width }: { readonly count: number; readonly width: number },
): void {
  const groups = Math.ceil(count / 8);
  to.appendVarInt((groups << 1) | 1);
  to.ensure(groups * width);
  const bytes = new Uint8Array(to.buffer, to.index, groups * width);
  let [held, bits, at] = [0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    held |= (numbers[i] ?? 0) << bits;
    bits += width;
    // A number has 15 bits at most (GROUP), so that 32 are enough for what is held.
    if (bits < 16) continue;
    bytes[at] = held & 0xff;
    bytes[at + 1] = (held >>> 8) & 0xff;
    at += 2;
    held >>>= 16;
    bits -= 16;
  }
  for (; bits > 0; bits -= 8) {
    bytes[at] = held & 0xff;
    at += 1;
    held >>>= 8;
  }
  bytes.fill(0, at);
  to.index += bytes.length;
  to.offset += bytes.length;
}

/** Of each row whether it has a value (1 bit), and the numbers of those that have one. */
function pagesOf(cells: Cells, { numbers, count }: Values, rows: number) {
  const isWhole = count === cells.count;
  const present = isWhole ? rows : leaveNulls(cells.codes, numbers, rows);
  const [levels, body] = [emptied(LEVELS), emptied(BODY)];
  if (isWhole) {
    levels.appendVarInt(rows << 1);
    levels.appendUint8(1);
  } else appendPacked(levels, HAS, { count: rows, width: 1 });
  const width = count > 1 ? 32 - Math.clz32(count - 1) : 0;
  body.appendUint8(width);
  if (width === 0) body.appendVarInt(present << 1);
  else appendPacked(body, isWhole ? cells.codes : KEPT, { count: present, width });
  return { levels: levels.getBytes(), body: body.getBytes(), present };
}

/** Fills HAS and KEPT; how many rows have a value. */
function leaveNulls(codes: Uint16Array, numbers: Int32Array, rows: number): number {
  let present = 0;
  for (let row = 0; row < rows; row += 1) {
    const number = numbers[codes[row] ?? 0] ?? NULL;
    HAS[row] = number === NULL ? 0 : 1;
    if (number === NULL) continue;
    KEPT[present] = number;
    present += 1;
  }
  return present;
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
  const packed = snappyCompress(body);
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.length + body.length,
    compressed_page_size: levels.length + packed.length,
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
  writer.appendBytes(packed);

  const size = BigInt(writer.offset - from);
  const saved = values.page.length - packedValues.length + body.length - packed.length;
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
