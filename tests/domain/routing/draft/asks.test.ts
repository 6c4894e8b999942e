import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASKS, askOf, readAsk } from '#lib/domain/routing/draft/asks.ts';
import { conditions } from '../generated-policies.ts';

describe('a condition', () => {
  it('is typed back as it was, whatever it asks', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        expect(readAsk(askOf(condition))).toEqual(condition);
      }),
    );
  });

  it('has one name for each question', () => {
    expect(new Set(ASKS.map(({ ask }) => ask)).size).toBe(ASKS.length);
    expect(ASKS.filter(({ ask }) => ask.startsWith('band:')).map(({ ask }) => ask)).toContain(
      'band:k6:serious',
    );
    expect(ASKS.some(({ ask }) => ask === 'band:phq-9:minimal')).toBe(false);
  });

  it.each([
    ['total:phq-9', '0', true],
    ['total:phq-9', '27', true],
    ['total:phq-9', '28', false],
    ['total:k10', '9', false],
    ['total:k10', '10', true],
    ['change:gad-7', '-21', true],
    ['change:gad-7', '\u22124', true],
    ['change:gad-7', '22', false],
    ['change:gad-7', '', false],
    ['item9', '0', false],
    ['item9', '1', true],
    ['difficulty', '4', false],
    ['days_on_step:guidance', '365', true],
    ['days_on_step:guidance', '366', false],
    ['recheck', 'anything', true],
    ['total:asq', '1', false],
    ['', '1', false],
  ])('%j with %j is read: %j', (ask, atLeast, read) => {
    expect(readAsk({ ask, atLeast }) !== null).toBe(read);
  });
});
