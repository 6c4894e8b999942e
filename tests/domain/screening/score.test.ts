import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers, ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { BandSet, Measure, PreparedMeasure } from '#lib/domain/screening/instrument.ts';
import { phq9 } from '#lib/domain/screening/phq9.ts';
import { scoreAnswers } from '#lib/domain/screening/score.ts';

const none: readonly ItemAnswer[] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
const score = (items: Answers['items'], difficulty: Answers['difficulty'] = null) =>
  scoreAnswers(phq9, { items, difficulty });

describe('question 9', () => {
  test('any answer but "not at all" is a crisis answer, at the lowest total too', () => {
    expect(score(none)).toMatchObject({ item9: 0, crisis: false });
    expect(score(none.with(8, 1))).toMatchObject({ item9: 1, crisis: true, total: 1 });
    expect(score(none.with(8, 3))).toMatchObject({ item9: 3, crisis: true, band: 'minimal' });
  });

  test('not answered is a crisis answer, whether declined, not reached or absent', () => {
    const open = { item9: 'declined', crisis: true, total: null };
    expect(score([...none.slice(0, 8), 'declined'])).toMatchObject(open);
    expect(score([...none.slice(0, 8), null])).toMatchObject(open);
    expect(score(none.slice(0, 8))).toMatchObject(open);
    expect(score([])).toMatchObject({ ...open, missing: 9 });
  });

  test('a declined answer elsewhere is no crisis answer', () => {
    expect(score(['declined', ...none.slice(1)])).toMatchObject({ crisis: false, missing: 1 });
  });
});

describe('the difficulty question', () => {
  test.each([0, 1, 2, 3])('is kept and never scored, at %i too', (difficulty) => {
    expect(score(none, difficulty)).toMatchObject({ total: 0, difficulty });
  });

  test('has no value when it is declined or not asked', () => {
    expect(score(none, 'declined').difficulty).toBeNull();
    expect(score(none, null).difficulty).toBeNull();
  });
});

describe('the symptom count', () => {
  test('needs low mood or loss of interest, however many other symptoms there are', () => {
    expect(score([0, 0, 3, 3, 3, 3, 3, 3, 3]).symptomClass).toBe('none');
    expect(score([2, 0, 2, 2, 2, 2, 0, 0, 0]).symptomClass).toBe('major');
    expect(score([0, 2, 2, 2, 2, 2, 0, 0, 0]).symptomClass).toBe('major');
  });

  test('is "other" from two symptoms to four', () => {
    expect(score([2, 0, 0, 0, 0, 0, 0, 0, 0]).symptomClass).toBe('none');
    expect(score([2, 2, 0, 0, 0, 0, 0, 0, 0]).symptomClass).toBe('other');
    expect(score([2, 2, 2, 2, 0, 0, 0, 0, 0]).symptomClass).toBe('other');
    expect(score([2, 2, 2, 2, 1, 1, 1, 1, 0]).symptomClass).toBe('other');
    expect(score([2, 2, 2, 2, 0, 0, 0, 0, 1]).symptomClass).toBe('major');
  });
});

test('nothing but a whole number on the scale enters a sum', () => {
  const stray = fc.oneof(
    fc.string(),
    fc.double().filter((n) => ![0, 1, 2, 3].includes(n)),
    fc.constantFrom('3', '0', true, undefined, -1, 4, Number.NaN, {}),
  );
  fc.assert(
    fc.property(stray, fc.nat(8), (value, place) => {
      const items = none.map((item, i) => (i === place ? value : item));
      const scored = score(items as unknown as Answers['items']);
      expect(scored).toMatchObject({ total: null, band: null, symptomClass: null, missing: 1 });
      expect(scored.crisis).toBe(place === 8);
    }),
  );
});

describe('a band', () => {
  const [total] = phq9.prepared;
  const [set] = total?.measure.bands ?? [];
  const withBands = (bands: readonly BandSet['bands'][number][]) => {
    const measure = { ...total?.measure, bands: [{ ...set, bands }] } as Measure;
    const prepared = [{ ...total, measure } as PreparedMeasure];
    return scoreAnswers({ ...phq9, prepared }, { items: none.with(0, 3), difficulty: null });
  };

  test('is found in whatever order the bands stand', () => {
    expect(withBands(set?.bands.toReversed() ?? [])).toMatchObject({ total: 3, band: 'minimal' });
  });

  test('that is not there leaves the total as it is', () => {
    expect(withBands(set?.bands.slice(1) ?? [])).toMatchObject({ total: 3, band: null });
  });
});

test('answers beyond the last item are not counted', () => {
  expect(score([...none, 3, 3])).toMatchObject({ total: 0, missing: 0 });
});
