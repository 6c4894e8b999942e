import { describe, expect, test } from 'vitest';
import { readInstrument } from '#lib/domain/screening/instrument.ts';
import data from '#lib/domain/screening/instruments/phq-9.json' with { type: 'json' };

describe('an instrument is refused', () => {
  const [total] = data.measures;
  const [set] = total?.bands ?? [];
  const withBands = (bands: readonly object[]) => () =>
    readInstrument({ ...data, measures: [{ ...total, bands: [{ ...set, bands }] }] });
  const [first, ...rest] = set?.bands ?? [];

  test('when a total has no band', () => {
    expect(withBands(rest)).toThrow('no single band for 0');
  });

  test('when the highest total has no band', () => {
    const highest = set?.bands.map((band) => (band.to === 27 ? { ...band, to: 26 } : band));
    expect(withBands(highest ?? [])).toThrow('phq-9: no single band for 27 (default)');
  });

  test('when a total has two bands', () => {
    expect(withBands([{ ...first, to: 5 }, ...rest])).toThrow('no single band for 5');
  });

  test('when a measure or a rule names an item that is not there', () => {
    const measures = [{ ...total, items: ['1', '11'] }];
    expect(() => readInstrument({ ...data, measures })).toThrow('no item 11');
    const results = [{ result: 'x', crisis: false, all: [{ item: '12', in: [1] }], any: [] }];
    const rules = { results, source: 'x' };
    expect(() => readInstrument({ ...data, rules })).toThrow('no item 12');
  });

  test('when a sum would be prorated', () => {
    const measures = [{ ...total, leastShare: 0.8 }];
    expect(() => readInstrument({ ...data, measures })).toThrow('never prorated');
  });

  test('when a mean has bands, which hold whole numbers only', () => {
    const measures = [{ ...total, method: 'mean' }];
    expect(() => readInstrument({ ...data, measures })).toThrow('bands hold whole numbers');
  });

  test('when two items share an id', () => {
    const items = data.items.map((item) => ({ ...item, id: '1' }));
    expect(() => readInstrument({ ...data, items })).toThrow('share an id');
  });

  test.each([
    { id: '' },
    { construct: '' },
    { loinc: 'x44250-9' },
    { loinc: '44250-9x' },
    { loinc: '44250' },
    { min: -1 },
    { min: 0.5 },
    { max: 0 },
    { presentFrom: 0 },
    { wording: 'never here' },
  ])('when an item has %j', (change) => {
    const items = data.items.map((item) => ({ ...item, ...change }));
    expect(() => readInstrument({ ...data, items })).toThrow();
  });

  test.each([
    { schema: 1 },
    { id: '-phq-9' },
    { id: 'PHQ-9' },
    { id: 'phq 9' },
    { id: 'phq-9!' },
    { id: '!phq-9' },
    { id: `p${'9'.repeat(40)}` },
    { id: '' },
    { title: '' },
    { version: '' },
    { population: '' },
    { timeframeDays: 0 },
    { shipAs: 'licensed' },
    { items: [] },
    { citations: [] },
    { licence: { ...data.licence, statement: '' } },
    { licence: { ...data.licence, attribution: '' } },
    { proration: 'up-to-two' },
  ])('when it has %j', (change) => {
    expect(() => readInstrument({ ...data, ...change })).toThrow();
  });

  test.each([
    ['0', 'xLA6568-5'],
    ['0', 'LA6568-5x'],
    ['0', 'LA6568'],
    ['x0', 'LA6568-5'],
    ['0x', 'LA6568-5'],
    ['10', 'LA6568-5'],
  ])('when the answer %s has the code %s', (answer, code) => {
    const answers = { ...data.loinc.answers, [answer]: code };
    expect(() => readInstrument({ ...data, loinc: { ...data.loinc, answers } })).toThrow();
  });

  test.each([
    { id: 'Total' },
    { id: '1total' },
    { id: '!total' },
    { id: 'total-1' },
    { id: `t${'o'.repeat(40)}` },
    { method: 'median' },
    { items: [] },
    { multiply: 0 },
    { leastShare: 0 },
    { leastShare: 1.1 },
    { positiveFrom: 0 },
  ])('when a measure has %j', (change) => {
    const measures = [{ ...total, ...change }];
    expect(() => readInstrument({ ...data, measures })).toThrow();
  });

  test.each([
    { id: 'Default' },
    { countries: ['AUS'] },
    { countries: ['A'] },
    { countries: ['au'] },
    { countries: ['xAU'] },
    { countries: ['AU '] },
    { source: '' },
    { bands: [] },
    { bands: [{ band: 'grave', from: 0, to: 27 }] },
  ])('when a set of bands has %j', (change) => {
    const measures = [{ ...total, bands: [{ ...set, ...change }] }];
    expect(() => readInstrument({ ...data, measures })).toThrow();
  });

  test.each([
    { results: [] },
    { source: '' },
    { results: [{ result: 'x', crisis: false, all: [{ item: '1', in: [] }], any: [] }] },
    { results: [{ result: 'x', crisis: false, all: [{ item: '1', in: ['no'] }], any: [] }] },
    { results: [{ result: 'not one', crisis: false, all: [], any: [] }] },
  ])('when its rules have %j', (change) => {
    const results = [{ result: 'x', crisis: false, all: [{ item: '1', in: [1] }], any: [] }];
    const rules = { results, source: 'x' };
    expect(() => readInstrument({ ...data, rules })).not.toThrow();
    expect(() => readInstrument({ ...data, rules: { ...rules, ...change } })).toThrow();
  });
});

describe('the lowest and the highest total', () => {
  const items = [
    { ...data.items[0], id: 'a', min: 1, max: 2 },
    { ...data.items[0], id: 'b', min: 2, max: 5 },
    { ...data.items[0], id: 'c', min: 0, max: 9 },
  ];
  const reads = (of: readonly string[], multiply: number, from: number, to: number) => () => {
    const bands = [{ band: 'low', from, to }];
    const sets = [{ id: 'default', countries: ['AU'], source: 'x', bands }];
    const measures = [{ ...data.measures[0], items: of, multiply, bands: sets }];
    return readInstrument({ ...data, items, measures });
  };

  test('are those of its own items, multiplied', () => {
    expect(reads(['a', 'b'], 1, 3, 7)).not.toThrow();
    expect(reads(['a', 'b'], 1, 4, 7)).toThrow('no single band for 3');
    expect(reads(['a', 'b'], 1, 3, 6)).toThrow('no single band for 7');
    expect(reads(['b'], 4, 8, 20)).not.toThrow();
    expect(reads(['b'], 4, 9, 20)).toThrow('no single band for 8');
    expect(reads(['b'], 4, 8, 19)).toThrow('no single band for 20');
  });
});
