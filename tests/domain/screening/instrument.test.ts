import { describe, expect, test } from 'vitest';
import { readInstrument } from '#lib/domain/screening/instrument.ts';
import data from '#lib/domain/screening/phq-9.json' with { type: 'json' };
import { phq9 } from '#lib/domain/screening/phq9.ts';

test('the bands of the PHQ-9 start at 5, 10, 15 and 20 (Kroenke 2001)', () => {
  const starts = phq9.bandByTotal.flatMap((band, total) =>
    band === phq9.bandByTotal[total - 1] ? [] : [`${total} ${band}`],
  );
  expect(starts).toEqual([
    '0 minimal',
    '5 mild',
    '10 moderate',
    '15 moderately_severe',
    '20 severe',
  ]);
  expect(phq9.bandByTotal).toHaveLength(28);
  expect(phq9.safetyIndex).toBe(8);
});

test('every item carries the LOINC code published for it, and its check digit is right', () => {
  expect(phq9.items.map(({ loinc }) => loinc)).toEqual(
    '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(' '),
  );
  const codes = [...phq9.items, phq9.difficulty].map(({ loinc }) => loinc);
  for (const code of [...codes, phq9.loinc.panel, phq9.loinc.total]) expect(code).toSatisfy(checks);
});

/** LOINC check digit: Luhn's modulo 10 over the digits before the hyphen. */
function checks(code: string): boolean {
  const [digits = '', check] = code.split('-');
  const doubled = [...digits].reverse().map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1));
  const sum = doubled.reduce((a, n) => a + (n > 9 ? n - 9 : n), 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}

test('the item that opens the support page may stand anywhere', () => {
  const items = data.items.map((item, i) => ({ ...item, id: `item-${i}`, safety: i === 0 }));
  expect(readInstrument({ ...data, items }).safetyIndex).toBe(0);
});

describe('an instrument is refused', () => {
  const change = (bands: readonly object[]) => () => readInstrument({ ...data, bands });
  const [first, ...rest] = data.bands;

  test('when a total has no band', () => {
    expect(change(rest)).toThrow('No single band for 0');
  });

  test('when a total has two bands', () => {
    expect(change([{ ...first, to: 5 }, ...rest])).toThrow('No single band for 5');
  });

  test('when no item opens the support page', () => {
    const items = data.items.map((item) => ({ ...item, safety: false }));
    expect(() => readInstrument({ ...data, items })).toThrow('safety item');
  });

  test.each([{ id: '' }, { loinc: 'x44250-9' }, { loinc: '44250-9x' }, { loinc: '44250' }])(
    'when an item has %j',
    (change) => {
      const items = data.items.map((item) => ({ ...item, ...change }));
      expect(() => readInstrument({ ...data, items })).toThrow();
    },
  );

  test('when it holds something unknown', () => {
    expect(() => readInstrument({ ...data, proration: 'up-to-two' })).toThrow();
  });
});
