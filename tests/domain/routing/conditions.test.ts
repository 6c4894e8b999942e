import { describe, expect, test } from 'vitest';
import { bandStart, holds } from '#lib/domain/routing/conditions.ts';
import { type Facts, firstCheck } from '#lib/domain/routing/facts.ts';
import type { Condition } from '#lib/domain/routing/policy.ts';
import { scoreOf } from './scores.ts';

const gad7 = scoreOf({ instrument: 'gad-7', total: 8, item9: null, crisis: false });
const facts = (part: Partial<Facts> = {}): Facts => ({
  ...firstCheck(scoreOf({ total: 12, item9: 2, difficulty: 1 }), gad7),
  ...part,
});
const check = (condition: Condition, part: Partial<Facts> = {}) => holds(condition, facts(part));

describe('a condition holds from its threshold on', () => {
  test('for the total of its own form', () => {
    const total = (instrument: 'phq-9' | 'gad-7' | 'k6', atLeast: number) =>
      check({ fact: 'total', instrument, atLeast });
    expect([total('phq-9', 12), total('phq-9', 13)]).toEqual([true, false]);
    expect([total('gad-7', 8), total('gad-7', 9)]).toEqual([true, false]);
    expect(total('k6', 0)).toBe(false);
    const none = firstCheck(scoreOf({ total: null }));
    expect(holds({ fact: 'total', instrument: 'phq-9', atLeast: 0 }, none)).toBe(false);
  });

  test('for the band that a total is in, or a higher one', () => {
    const band = (atLeast: 'mild' | 'moderate' | 'moderately_severe' | 'positive') =>
      check({ fact: 'band', instrument: 'phq-9', atLeast });
    expect([band('mild'), band('moderate'), band('moderately_severe')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(band('positive')).toBe(false);
    const edge = firstCheck(scoreOf({ total: 10 }));
    expect(holds({ fact: 'band', instrument: 'phq-9', atLeast: 'moderate' }, edge)).toBe(true);
    expect(check({ fact: 'band', instrument: 'k6', atLeast: 'low' })).toBe(false);
    const none = firstCheck(scoreOf({ total: null }));
    const lowest = { fact: 'band', instrument: 'phq-9', atLeast: 'minimal' } as const;
    expect(holds(lowest, none)).toBe(false);
    expect([bandStart('phq-9', 'moderate'), bandStart('k10', 'severe')]).toEqual([10, 30]);
    expect(bandStart('phq-9', 'well')).toBeNull();
  });

  test('for no band at all of a form without bands, or without a total', () => {
    expect(bandStart('ssosh-10', 'low')).toBeNull();
    expect(bandStart('asq', 'low')).toBeNull();
  });

  test('for question 9, where it was answered', () => {
    const item9 = (atLeast: 1 | 2 | 3, part: Partial<Facts> = {}) =>
      check({ fact: 'item9', atLeast }, part);
    expect([item9(2), item9(3)]).toEqual([true, false]);
    const declined = firstCheck(scoreOf({ item9: 'declined' }));
    expect(holds({ fact: 'item9', atLeast: 1 }, declined)).toBe(false);
    expect(item9(1, { scores: [gad7] })).toBe(false);
  });

  test('for difficulty, of any form', () => {
    const difficulty = (atLeast: number, part: Partial<Facts> = {}) =>
      check({ fact: 'difficulty', atLeast }, part);
    expect([difficulty(1), difficulty(2)]).toEqual([true, false]);
    expect(difficulty(1, { scores: [gad7] })).toBe(false);
  });

  test('for a change since last time', () => {
    const change = (atLeast: number, by?: number) =>
      check(
        { fact: 'change', instrument: 'phq-9', atLeast },
        { change: by === undefined ? { 'gad-7': 20 } : { 'phq-9': by } },
      );
    expect([change(6, 6), change(6, 5), change(-5, -5), change(-5, -6), change(0, 0)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(change(-27)).toBe(false);
  });

  test('for the days since a step was chosen', () => {
    const days = (step: Facts['step']) =>
      check({ fact: 'days_on_step', tier: 'community', atLeast: 14 }, { step });
    expect(days({ tier: 'community', days: 14 })).toBe(true);
    expect(days({ tier: 'community', days: 13 })).toBe(false);
    expect(days({ tier: 'guidance', days: 90 })).toBe(false);
    expect(days(null)).toBe(false);
  });
});

describe('a plain condition', () => {
  test('asks whether it is a later check', () => {
    expect(check({ fact: 'recheck' })).toBe(false);
    expect(check({ fact: 'recheck' }, { recheck: true })).toBe(true);
  });

  test('asks about care and other signs; an open answer is no yes', () => {
    for (const care of ['none', 'declined', null] as const) {
      expect(check({ fact: 'in_care' }, { care })).toBe(false);
    }
    expect(check({ fact: 'in_care' }, { care: 'in_care' })).toBe(true);
    for (const signs of ['none', 'declined', null] as const) {
      expect(check({ fact: 'signs' }, { signs })).toBe(false);
    }
    expect(check({ fact: 'signs' }, { signs: 'some' })).toBe(true);
  });
});
