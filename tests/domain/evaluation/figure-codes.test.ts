import { expect, it } from 'vitest';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { columnFiles, groupCodes, stageCodes } from '#lib/domain/evaluation/figure-codes.ts';
import { translate } from '#lib/i18n/translate.ts';

/** The keys of every code and column that a file of figures can hold. */
const keys = () => [
  ...[...columnFiles().keys()].map((name) => `export.figures.columns.${name}`),
  ...groupCodes().map((code) => `research.figures.groups.${code}`),
  ...stageCodes().flatMap(([figure, codes]) =>
    codes
      .filter((code) => !/^gap_/.test(code))
      .map((code) =>
        figure === 'funnel'
          ? `research.funnel.stages.${code}`
          : `research.figures.${figure}.stages.${code.replace(/_\d+$/, '')}`,
      ),
  ),
];

it.each(LOCALES)('every column and code of the files of figures has its words in %s', (locale) => {
  const t = translate(locale);
  expect(keys().filter((key) => !t.has(key as 'research.title'))).toEqual([]);
  expect(keys().length).toBeGreaterThan(100);
});

it('a column stands in each file that has it', () => {
  const files = columnFiles();
  expect(files.get('net_share')).toEqual(['time']);
  expect(files.get('count')).toEqual(['gap', 'harm', 'limits', 'funnel']);
  expect(files.get('counted_on')).toEqual(['gap', 'harm', 'limits', 'funnel', 'time']);
});
