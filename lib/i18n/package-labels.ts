import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Column } from '#lib/domain/evaluation/package/column.ts';
import type { Labels } from '#lib/domain/evaluation/package/contents.ts';
import { type Translate, translate } from './translate.ts';

/** Codes of ranges, as `rangeCodes` makes them. */
const RANGE = /^(\d+)_to_(\d+)$/;
const OR_MORE = /^(\d+)_or_more$/;

/** The words of the pages for every name and code; a test counts that each has some. */
export const PACKAGE_LABELS: Labels = {
  column: (name, locale) => say(locale, `export.fields.${name}`),
  code(texts, code, locale) {
    const [, from, to] = RANGE.exec(code) ?? [];
    if (from && to) return say(locale, 'export.codes.range.between', { from, to });
    const [, least] = OR_MORE.exec(code) ?? [];
    if (least) return say(locale, 'export.codes.range.orMore', { from: least });
    if (/^\d+$/.test(code)) return code;
    if (code === 'other') return say(locale, 'export.codes.rest');
    const set = code === 'yes' ? 'yes_no' : texts;
    return set === 'instrument'
      ? code.toUpperCase()
      : say(locale, `export.codes.${set}.${code.replaceAll('.', '_')}`);
  },
  missing: (reason, locale) => say(locale, `export.codes.missing.${reason}`),
};

/** How a column is made; in English a test holds it to the words of the codebook. */
export const madeOf = ({ file, name }: Column, locale: Locale): string =>
  say(
    locale,
    `export.made.${file === 'pathways' || file === 'assignments' ? file : 'steps'}.${name}`,
  );

// Names and codes are data here, so the type of the key cannot be known.
function say(locale: Locale, key: string, values?: Readonly<Record<string, string>>): string {
  const t = translate(locale) as (key: string, values?: Readonly<Record<string, string>>) => string;
  return t(key as Parameters<Translate>[0], values);
}
