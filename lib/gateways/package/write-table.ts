import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Cell } from './cells.ts';
import { openParquet, type ParquetFile } from './parquet.ts';
import type { ParquetColumn } from './parquet-chunk.ts';

export interface TableFiles {
  readonly rows: number;
  /** SHA-256 of the rows without the marks of the recipient: the same for everybody who asks the same. */
  readonly logical: string;
}

/** The recipient's mark: the last 4 of the 24 digits of a name, which is the first cell of every row. */
const NAME = 20;
const MARK = 4;
/** Bytes that may wait for the disk while the next rows are read. */
const AHEAD = 1024 * 1024;
const LINE_END = 0x0a;
const [COMMA, HYPHEN] = [0x2c, 0x2d];
/** 1 for each byte of a code, a number or a name. Where a hyphen comes first, a spreadsheet sees a formula. */
const PLAIN = new Uint8Array(256);
for (const byte of Buffer.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-',
)) {
  PLAIN[byte] = 1;
}

/**
 * One table from a CSV stream to `<name>.csv` and `<name>.parquet` in one pass, a chunk at a time. The files
 * get their names once they are whole.
 * @throws Error where a cell holds anything but codes and numbers.
 */
export async function writeTable(
  folder: string,
  name: string,
  columns: readonly ParquetColumn[],
  rows: AsyncIterable<Buffer>,
): Promise<TableFiles> {
  const [csv, parquet] = [`${folder}/${name}.csv`, `${folder}/${name}.parquet`];
  const out = createWriteStream(`${csv}.part`, { highWaterMark: AHEAD });
  try {
    const table = openParquet(`${parquet}.part`, columns);
    const header = columns.map((column) => column.name).join(',');
    const written = await copyRows(out, table, rows, header);
    await rename(`${csv}.part`, csv);
    await rename(`${parquet}.part`, parquet);
    return written;
  } finally {
    out.destroy();
    // Nothing of a table that was broken off comes later.
    if (!out.closed) await once(out, 'close');
  }
}

async function copyRows(
  out: WriteStream,
  table: ParquetFile,
  chunks: AsyncIterable<Buffer>,
  header: string,
): Promise<TableFiles> {
  const logical = createHash('sha256');
  let [rows, isFirst] = [0, true];
  for await (const lines of wholeLines(chunks)) {
    const from = isFirst ? afterHeader(lines, header) : 0;
    isFirst = false;
    rows += addRows(table, lines, from);
    logical.update(withoutMarks(lines, from));
    if (!out.write(lines)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  await table.end();
  return { rows, logical: logical.digest('hex') };
}

async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(LINE_END) + 1;
    rest = bytes.subarray(end);
    if (end > 0) yield bytes.subarray(0, end);
  }
  if (rest.length > 0) throw new Error('the last line has no end');
}

function afterHeader(lines: Buffer, header: string): number {
  const end = lines.indexOf(LINE_END);
  if (lines.toString('latin1', 0, end) !== header) throw new Error('other columns than asked for');
  return end + 1;
}

/** The header as it is; of all that follows, what lies between the marks of two rows is copied at once. */
function withoutMarks(lines: Buffer, rowsFrom: number): Buffer {
  const out = Buffer.allocUnsafe(lines.length);
  let [to, kept] = [0, 0];
  for (let row = rowsFrom; row < lines.length; row = lines.indexOf(LINE_END, kept) + 1) {
    to += lines.copy(out, to, kept, row + NAME);
    kept = row + NAME + MARK;
  }
  to += lines.copy(out, to, kept);
  return out.subarray(0, to);
}

/** Byte by byte: a string for each cell costs more than all the rest. */
function addRows(table: ParquetFile, bytes: Buffer, rowsFrom: number): number {
  let count = 0;
  const cell = { bytes, from: rowsFrom, to: rowsFrom, hash: 0 };
  for (; cell.from < bytes.length; cell.from = cell.to + 1) {
    readCell(cell);
    const after = bytes[cell.to];
    if ((after !== COMMA && after !== LINE_END) || bytes[cell.from] === HYPHEN) {
      throw new Error('a cell holds more than a code or a number');
    }
    table.add(cell);
    if (after === LINE_END) {
      table.endRow();
      count += 1;
    }
  }
  return count;
}

/** Finds where a cell ends. The hash is FNV-1a of 32 bits (Fowler, Noll & Vo, RFC 9923). */
function readCell(cell: Cell): void {
  const { bytes } = cell;
  let [to, hash] = [cell.from, 0x811c9dc5];
  for (let byte = bytes[to] ?? 0; PLAIN[byte] === 1; byte = bytes[to] ?? 0) {
    hash = Math.imul(hash ^ byte, 0x01000193);
    to += 1;
  }
  cell.to = to;
  cell.hash = hash;
}
