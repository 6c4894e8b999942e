import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import { phq9 } from '#lib/domain/screening/phq9.ts';
import manifest from '#lib/i18n/instruments/manifest.json' with { type: 'json' };
import { phq9Wording } from '#lib/i18n/instruments.ts';

const folder = new URL('../../../lib/i18n/instruments/', import.meta.url);
const shippedAs = z.strictObject({
  schema: z.literal(1),
  instrument: z.literal('phq-9'),
  version: z.literal(phq9.version),
  lang: z.string(),
  stem: z.string(),
  items: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  options: z.array(z.strictObject({ value: z.number(), label: z.string() })),
  functionalItem: z.json().nullable(),
  name: z.string().min(1),
  status: z.enum(['verified', 'verified-consensus']),
  confidence: z.enum(['high', 'medium-high']),
  humanReview: z.string().min(1),
  attribution: z.literal(phq9.licence.attribution),
  licence: z.literal(phq9.licence.statement),
  note: z.string().optional(),
  sources: z.array(z.record(z.string(), z.string())).min(1),
});
const read = (file: string) =>
  shippedAs.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

describe('the wording of the instrument is the published one, letter by letter', () => {
  test.each(manifest.files)(
    '$file has the hash that its manifest names',
    ({ file, lang, sha256 }) => {
      const shipped = read(file);
      const { stem, items, options, functionalItem } = shipped;
      const text = JSON.stringify({ stem, items, options, functionalItem });
      expect(text).toBe(text.normalize('NFC'));
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
      expect(shipped.lang).toBe(lang);
    },
  );

  test('every language of the pages has one, and shows it', () => {
    expect(manifest.files.map(({ lang }) => lang)).toEqual(LOCALES.map((locale) => LANG[locale]));
    LOCALES.forEach((locale, i) => {
      const { stem, items } = read(manifest.files[i]?.file ?? '');
      expect(phq9Wording(locale)).toMatchObject({ stem, items });
    });
  });

  test('a wording that no person has reviewed says so', () => {
    const awaited = manifest.files.filter(({ file }) => read(file).humanReview === 'awaited');
    expect(awaited.map(({ lang }) => lang)).toEqual(['zh-Hans', 'zh-Hant-HK']);
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  const wording = phq9Wording(locale);

  test('there is one text per item, in the order of the items, and none twice', () => {
    expect(wording.items.map(({ id }) => id)).toEqual(phq9.items.map(({ id }) => id));
    expect(new Set(wording.items.map(({ text }) => text)).size).toBe(9);
  });

  test('the options run from 0 to 3', () => {
    expect(wording.options.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
    expect(new Set(wording.options.map(({ label }) => label)).size).toBe(4);
  });

  test('the difficulty question stands only where its published wording is known', () => {
    expect(wording.functionalItem === null).toBe(locale !== 'en');
    const values = wording.functionalItem?.options.map(({ value }) => value);
    expect(values ?? [0, 1, 2, 3]).toEqual([0, 1, 2, 3]);
  });
});

test('the two Chinese texts belong to different published families and are not mixed', () => {
  expect(phq9Wording('zh-hans').items[0]?.text).toMatch(/^做事时提不起劲/);
  expect(phq9Wording('zh-hant').items[0]?.text).toMatch(/^做任何事都覺得沉悶/);
});
