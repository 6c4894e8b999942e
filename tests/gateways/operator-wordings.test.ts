import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getInstrument, INSTRUMENTS } from '#lib/domain/screening/instruments.ts';
import { readOperatorWordings } from '#lib/gateways/operator-wordings.ts';
import { registerWordings, wordingOf } from '#lib/i18n/instruments.ts';
import { who5Wording } from '../support/who-5-wording.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-wordings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: unknown) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  writeFileSync(join(folder, name), text);
  return text.split('\n');
};

/** The line on which a text first stands, in a file that differs from a good one. */
function refusalOf(change: object, at: string) {
  const lines = put('who-5.en.json', { ...who5Wording, ...change });
  const line = lines.findIndex((one) => one.includes(at)) + 1;
  let message = '';
  try {
    readOperatorWordings(folder);
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  expect(message).not.toContain('\n');
  const place = `${join(folder, 'who-5.en.json')}, line ${line}: `;
  expect(message.startsWith(place), `${message} (line ${line})`).toBe(true);
  return message.slice(place.length);
}

test('a folder gives its wordings, each with its licence, source, version and hash', () => {
  put('who-5.en.json', who5Wording);
  put('who-5.zh.json', `\uFEFF${JSON.stringify({ ...who5Wording, lang: 'zh-Hant-HK' })}`);
  put('notes.txt', 'not read');
  const loaded = readOperatorWordings(folder);
  const { stem, items, options } = who5Wording;
  const hashed = JSON.stringify({ stem, items, options, functionalItem: null });
  const sha256 = createHash('sha256').update(hashed).digest('hex');
  const { version, licence, source } = who5Wording;
  const same = { instrument: 'who-5', version, licence, source, sha256 };
  expect(loaded).toMatchObject([
    { ...same, locale: 'en', wording: { stem, items, options, functionalItem: null } },
    { ...same, locale: 'zh-hant' },
  ]);
  expect(readOperatorWordings('')).toEqual([]);
});

test('once they are registered, an instrument has its wording in those languages only', () => {
  put('who-5.en.json', who5Wording);
  expect(wordingOf('who-5', 'en')).toBeNull();
  registerWordings(readOperatorWordings(folder));
  expect(wordingOf('who-5', 'en')?.stem).toBe('Made-up words');
  expect(wordingOf('who-5', 'zh-hans')).toBeNull();
  expect(wordingOf('phq-9', 'en')?.stem).toMatch(/^Over the last 2 weeks/);
  registerWordings([]);
  expect(wordingOf('who-5', 'en')).toBeNull();
});

describe('a file is refused with its name, the line and what is wrong', () => {
  test('where the licence was not accepted, with the text to accept', () => {
    const { statement, attribution } = getInstrument('who-5').licence;
    const { text, acceptedBy, acceptedOn } = who5Wording.licence;
    const accept = `${statement} ${attribution}`;
    expect(refusalOf({ licence: undefined }, '{')).toContain(accept);
    expect(refusalOf({ licence: null }, '"licence"')).toContain(accept);
    const other = refusalOf({ licence: { ...who5Wording.licence, text: 'Yes' } }, '"text": "Yes"');
    expect(other).toContain(accept);
    const unnamed = refusalOf({ licence: { text, acceptedOn } }, '"licence"');
    expect(unnamed).toMatch(/^licence\.acceptedBy: /);
    const undated = { text, acceptedBy, acceptedOn: '2026-02-30' };
    expect(refusalOf({ licence: undated }, 'acceptedOn')).toContain('is not a date');
    expect(accept.length).toBeGreaterThan(40);
    expect(acceptedOn).toBe('2026-11-20');
  });

  test('where the instrument is unknown, or its wording is here already', () => {
    expect(refusalOf({ instrument: 'who-6' }, '"instrument"')).toMatch(/who-5.*c-ssrs-screener/);
    expect(refusalOf({ instrument: 'phq-9' }, '"instrument"')).toContain('here already');
  });

  test('where it is another version, language or form of file', () => {
    expect(refusalOf({ version: '1998' }, '"version"')).toContain('WHO 2024');
    expect(refusalOf({ lang: 'fr' }, '"lang"')).toMatch(/^lang: .*zh-Hant-HK/);
    expect(refusalOf({ schema: 2 }, '"schema"')).toMatch(/^schema: /);
    expect(refusalOf({ cutOff: 3 }, '"cutOff"')).toBe('cutOff: is not known here');
  });

  test('where an item or an answer is missing, strange or empty', () => {
    const { items, options } = who5Wording;
    expect(refusalOf({ items: items.slice(1) }, '"id": "2"')).toMatch(/^items\.0\.id: .*1, 2, 3/);
    expect(refusalOf({ items: items.slice(0, 4) }, '"items"')).toMatch(/^items: /);
    const empty = items.with(2, { id: '3', text: ' ' });
    expect(refusalOf({ items: empty }, '"text": " "')).toMatch(/^items\.2\.text: /);
    const six = options.with(0, { value: 6, label: 'Answer 6' });
    expect(refusalOf({ options: six }, '"value": 6')).toMatch(/from 0 to 5/);
    expect(refusalOf({ options: options.slice(1) }, '"options"')).toMatch(/from 0 to 5/);
    const functionalItem = { text: 'How hard?', options };
    expect(refusalOf({ functionalItem }, '"functionalItem"')).toContain('no such question');
  });

  test('where it is no JSON, also when only a comma is too many', () => {
    put('a.json', '{\n  "schema": 1,\n  "lang" "en"\n}');
    expect(() => readOperatorWordings(folder)).toThrow(/a\.json, line 3: is not JSON$/);
    put('a.json', '{\n  "schema": 1,\n}');
    expect(() => readOperatorWordings(folder)).toThrow(/a\.json, line 3: is not JSON$/);
    put('a.json', '');
    expect(() => readOperatorWordings(folder)).toThrow(/a\.json, line 1: is not JSON$/);
  });

  test('where another file brings the same, and where there is no folder', () => {
    put('a.json', who5Wording);
    put('b.json', who5Wording);
    expect(() => readOperatorWordings(folder)).toThrow(
      /b\.json, line 3: another file brings who-5/,
    );
    expect(() => readOperatorWordings(join(folder, 'none'))).toThrow(/HANDRAIL_INSTRUMENTS.*none/);
    expect(() => readOperatorWordings(join(folder, 'a.json'))).toThrow(/HANDRAIL_INSTRUMENTS/);
  });
});

test('each instrument whose wording is brought loads, with made-up words and its licence accepted', () => {
  const brought = [...INSTRUMENTS.values()].filter(({ shipAs }) => shipAs === 'operator');
  for (const { id, version, items, licence } of brought) {
    const { min = 0, max = 0 } = items[0] ?? {};
    put(`${id}.json`, {
      ...{ ...who5Wording, instrument: id, version },
      items: items.map((item) => ({ id: item.id, text: `Question ${item.id}` })),
      options: Array.from({ length: max - min + 1 }, (_, i) => {
        return { value: min + i, label: `Answer ${min + i}` };
      }),
      licence: { ...who5Wording.licence, text: `${licence.statement} ${licence.attribution}` },
    });
  }
  const ids = readOperatorWordings(folder).map(({ instrument }) => instrument);
  expect(ids).toEqual(brought.map(({ id }) => id).sort());
  expect(ids).toEqual(expect.arrayContaining(['wsas', 'bace-3', 'ssosh-10', 'ghsq', 'ahsq']));
});
