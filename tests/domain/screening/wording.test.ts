import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import { getInstrument, INSTRUMENTS } from '#lib/domain/screening/instruments.ts';
import { phq9 } from '#lib/domain/screening/phq9.ts';
import manifest from '#lib/i18n/instruments/manifest.json' with { type: 'json' };
import { phq9Wording, wordingOf } from '#lib/i18n/instruments.ts';

const folder = new URL('../../../lib/i18n/instruments/', import.meta.url);
const shippedAs = z.strictObject({
  schema: z.literal(1),
  instrument: z.string(),
  version: z.string(),
  lang: z.string(),
  stem: z.string(),
  items: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  options: z.array(z.strictObject({ value: z.number(), label: z.string() })),
  functionalItem: z.json().nullable(),
  name: z.string().min(1),
  /** `derived`, `composed`: the same questions as in a longer form whose wording was verified. */
  status: z.string().regex(/^(verified|verified-consensus|derived-from .+|composed from .+)$/),
  confidence: z.enum(['high', 'medium-high', 'medium']),
  humanReview: z.string().min(1),
  attribution: z.string(),
  licence: z.string(),
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

  test('every file is in the manifest, and is what a page shows in its language', () => {
    const files = readdirSync(folder).filter((name) => name !== 'manifest.json');
    expect(manifest.files.map(({ file }) => file).sort()).toEqual(files.sort());
    for (const { file, lang, instrument } of manifest.files) {
      const { stem, items } = read(file);
      const locale = LOCALES.find((one) => LANG[one] === lang);
      expect(locale && wordingOf(instrument, locale)).toMatchObject({ stem, items });
    }
  });

  test('each has one text per item, every answer of the scale, and the licence of its data', () => {
    for (const { file, instrument: id } of manifest.files) {
      const { licence, attribution, version, items, options } = read(file);
      const instrument = getInstrument(id);
      expect(instrument.shipAs).toBe('shipped');
      expect({ licence, attribution, version }).toEqual({
        licence: instrument.licence.statement,
        attribution: instrument.licence.attribution,
        version: instrument.version,
      });
      expect(items.map((item) => item.id)).toEqual(instrument.items.map((item) => item.id));
      const { min = 0, max = 0 } = instrument.items[0] ?? {};
      const scale = Array.from({ length: max - min + 1 }, (_, i) => min + i);
      expect(options.map(({ value }) => value).sort()).toEqual(scale);
    }
  });

  test('a question that several forms share has one text in each language', () => {
    for (const { file, instrument: id, lang } of manifest.files) {
      const locale = LOCALES.find((one) => LANG[one] === lang) ?? 'en';
      getInstrument(id).items.forEach(({ sameAs }, i) => {
        const [other = '', item] = sameAs?.split('#') ?? [];
        if (!sameAs) return;
        const text = wordingOf(other, locale)?.items.find((one) => one.id === item)?.text;
        expect(read(file).items[i]?.text, `${file} ${sameAs}`).toBe(text);
      });
    }
  });

  test('an instrument whose wording is licensed ships none', () => {
    const shipped = new Set(manifest.files.map(({ instrument }) => instrument));
    for (const [id, { shipAs }] of INSTRUMENTS) expect(shipped.has(id)).toBe(shipAs === 'shipped');
  });

  test('a wording that no person has reviewed says so', () => {
    const awaited = manifest.files.filter(({ file }) => read(file).humanReview === 'awaited');
    expect(new Set(awaited.map(({ lang }) => lang))).toEqual(new Set(['zh-Hans', 'zh-Hant-HK']));
    expect(awaited).toHaveLength(8);
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
