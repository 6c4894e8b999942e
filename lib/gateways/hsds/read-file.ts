import { parse } from 'csv-parse/sync';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { FileProblem, Problem } from '#lib/domain/referrals/hsds/problems.ts';
import { type ReadFile, readJson } from '#lib/domain/referrals/hsds/read-json.ts';
import { type Row, readTables } from '#lib/domain/referrals/hsds/read-tables.ts';
import { TABLES } from '#lib/domain/referrals/hsds/tables.ts';
import { rearm } from '#lib/gateways/datasets.ts';
import { unpack } from './unpack.ts';

/** Of a file as it is sent. */
export const MOST_BYTES = 2 * 1024 * 1024;
const MOST_ROWS = 40_000;

const FILES: ReadonlySet<string> = new Set(Object.values(TABLES).map(({ file }) => file));

/** A directory as somebody sends it: JSON, or the tables of a package in one zip file. */
export function readHsdsFile(name: string, bytes: Uint8Array): Result<ReadFile, FileProblem> {
  if (bytes.length === 0) return err('empty');
  if (bytes.length > MOST_BYTES) return err('too_large');
  return isZip(bytes) ? readPackage(bytes) : readText(name, bytes);
}

/** The first four bytes of every zip file that holds something (PKWARE APPNOTE, 4.3.7). */
function isZip([p, k, three, four]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && three === 0x03 && four === 0x04;
}

function readText(name: string, bytes: Uint8Array): Result<ReadFile, FileProblem> {
  const text = decode(bytes);
  if (text === null) return err('not_readable');
  try {
    return readJson(name, JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return err('not_readable');
    throw error;
  }
}

/** UTF-8, with or without its mark; null where it is something else. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readPackage(bytes: Uint8Array): Result<ReadFile, FileProblem> {
  const files = unpack(bytes, (one) => FILES.has(one));
  if (!files.ok) return files;
  const tables = new Map<string, readonly Row[]>();
  const problems: Problem[] = [];
  let rows = 0;
  for (const [name, content] of files.value) {
    const text = decode(content);
    const table = text === null ? null : readTable(name, text);
    if (table === null) return err('not_readable');
    tables.set(name, table.rows);
    problems.push(...table.problems);
    rows += table.rows.length;
  }
  if (rows > MOST_ROWS) return err('too_many');
  return withProblems(readTables(tables), problems);
}

/** Rows of the wrong length shift every cell: nothing else that is said of the file helps before that. */
function withProblems(
  read: Result<ReadFile, FileProblem>,
  problems: readonly Problem[],
): Result<ReadFile, FileProblem> {
  if (!read.ok || problems.length === 0) return read;
  return ok({ services: [], problems: [...problems, ...read.value.problems], leftOut: 0 });
}

interface ReadTable {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readTable(file: string, text: string): ReadTable | null {
  let parsed: readonly Parsed[];
  try {
    parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: MOST_ROWS + 2,
    }) as unknown as readonly Parsed[];
  } catch {
    return null;
  }
  const [first, ...rest] = parsed;
  const header = (first?.record ?? []).map((name) => name.trim());
  const problems: Problem[] = [];
  const rows = rest.map(({ record, info }, n): Row => {
    // `lines` is where a row ends; one that spans several begins after the one before it.
    const line = (rest[n - 1] ?? first)?.info.lines ?? 0;
    const begins = Math.min(line + 1, info.lines);
    if (record.length !== header.length) {
      problems.push({ file, at: String(begins), field: '', code: 'cells' });
    }
    const cells = Object.fromEntries(header.map((name, i) => [name, rearm(record[i] ?? '')]));
    return { line: begins, cells };
  });
  return { rows, problems };
}
