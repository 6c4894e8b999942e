import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { openParquet, type ParquetColumn, type ParquetFile } from './parquet.ts';

export interface TableFiles {
  readonly rows: number;
  /** SHA-256 of the rows without the marks of the recipient: the same for everybody who asks the same. */
  readonly logical: string;
}

/** The recipient's mark: the last 4 of the 24 digits of a name, which is the first cell of every row. */
const NAME = 20;
const MARK = 4;
const LINE_END = 0x0a;
/** Codes, numbers and names; the comma between them and the header are of the same letters. */
const PLAIN = /^[A-Za-z0-9_.,-]*$/;
const FORMULA = /(?:^|,)[=+\-@]/;

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
  const out = createWriteStream(`${csv}.part`);
  try {
    const written = await copyRows(out, openParquet(`${parquet}.part`, columns), rows);
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
  rows: AsyncIterable<Buffer>,
): Promise<TableFiles> {
  const logical = createHash('sha256');
  let [lines, rest] = [0, Buffer.alloc(0)];
  for await (const chunk of rows) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(LINE_END) + 1;
    rest = Buffer.from(bytes.subarray(end));
    const whole = bytes.subarray(0, end);
    logical.update(withoutMarks(whole, lines === 0));
    lines += addRows(table, whole, lines === 0);
    if (!out.write(whole)) await once(out, 'drain');
    await table.flush();
  }
  if (rest.length > 0) throw new Error('the last line has no end');
  out.end();
  await finished(out);
  await table.end();
  return { rows: lines - 1, logical: logical.digest('hex') };
}

function withoutMarks(lines: Buffer, hasHeader: boolean): Buffer {
  const out = Buffer.allocUnsafe(lines.length);
  let [to, from] = [0, 0];
  if (hasHeader) {
    from = lines.indexOf(LINE_END) + 1;
    to += lines.copy(out, 0, 0, from);
  }
  while (from < lines.length) {
    const next = lines.indexOf(LINE_END, from) + 1;
    to += lines.copy(out, to, from, from + NAME);
    to += lines.copy(out, to, from + NAME + MARK, next);
    from = next;
  }
  return out.subarray(0, to);
}

/** Line by line: a part of a text keeps the whole of it in memory, and Parquet keeps some parts to the end. */
function addRows(table: ParquetFile, lines: Buffer, hasHeader: boolean): number {
  let count = 0;
  for (let from = 0; from < lines.length; count += 1) {
    const end = lines.indexOf(LINE_END, from);
    const line = lines.toString('latin1', from, end);
    if (!PLAIN.test(line) || FORMULA.test(line)) {
      throw new Error('a cell holds more than a code or a number');
    }
    if (!(hasHeader && count === 0)) table.add(line.split(','));
    from = end + 1;
  }
  return count;
}
