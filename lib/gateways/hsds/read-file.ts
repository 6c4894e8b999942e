import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { FileProblem } from '#lib/domain/referrals/hsds/problems.ts';
import { type ReadFile, readJson } from '#lib/domain/referrals/hsds/read-json.ts';
import { readTables } from '#lib/domain/referrals/hsds/read-tables.ts';
import { TABLES } from '#lib/domain/referrals/hsds/tables.ts';
import { TableReader } from './read-table.ts';
import { unpack } from './unpack.ts';

/** Of a file as it is sent. */
export const MOST_BYTES = 2 * 1024 * 1024;

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
  const reader = new TableReader();
  for (const [name, content] of files.value) {
    const text = decode(content);
    const done = text === null ? 'not_readable' : reader.read(name, text);
    if (typeof done === 'string') return err(done);
    if (!done) break;
  }
  // Rows of the wrong length shift every cell: nothing else that is said of the file helps before that.
  const { tables, problems } = reader;
  return problems.length > 0 ? ok({ services: [], problems, leftOut: 0 }) : readTables(tables);
}
