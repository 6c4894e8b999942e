import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import { type Column, PACKAGE_FILES, type PackageFile, SCHEMA_VERSION } from './column.ts';
import { cellCodes, cellMissing, cellType, columnsOf, type Shape } from './columns.ts';
import type { Contents, Labels } from './contents.ts';

/** Data Package v2 (datapackage.org): types, categories and missing values with their labels. */
export function datapackageOf(contents: Contents, labels: Labels) {
  const { study, snapshotId, shape, cutoff, synthetic } = contents;
  const name = synthetic ? `${study}-synthetic` : study;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    id: snapshotId,
    version: SCHEMA_VERSION,
    ...(synthetic ? { synthetic } : {}),
    title: `${name}, ${shape.tier} tier, cutoff ${cutoff}`,
    description: 'See README.md. Cite the study, the snapshot id and the version.',
    resources: PACKAGE_FILES.map((file) => resourceOf(file, contents, labels)),
  };
}

function resourceOf(file: PackageFile, { shape, tables }: Contents, labels: Labels) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: file,
    type: 'table',
    path: `${file}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    rowCount: tables[file].rows,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: columnsOf(file, shape).map((column) => fieldOf(column, shape, labels)),
      ...keysOf(file),
    },
  };
}

/** Assignments have names of their own, and are joined with nothing. */
function keysOf(file: PackageFile) {
  if (file === 'assignments') return { primaryKey: ['assignment'] };
  if (file === 'pathways') return { primaryKey: ['person'] };
  const people = { resource: 'pathways', fields: ['person'] };
  return {
    primaryKey: ['person', 'seq'],
    foreignKeys: [{ fields: ['person'], reference: people }],
  };
}

function fieldOf(column: Column, shape: Shape, labels: Labels) {
  const { name, unit, universe, derivation, step, layer, scope, disclosure, since } = column;
  const codes = cellCodes(column, shape);
  const missing = cellMissing(column, shape);
  const inAll = (say: (locale: (typeof LOCALES)[number]) => string) =>
    Object.fromEntries(LOCALES.map((locale) => [LANG[locale], say(locale)]));
  return {
    name,
    type: cellType(column, shape),
    title: labels.column(name, 'en'),
    description: `${derivation}. Who: ${universe}. Step: ${step}.`,
    ...(codes === null || codes.length === 0
      ? {}
      : {
          categories: codes.map((value) => ({
            value,
            label: labels.code(column.codeTexts, value, 'en'),
          })),
          categoriesOrdered: column.ordered,
        }),
    constraints: {
      ...(cellType(column, shape) === 'integer' && column.range
        ? { minimum: column.range[0], maximum: column.range[1] }
        : {}),
      required: missing.length === 0,
    },
    missingValues: missing.map((value) => ({ value, label: labels.missing(value, 'en') })),
    ...(unit === null ? {} : { unit }),
    labels: inAll((locale) => labels.column(name, locale)),
    codeLabels: inAllCodes(codes ?? [], (code, locale) =>
      labels.code(column.codeTexts, code, locale),
    ),
    layer,
    consentScope: scope,
    disclosureClass: disclosure,
    since,
  };
}

function inAllCodes(
  codes: readonly string[],
  say: (code: string, locale: (typeof LOCALES)[number]) => string,
) {
  return Object.fromEntries(
    LOCALES.map((locale) => [
      LANG[locale],
      Object.fromEntries(codes.map((code) => [code, say(code, locale)])),
    ]),
  );
}
