import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { LINE_END } from './cells.ts';
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
  let [rows, isFirst, room] = [0, true, Buffer.alloc(0)];
  for await (const lines of wholeLines(chunks)) {
    const from = isFirst ? afterHeader(lines, header) : 0;
    isFirst = false;
    rows += table.add(lines, from);
    if (room.length < lines.length) room = Buffer.alloc(2 * lines.length);
    logical.update(withoutMarks(lines, from, room));
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
function withoutMarks(lines: Buffer, rowsFrom: number, room: Buffer): Buffer {
  let [to, kept] = [0, 0];
  for (let row = rowsFrom; row < lines.length; row = lines.indexOf(LINE_END, kept) + 1) {
    to += lines.copy(room, to, kept, row + NAME);
    kept = row + NAME + MARK;
  }
  to += lines.copy(room, to, kept);
  return room.subarray(0, to);
}
