import { stringify } from 'csv-stringify/sync';

type Cells = readonly (string | number | null)[];

/** Rows are written in batches: few enough to stay small, many enough to cost little each. */
const BATCH = 500;

/**
 * A CSV file (RFC 4180, UTF-8 without a mark, lines ended by LF) piece by piece, as fast as it is read.
 * Numbers stay numbers; no text can begin a formula.
 */
export async function* csvChunks(
  header: readonly string[],
  rows: Iterable<Cells> | AsyncIterable<Cells>,
): AsyncGenerator<string> {
  let batch: Cells[] = [header];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield writeRows(batch);
    batch = [];
  }
  if (batch.length > 0) yield writeRows(batch);
}

/** The same as the body of an answer; a reader who leaves ends the reading of rows too. */
export function csvStream(
  header: readonly string[],
  rows: Iterable<Cells> | AsyncIterable<Cells>,
): ReadableStream<Uint8Array> {
  const chunks = csvChunks(header, rows);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

/** A whole CSV file at once, for tables that are held in memory anyway. */
export function writeCsv(header: readonly string[], rows: readonly Cells[]): string {
  return writeRows([header, ...rows]);
}

/** The text that `disarm` made harmless, as it was. */
export function rearm(cell: string): string {
  return cell.startsWith("'") && disarm(cell.slice(1)) === cell ? cell.slice(1) : cell;
}

function writeRows(rows: readonly Cells[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? disarm(cell) : cell))),
    // A bare CR ends a line for some readers, and csv-stringify quotes only what ends its own.
    { record_delimiter: '\n', quoted_match: /\r/ },
  );
}

/**
 * What a spreadsheet may take for the start of a formula: = + - @ in any width, also after spaces, marks
 * and control characters that it may drop, and those control characters alone (OWASP ASVS 5.0, 1.2.10).
 */
const FORMULA =
  /^(?:[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@\u2212＝＋－＠﹦﹢﹣﹫]|[\t\r\n\0])/u;

/** A number to call abroad: a sum of digits at worst, and a directory is of no use with a mark before it. */
const PHONE = /^\+\d[\d ()./-]{3,30}$/;

/** Text that a spreadsheet shows instead of running it, whichever form of a sign it takes for the plain one. */
function disarm(text: string): string {
  if (PHONE.test(text)) return text;
  // One that has the mark already gets another, so that taking one away gives what it was.
  const bare = text.replace(/^'+/, '');
  return FORMULA.test(bare) || FORMULA.test(bare.normalize('NFKC')) ? `'${text}` : text;
}
