import { createHash } from 'node:crypto';
import { type FileHandle, open, rename } from 'node:fs/promises';
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
/** Bytes that are read before they are looked at, and as many that go to the disk meanwhile. */
const BLOCK = 256 * 1024;

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
  const out = await open(`${csv}.part`, 'w');
  try {
    const table = openParquet(`${parquet}.part`, columns);
    const header = columns.map((column) => column.name).join(',');
    const written = await copyRows(out, table, rows, header);
    await rename(`${csv}.part`, csv);
    await rename(`${parquet}.part`, parquet);
    return written;
  } finally {
    await out.close();
  }
}

async function copyRows(
  out: FileHandle,
  table: ParquetFile,
  chunks: AsyncIterable<Buffer>,
  header: string,
): Promise<TableFiles> {
  const logical = createHash('sha256');
  const room = Buffer.allocUnsafeSlow(BLOCK);
  // As many as there are bytes are enough for any rows.
  const starts = new Uint32Array(BLOCK);
  let [rows, isFirst, written] = [0, true, Promise.resolve()];
  for await (const lines of wholeLines(chunks)) {
    const from = isFirst ? afterHeader(lines, header) : 0;
    isFirst = false;
    const count = table.add(lines, from, starts);
    rows += count;
    logical.update(withoutMarks(lines, starts.subarray(0, count), room));
    await written;
    written = out.appendFile(lines);
    // Thrown where it is waited for.
    written.catch(() => undefined);
  }
  await written;
  await table.end();
  return { rows, logical: logical.digest('hex') };
}

/** In two blocks by turns, so that the one before may still be used: new ones for each would fill the memory. */
async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [block, other] = [Buffer.allocUnsafeSlow(BLOCK), Buffer.allocUnsafeSlow(BLOCK)];
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.copy(block, filled, at);
      at += taken;
      filled += taken;
      if (filled < BLOCK) continue;
      const end = block.lastIndexOf(LINE_END) + 1;
      if (end === 0) throw new Error('a line has no end');
      yield block.subarray(0, end);
      filled = block.copy(other, 0, end);
      [block, other] = [other, block];
    }
  }
  if (filled > 0 && block[filled - 1] !== LINE_END) throw new Error('the last line has no end');
  if (filled > 0) yield block.subarray(0, filled);
}

function afterHeader(lines: Buffer, header: string): number {
  const end = lines.indexOf(LINE_END);
  if (lines.toString('latin1', 0, end) !== header) throw new Error('other columns than asked for');
  return end + 1;
}

/** The lines without the marks of the rows that begin there. */
function withoutMarks(lines: Buffer, starts: Uint32Array, room: Buffer): Buffer {
  lines.copy(room);
  let to = Math.min((starts[0] ?? lines.length) + NAME, lines.length);
  for (let i = 0; i < starts.length; i += 1) {
    const [from, end] = [(starts[i] ?? 0) + NAME + MARK, (starts[i + 1] ?? lines.length) + NAME];
    room.copyWithin(to, from, Math.min(end, lines.length));
    to += Math.min(end, lines.length) - from;
  }
  return room.subarray(0, to);
}
