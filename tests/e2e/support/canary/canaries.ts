// Values that occur nowhere else, every form they could be kept in, and the search for them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withOwner } from '../durable/own-server.ts';

/** Name → value, e.g. `userAgent` → `agent-5f0c…`. */
export type Canaries = Readonly<Record<string, string>>;

interface Needle {
  readonly canary: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** As typed, in an address, in JSON, in hex and base64 at every offset, and hashed. */
export function needlesOf(canaries: Canaries): readonly Needle[] {
  return Object.entries(canaries).flatMap(([canary, value]) => {
    // Several forms of one value may look alike; the first name is enough.
    const forms = new Map([...textForms(value)].reverse().map(([form, text]) => [text, form]));
    return [...forms].map(([text, form]) => ({ canary, form, bytes: Buffer.from(text) }));
  });
}

function textForms(value: string): readonly (readonly [form: string, text: string])[] {
  const bytes = Buffer.from(value);
  const hash = createHash('sha256').update(bytes).digest();
  return [
    ['raw', value],
    ['url', encodeURIComponent(value)],
    ['form', new URLSearchParams({ '': value }).toString().slice(1)],
    ['json', JSON.stringify(value).slice(1, -1)],
    ['hex', bytes.toString('hex')],
    ['hex', bytes.toString('hex').toUpperCase()],
    ...[0, 1, 2].flatMap((offset) => {
      const text = base64At(bytes, offset);
      const url = text.replaceAll('+', '-').replaceAll('/', '_');
      return [['base64', text] as const, ['base64url', url] as const];
    }),
    ['sha256 hex', hash.toString('hex')],
    ['sha256 hex', hash.toString('hex').toUpperCase()],
    ['sha256 base64', hash.toString('base64').slice(0, 42)],
    ['sha256 base64url', hash.toString('base64url').slice(0, 42)],
  ];
}

/** The characters that depend on these bytes alone, where other bytes stand before and after them. */
function base64At(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

/** Which canaries a text or a file holds, as `name form`. */
export function findIn(haystack: string | Buffer, needles: readonly Needle[]): readonly string[] {
  const bytes = typeof haystack === 'string' ? Buffer.from(haystack) : haystack;
  return needles
    .filter((needle) => bytes.includes(needle.bytes))
    .map(({ canary, form }) => `${canary} ${form}`);
}

/** Every column of every table outside the system's own schemas, and what the server shows of queries. */
export function searchTables(url: string, needles: readonly Needle[]): Promise<readonly string[]> {
  return withOwner(url, async (db) => {
    const { rows: tables } = await db.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
         AND table_type = 'BASE TABLE'`,
    );
    const found = new Set<string>();
    for (const name of [...tables.map((t) => t.name), 'pg_stat_activity']) {
      const { rows } = await db.query(`SELECT to_jsonb(t) AS row FROM ${name} t`);
      const columns = Map.groupBy(
        rows.flatMap(({ row }) => Object.entries(row)),
        ([column]) => column,
      );
      for (const [column, cells] of columns) {
        const text = cells.map(([, cell]) => JSON.stringify(cell)).join('\n');
        for (const hit of findIn(text, needles)) found.add(`${name}.${column}: ${hit}`);
      }
    }
    return [...found].sort();
  });
}

/** Every file under a folder that changed since a moment, byte by byte. */
export function searchFiles(
  folder: string,
  needles: readonly Needle[],
  since = 0,
): { readonly files: number; readonly found: readonly string[] } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1) >= since);
  const found = files.flatMap((file) =>
    findIn(readFileSync(file), needles).map((hit) => `${file.slice(folder.length + 1)}: ${hit}`),
  );
  return { files: files.length, found };
}
