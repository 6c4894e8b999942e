import { describe, expect, test } from 'vitest';
import { getInstrument, INSTRUMENTS } from '#lib/domain/screening/instruments.ts';
import { licenceTextOf, readOperatorWording } from '#lib/domain/screening/operator-wording.ts';
import { who5Wording } from './who-5-wording.ts';

/** What is said of a file that differs from a good one. */
function refusalOf(change: object) {
  const read = readOperatorWording({ ...who5Wording, ...change });
  return read.ok ? null : { path: read.error.path.join('.'), problem: read.error.problem };
}

const { items, options, licence } = who5Wording;
const accept = `accept the licence of who-5: put this into licence.text, with acceptedBy and acceptedOn: ${licence.text}`;
const withLicence = (change: object) => refusalOf({ licence: { ...licence, ...change } });

test('a good file gives the words, the language, the version, the source and who accepted', () => {
  const { stem, version, source } = who5Wording;
  const wording = { stem, items, options, functionalItem: null };
  const value = { instrument: 'who-5', locale: 'en', version, wording, source, licence };
  expect(readOperatorWording(who5Wording)).toEqual({ ok: true, value });
  expect(readOperatorWording({ ...who5Wording, functionalItem: null })).toEqual({
    ok: true,
    value,
  });
});

test.each([
  ['en', 'en'],
  ['zh-Hans', 'zh-hans'],
  ['zh-Hant-HK', 'zh-hant'],
])('a file in %s is shown on the pages in %s', (lang, locale) => {
  expect(readOperatorWording({ ...who5Wording, lang })).toMatchObject({ value: { locale } });
});

test('blanks around the words are left out', () => {
  const padded = { ...who5Wording, stem: '  Made-up words\n' };
  expect(readOperatorWording(padded)).toMatchObject({
    value: { wording: { stem: 'Made-up words' } },
  });
});

test('each instrument whose wording is brought loads, with made-up words and its licence accepted', () => {
  const brought = [...INSTRUMENTS.values()].filter(({ shipAs }) => shipAs === 'operator');
  const ids = brought.map((instrument) => {
    const { min = 0, max = 0 } = instrument.items[0] ?? {};
    const read = readOperatorWording({
      ...{ ...who5Wording, instrument: instrument.id, version: instrument.version },
      items: instrument.items.map(({ id }) => ({ id, text: `Question ${id}` })),
      options: Array.from({ length: max - min + 1 }, (_, i) => {
        return { value: min + i, label: `Answer ${min + i}` };
      }),
      licence: { ...licence, text: licenceTextOf(instrument) },
    });
    return read.ok ? read.value.instrument : read.error;
  });
  expect(ids).toEqual(brought.map(({ id }) => id));
  expect(ids).toEqual(expect.arrayContaining(['wsas', 'bace-3', 'ssosh-10', 'ghsq', 'ahsq']));
});

describe('the licence is accepted word for word', () => {
  test('as the statement and the attribution of the instrument', () => {
    const { statement, attribution } = getInstrument('who-5').licence;
    expect(licence.text).toBe(`${statement} ${attribution}`);
    expect(licenceTextOf(getInstrument('who-5'))).toBe(licence.text);
  });

  test('where line breaks, double blanks or the form of a letter differ, it is the same', () => {
    expect(withLicence({ text: `\n ${licence.text.replaceAll(' ', ' \n ')} ` })).toBeNull();
    expect(withLicence({ text: licence.text.normalize('NFD') })).toBeNull();
  });

  test('and nothing else is taken for it', () => {
    const other = { path: 'licence.text', problem: accept };
    expect(withLicence({ text: 'Yes' })).toEqual(other);
    expect(withLicence({ text: '' })).toEqual(other);
    expect(withLicence({ text: licence.text.replaceAll(' ', '') })).toEqual(other);
    expect(withLicence({ text: `${licence.text} Not` })).toEqual(other);
  });

  test('by somebody, on a day', () => {
    const problem = expect.stringContaining(`; ${accept}`);
    expect(withLicence({ acceptedBy: undefined })).toEqual({
      path: 'licence.acceptedBy',
      problem,
    });
    expect(withLicence({ acceptedBy: ' ' })?.path).toBe('licence.acceptedBy');
    expect(withLicence({ acceptedOn: '2026-02-30' })).toEqual({
      path: 'licence.acceptedOn',
      problem: `is not a date: 2026-11-25; ${accept}`,
    });
    expect(withLicence({ by: 'A. Clinician' })).toEqual({
      path: 'licence.by',
      problem: `is not known here; ${accept}`,
    });
  });

  test('before anything is said of the words', () => {
    const none = { path: 'licence', problem: accept };
    expect(refusalOf({ licence: undefined, stem: '', cutOff: 3 })).toEqual(none);
    expect(refusalOf({ licence: null, version: '1998' })).toEqual(none);
    expect(refusalOf({ licence: 'yes' })?.path).toBe('licence');
  });
});

describe('a wording is refused', () => {
  test('where the instrument is unknown, or its wording is here already', () => {
    expect(refusalOf({ instrument: 'who-6' })).toEqual({
      path: 'instrument',
      problem:
        'is not one of phq-a, who-5, wsas, bace-3, ssosh-10, ghsq, ahsq, mhsis, c-ssrs-screener',
    });
    expect(refusalOf({ instrument: 'phq-9' })).toEqual({
      path: 'instrument',
      problem: 'phq-9 is here already',
    });
    expect(refusalOf({ instrument: 5 })).toEqual({
      path: 'instrument',
      problem: expect.stringContaining('expected string'),
    });
  });

  test('where it is another version, language or form of file', () => {
    expect(refusalOf({ version: '1998' })).toEqual({
      path: 'version',
      problem: `is not the version scored here: ${getInstrument('who-5').version}`,
    });
    expect(refusalOf({ lang: 'fr' })).toEqual({
      path: 'lang',
      problem: expect.stringContaining('zh-Hant-HK'),
    });
    expect(refusalOf({ schema: 2, cutOff: 3 })?.path).toBe('schema');
    expect(refusalOf({ schema: 2, licence: null })?.path).toBe('schema');
    expect(refusalOf({ cutOff: 3 })).toEqual({ path: 'cutOff', problem: 'is not known here' });
    expect(readOperatorWording(null)).toMatchObject({ ok: false, error: { path: [] } });
  });

  test.each(['stem', 'source'])('where its %s is missing or blank', (key) => {
    expect(refusalOf({ [key]: undefined })?.path).toBe(key);
    expect(refusalOf({ [key]: ' ' })?.path).toBe(key);
  });

  test('where an item is missing, strange, in another place, one too many or empty', () => {
    const problem = 'the items are, in this order: 1, 2, 3, 4, 5';
    expect(refusalOf({ items: items.slice(1) })).toEqual({ path: 'items.0.id', problem });
    const renamed = items.with(0, { id: '0', text: 'x' });
    expect(refusalOf({ items: renamed })).toEqual({ path: 'items.0.id', problem });
    expect(refusalOf({ items: items.slice(0, 4) })).toEqual({ path: 'items', problem });
    expect(refusalOf({ items: [] })).toEqual({ path: 'items', problem });
    const six = [...items, { id: '6', text: 'Question 6' }];
    expect(refusalOf({ items: six })).toEqual({ path: 'items.5.id', problem });
    const swapped = items.with(3, { id: '5', text: 'x' }).with(4, { id: '4', text: 'x' });
    expect(refusalOf({ items: swapped })).toEqual({ path: 'items.3.id', problem });
    expect(refusalOf({ items: items.with(2, { id: '3', text: ' ' }) })?.path).toBe('items.2.text');
    const scored = items.with(1, { id: '2', text: 'x', weight: 2 } as never);
    expect(refusalOf({ items: scored })?.path).toBe('items.1.weight');
  });

  test('where the answers are not each number of the scale once', () => {
    const problem = 'the answers are each number from 0 to 5 once';
    const answer = (value: number) => ({ value, label: `Answer ${value}` });
    const at = (place: number, value: number) =>
      refusalOf({ options: options.with(place, answer(value)) });
    expect(at(0, 6)).toEqual({ path: 'options.0.value', problem });
    expect(at(5, -1)).toEqual({ path: 'options.5.value', problem });
    expect(at(0, 4)).toEqual({ path: 'options', problem });
    expect(refusalOf({ options: options.slice(1) })).toEqual({ path: 'options', problem });
    expect(refusalOf({ options: [...options, answer(3)] })).toEqual({ path: 'options', problem });
    expect(refusalOf({ options: [...options, answer(6)] })?.path).toBe('options.6.value');
    expect(refusalOf({ options: [] })?.path).toBe('options');
    expect(at(0, 4.5)?.path).toBe('options.0.value');
    const blank = options.with(1, { value: 4, label: ' ' });
    expect(refusalOf({ options: blank })?.path).toBe('options.1.label');
    const weighted = options.with(1, { ...answer(4), weight: 2 } as never);
    expect(refusalOf({ options: weighted })?.path).toBe('options.1.weight');
  });

  test('where it brings the question about difficulty, which no such form has', () => {
    const functionalItem = { text: 'How hard?', options };
    expect(refusalOf({ functionalItem })).toEqual({
      path: 'functionalItem',
      problem: 'this form has no such question',
    });
  });
});
