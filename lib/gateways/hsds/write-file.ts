import { strToU8, zipSync } from 'fflate';
import type { HsdsObject } from '#lib/domain/referrals/hsds/shape.ts';
import { type Field, TABLES } from '#lib/domain/referrals/hsds/tables.ts';
import { writeTables } from '#lib/domain/referrals/hsds/write-tables.ts';
import { writeCsv } from '#lib/gateways/datasets.ts';
import { sha256Hex } from '#lib/gateways/hashes.ts';

/** An id in the form of a UUID (RFC 9562, version 8) from a name: the same name always gives the same. */
export function uuidOfName(name: string): string {
  const hex = sha256Hex(`handrail hsds ${name}`);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** The directory as one JSON list of whole services (the published `service_package`). */
export function writeHsdsJson(services: readonly HsdsObject[]): string {
  return `${JSON.stringify(services, null, 2)}\n`;
}

/** Every file bears the same date, so that the same directory is the same file. */
const STAMP = '2000-01-02T00:00:00Z';

/** The directory as a tabular data package: `datapackage.json` and a CSV file for each table, in a zip. */
export function writeHsdsPackage(services: readonly HsdsObject[]): Uint8Array<ArrayBuffer> {
  const tables = writeTables(services, uuidOfName);
  const resources = tables.map(({ file, header }) => resourceOf(file, header));
  const about = {
    name: 'human_services_data',
    title: 'Human Services Data Specification',
    profile: 'tabular-data-package',
    version: '3.0.0',
    homepage: 'http://docs.openreferral.org',
    resources,
  };
  const files = {
    'datapackage.json': strToU8(`${JSON.stringify(about, null, 2)}\n`),
    ...Object.fromEntries(
      tables.map(({ file, header, rows }) => [file, strToU8(writeCsv(header, rows))]),
    ),
  };
  return zipSync(files, { mtime: STAMP }) as Uint8Array<ArrayBuffer>;
}

function resourceOf(path: string, header: readonly string[]) {
  const [name = path, table] =
    Object.entries(TABLES).find(([, { file }]) => file === path) ?? ([path, undefined] as const);
  const known = new Map(table?.fields.map((field) => [field.name, field]));
  const fields = header.map((column) => fieldOf(column, known.get(column)));
  const about = { format: 'csv', mediatype: 'text/csv', profile: 'tabular-data-resource' };
  return { name, path, ...about, schema: { primaryKey: 'id', fields } };
}

/** In the words of Frictionless Table Schema, as the published package has them. */
function fieldOf(name: string, field: Field | undefined) {
  const required = field !== undefined && field.required !== 'never';
  const kind = field?.kind ?? 'text';
  const constraints = typeof kind === 'string' ? { required } : { required, enum: kind };
  if (kind === 'uuid') return { name, type: 'string', format: 'uuid', constraints };
  const type = typeof kind !== 'string' || kind === 'text' ? 'string' : kind;
  return { name, type, constraints };
}
