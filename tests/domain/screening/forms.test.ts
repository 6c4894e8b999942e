import { describe, expect, test } from 'vitest';
import type { Answers } from '#lib/domain/screening/answers.ts';
import { getInstrument } from '#lib/domain/screening/instruments.ts';
import { scoreAnswers } from '#lib/domain/screening/score.ts';

const score = (id: string, items: Answers['items'], country?: string) =>
  scoreAnswers(getInstrument(id), { items, difficulty: null }, country);

describe('subscales', () => {
  test('the halves of the PHQ-4 stand beside its total, and only they', () => {
    const { total, band, subscales } = score('phq-4', [3, 2, 0, 1]);
    expect({ total, band }).toEqual({ total: 6, band: 'moderate' });
    expect(subscales).toEqual({ anxiety: 5, depression: 1 });
  });

  test('a half that is complete has its sum where the total has none', () => {
    const { total, subscales } = score('phq-4', [3, 'declined', 0, 1]);
    expect(total).toBeNull();
    expect(subscales).toEqual({ anxiety: null, depression: 1 });
  });

  test('a form with a total alone has none', () => {
    expect(score('gad-7', [0, 0, 0, 0, 0, 0, 0]).subscales).toEqual({});
  });

  test('a form with subscales alone has no total and no band; item 9 of the GHSQ is reversed', () => {
    const scored = score('ghsq', [7, 5, 4, 4, 1, 2, 3, 6, 1, 3]);
    expect(scored).toMatchObject({ total: null, band: null, missing: 0 });
    expect(scored.subscales).toEqual({ informal: 5, formal: 3, professional: 1 });
  });
});

describe('a total', () => {
  test('counts a reversed item from the other end of its scale', () => {
    expect(score('ssosh-10', [5, 1, 5, 1, 1, 5, 1, 5, 1, 5]).total).toBe(50);
    expect(score('ssosh-10', [1, 5, 1, 5, 5, 1, 5, 1, 5, 1]).total).toBe(10);
  });

  test('is the mean of what was answered, where enough was', () => {
    const bace = Array.from({ length: 30 }, (_, i) => (i < 24 ? 3 : null));
    expect(score('bace-3', bace).total).toBe(3);
    expect(score('bace-3', bace.with(0, null)).total).toBeNull();
  });

  test('of the WHO-5 is four times the sum, and poor below 50', () => {
    expect(score('who-5', [3, 3, 2, 2, 2])).toMatchObject({ total: 48, band: 'poor' });
    expect(score('who-5', [3, 3, 3, 2, 2])).toMatchObject({ total: 52, band: 'not_poor' });
  });

  test('without published bands has none', () => {
    expect(score('ssosh-10', [3, 3, 3, 3, 3, 3, 3, 3, 3, 3])).toMatchObject({
      total: 30,
      band: null,
    });
  });

  test('of the K10 has another set of bands in Australia', () => {
    const twos = Array.from({ length: 10 }, () => 2);
    expect(score('k10', twos)).toMatchObject({ total: 20, band: 'mild' });
    expect(score('k10', twos, 'GB')).toMatchObject({ total: 20, band: 'mild' });
    expect(score('k10', twos, 'AU')).toMatchObject({ total: 20, band: 'moderate' });
  });
});

test('a form without a question about self-harm is never a crisis, and has no symptom class', () => {
  const scored = score('gad-7', [3, 3, 3, 3, 3, 3, 3]);
  expect(scored).toMatchObject({ item9: null, crisis: false, symptomClass: null, result: null });
  expect(score('gad-7', ['declined', 3, 3, 3, 3, 3, 3]).crisis).toBe(false);
});

describe('the ASQ', () => {
  test.each([
    ['no to all', [0, 0, 0, 0, 0], 'negative', false],
    ['no to the first four, the fifth left open', [0, 0, 0, 0, null], 'negative', false],
    ['a yes to the first', [1, 0, 0, 0, 0], 'non_acute_positive', true],
    ['a yes to the fourth', [0, 0, 0, 1, 0], 'non_acute_positive', true],
    ['a refusal', [0, 'declined', 0, 0, 0], 'non_acute_positive', true],
    ['a refusal right after an open question', [null, 'declined'], 'non_acute_positive', true],
    ['a yes, and "right now"', [1, 0, 0, 0, 1], 'acute_positive', true],
    ['"right now" after four times no', [0, 0, 0, 0, 1], 'acute_positive', true],
  ] as const)('%s', (_name, items, result, crisis) => {
    expect(score('asq', items)).toMatchObject({ result, crisis, item9: null, total: null });
  });

  test.each([
    ['one was not reached', [0, 0, null, 0, 0]],
    ['the last ones were not reached', [0, 0, null]],
    ['the form was cut short', [0, 0, 0]],
    ['nothing was answered', []],
  ])('says nothing where %s, and counts as a crisis answer', (_name, items) => {
    expect(score('asq', items)).toMatchObject({ result: null, crisis: true });
  });
});
