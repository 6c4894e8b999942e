import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOperatorWordings } from '#lib/gateways/operator-wordings.ts';
import { registerWordings, wordingOf } from '#lib/i18n/instruments.ts';
import { who5Wording } from '../domain/screening/who-5-wording.ts';

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
  test('on the line of what is wrong, or where it should stand', () => {
    const { text, acceptedOn } = who5Wording.licence;
    const { items } = who5Wording;
    expect(refusalOf({ licence: undefined }, '{')).toMatch(/^licence: accept .*World Health Org/);
    expect(refusalOf({ licence: null }, '"licence"')).toMatch(/^licence: accept /);
    const unnamed = refusalOf({ licence: { text, acceptedOn } }, '"licence"');
    expect(unnamed).toMatch(/^licence\.acceptedBy: /);
    expect(refusalOf({ instrument: 'phq-9' }, '"instrument"')).toMatch(/^instrument: .*already$/);
    expect(refusalOf({ cutOff: 3 }, '"cutOff"')).toBe('cutOff: is not known here');
    expect(refusalOf({ items: items.slice(1) }, '"id": "2"')).toMatch(/^items\.0\.id: /);
    const empty = items.with(2, { id: '3', text: ' ' });
    expect(refusalOf({ items: empty }, '"text": " "')).toMatch(/^items\.2\.text: /);
  });

  test('where it is no object at all', () => {
    put('a.json', '\n7');
    expect(() => readOperatorWordings(folder)).toThrow(/a\.json, line 2: .*expected object/);
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
