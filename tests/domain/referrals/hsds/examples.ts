import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Reading } from '#lib/domain/referrals/hsds/fields.ts';
import { type ReadFile, readJson } from '#lib/domain/referrals/hsds/read-json.ts';
import { readTables, type Tables } from '#lib/domain/referrals/hsds/read-tables.ts';

const FOLDER = 'tests/domain/referrals/hsds/published';

export const published = (name: string): unknown =>
  JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));

/** Every published example that holds services. */
export const EXAMPLES = [
  'service-full',
  'service-list',
  'service-at-location-full',
  'service-at-location-list',
  'organization-full',
] as const;

export const how: Reading = {
  language: 'en',
  country: 'GB',
  unknown: { en: 'Ask them.', 'zh-hans': '要问。', 'zh-hant': '要查詢。' },
  uuidOf: (name) => {
    const hex = createHash('sha256').update(name).digest('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      'a123',
      hex.slice(20, 32),
    ].join('-');
  },
};

export function readExample(name: (typeof EXAMPLES)[number]): ReadFile {
  return wholly(readJson(`${name}.json`, published(name)));
}

export function publishedTables(): Map<string, { line: number; cells: Record<string, string> }[]> {
  const files = readdirSync(`${FOLDER}/csv`).map((file) => {
    const text = readFileSync(`${FOLDER}/csv/${file}`, 'utf8');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    return [file, rows.map((cells, n) => ({ line: n + 2, cells }))] as const;
  });
  return new Map(files);
}

export const readPackage = (tables: Tables = publishedTables()): ReadFile =>
  wholly(readTables(tables));

function wholly(read: ReturnType<typeof readJson>): ReadFile {
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
