import { expect, test } from 'vitest';
import { bandSetFor, type Measure, readInstrument } from '#lib/domain/screening/instrument.ts';
import data from '#lib/domain/screening/instruments/phq-9.json' with { type: 'json' };
import { getInstrument, INSTRUMENTS } from '#lib/domain/screening/instruments.ts';
import { phq9 } from '#lib/domain/screening/phq9.ts';

test('the bands of the PHQ-9 start at 5, 10, 15 and 20 (Kroenke 2001)', () => {
  const bands = bandSetFor(phq9.measures[0] as Measure, 'GB')?.bands ?? [];
  expect(bands.map(({ from, band }) => `${from} ${band}`)).toEqual([
    '0 minimal',
    '5 mild',
    '10 moderate',
    '15 moderately_severe',
    '20 severe',
  ]);
  expect(phq9.safetyIndex).toBe(8);
});

test('a form without a question about self-harm has no safety item', () => {
  expect(getInstrument('gad-7').safetyIndex).toBe(-1);
  expect(() => getInstrument('gad-8')).toThrow('gad-8');
});

test('every item of the PHQ-9 carries the LOINC code published for it', () => {
  expect(phq9.items.map(({ loinc }) => loinc)).toEqual(
    '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(' '),
  );
});

test('every code has a right check digit', () => {
  for (const instrument of INSTRUMENTS.values()) {
    const { items, loinc, difficulty } = instrument;
    const codes = [...items.map((item) => item.loinc), loinc.panel, loinc.total, difficulty?.loinc];
    for (const code of codes) if (code) expect(code, instrument.id).toSatisfy(checks);
  }
});

/** LOINC check digit: Luhn's modulo 10 over the digits before the hyphen. */
function checks(code: string): boolean {
  const [digits = '', check] = code.split('-');
  const doubled = [...digits].reverse().map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1));
  const sum = doubled.reduce((a, n) => a + (n > 9 ? n - 9 : n), 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}

test('a shared question names one that exists, with the same answers and the same code', () => {
  for (const { items } of INSTRUMENTS.values()) {
    for (const { sameAs, ...item } of items.filter((one) => one.sameAs !== null)) {
      const [id = '', other] = sameAs?.split('#') ?? [];
      const found = getInstrument(id).items.find((one) => one.id === other);
      expect(found).toMatchObject({ construct: item.construct, loinc: item.loinc, max: item.max });
    }
  }
});

test('every number has its source beside it', () => {
  for (const { measures, rules, reliableChange, citations } of INSTRUMENTS.values()) {
    const sources = measures.flatMap(({ bands }) => bands.map(({ source }) => source));
    for (const source of [...sources, rules?.source, reliableChange?.source]) {
      if (source !== undefined) expect(source).toMatch(/\d{4}|manual|Bureau/);
    }
    expect(citations.length).toBeGreaterThan(0);
  }
});

test('the item that opens the support page may stand anywhere', () => {
  const items = data.items.map((item, i) => ({ ...item, safety: i === 0 }));
  expect(readInstrument({ ...data, items }).safetyIndex).toBe(0);
});

test('a form that is judged by rules has no single safety item', () => {
  expect(getInstrument('asq').items.every(({ safety }) => safety)).toBe(true);
  expect(getInstrument('asq').safetyIndex).toBe(-1);
});

test('a country has its own published bands, and any other the first ones', () => {
  const [total] = getInstrument('k10').measures;
  const idFor = (country?: string) => bandSetFor(total as Measure, country)?.id;
  expect([idFor('AU'), idFor('GB'), idFor()]).toEqual(['abs', 'default', 'default']);
});

test('a mean needs its share of the items, rounded up', () => {
  const least = (id: string) => getInstrument(id).prepared.map((one) => one.least);
  expect(least('bace-3')).toEqual([24, 10]);
  expect(least('phq-4')).toEqual([4, 2, 2]);
});

test('a measure knows the places of its items, in whatever order it names them', () => {
  const measures = [{ ...data.measures[0], items: ['9', '1', '4'], bands: [] }];
  expect(readInstrument({ ...data, measures }).prepared[0]).toMatchObject({
    indexes: [8, 0, 3],
    least: 3,
  });
});
