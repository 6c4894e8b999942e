import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import { PACKAGE_FILES } from './column.ts';
import { cellCodes, cellMissing, cellType, columnsOf } from './columns.ts';
import type { Contents, Labels } from './contents.ts';

const list = (parts: readonly string[]) => parts.join(' | ');

export const CODEBOOK_HEADER = [
  'file',
  'rows',
  'position',
  'name',
  ...LOCALES.map((locale) => `label_${LANG[locale]}`),
  'type',
  'unit',
  'minimum',
  'maximum',
  'codes',
  ...LOCALES.map((locale) => `labels_${LANG[locale]}`),
  'ordered',
  'missing',
  'missing_labels',
  'universe',
  'step',
  'derivation',
  'layer',
  'consent_scope',
  'disclosure',
  'since',
];

/** One row for each column of each file, as it stands in this very package; without one, as fine as it gets. */
export function codebookRows(
  { shape, tables }: Pick<Contents, 'shape'> & Partial<Pick<Contents, 'tables'>>,
  labels: Labels,
): readonly (readonly (string | number)[])[] {
  return PACKAGE_FILES.flatMap((file) =>
    columnsOf(file, shape).map((column, place) => {
      const codes = cellCodes(column, shape) ?? [];
      const missing = cellMissing(column, shape);
      const range = cellType(column, shape) === 'integer' ? column.range : null;
      return [
        `${file}.csv`,
        tables?.[file].rows ?? '',
        place + 1,
        column.name,
        ...LOCALES.map((locale) => labels.column(column.name, locale)),
        cellType(column, shape),
        column.unit ?? '',
        range?.[0] ?? '',
        range?.[1] ?? '',
        list(codes),
        ...LOCALES.map((l) => list(codes.map((code) => labels.code(column.codeTexts, code, l)))),
        column.ordered ? 'yes' : 'no',
        list(missing),
        list(missing.map((reason) => labels.missing(reason, 'en'))),
        column.universe,
        column.step,
        column.derivation,
        column.layer,
        column.scope,
        column.disclosure,
        column.since,
      ];
    }),
  );
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same as a page without scripts. */
export function codebookHtml(study: string, rows: ReturnType<typeof codebookRows>): string {
  const cell = (tag: 'th' | 'td') => (value: string | number) =>
    `<${tag}>${escapeHtml(String(value))}</${tag}>`;
  const line = (tag: 'th' | 'td', cells: readonly (string | number)[]) =>
    `<tr>${cells.map(cell(tag)).join('')}</tr>\n`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Codebook: ${escapeHtml(study)}</title>
<style>body{font-family:sans-serif}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em;text-align:left;vertical-align:top}</style>
</head><body><h1>Codebook: ${escapeHtml(study)}</h1>
<table><thead>${line('th', CODEBOOK_HEADER)}</thead><tbody>
${rows.map((row) => line('td', row)).join('')}</tbody></table></body></html>
`;
}
