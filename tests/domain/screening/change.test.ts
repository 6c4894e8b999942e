import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, RELIABLE_POINTS } from '#lib/domain/screening/change.ts';

describe('the change of a total', () => {
  it.each([
    ['phq-9', 12, 18, 'worse'],
    ['phq-9', 12, 17, 'same'],
    ['phq-9', 12, 12, 'same'],
    ['phq-9', 12, 7, 'same'],
    ['phq-9', 12, 6, 'better'],
    ['gad-7', 8, 12, 'worse'],
    ['gad-7', 8, 11, 'same'],
    ['gad-7', 8, 5, 'same'],
    ['gad-7', 8, 4, 'better'],
    ['phq-4', 0, 12, null],
    ['toString', 0, 12, null],
    ['phq-9', null, 12, null],
    ['phq-9', 12, null, null],
  ] as const)('%s from %j to %j is %j', (instrument, first, last, change) => {
    expect(changeOf(instrument, first, last)).toBe(change);
  });

  it('turned round is its opposite', () => {
    const opposite = { better: 'worse', worse: 'better', same: 'same' } as const;
    const form = fc.constantFrom(...(Object.keys(RELIABLE_POINTS) as ('phq-9' | 'gad-7')[]));
    const total = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(form, total, total, (instrument, a, b) => {
        const there = changeOf(instrument, a, b);
        expect(there && opposite[there]).toBe(changeOf(instrument, b, a));
      }),
    );
  });
});
