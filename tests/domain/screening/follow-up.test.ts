import { expect, test } from 'vitest';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { followUpOf } from '#lib/domain/screening/follow-up.ts';

const NO: readonly ItemAnswer[] = [0, 0, 0, 0, 0];

test('thoughts right now come first, whatever else was said', () => {
  expect(followUpOf(NO.with(4, 1))).toBe('now');
  expect(followUpOf([1, 1, 1, 1, 1])).toBe('now');
  expect(followUpOf(['declined', 'declined', 'declined', 'declined', 1])).toBe('now');
});

test('anything before now, or left out, is soon', () => {
  for (let item = 0; item < 4; item += 1) {
    expect(followUpOf(NO.with(item, 1))).toBe('soon');
    expect(followUpOf(NO.with(item, 'declined'))).toBe('soon');
  }
});

test('no to the first four is none, unless it is now', () => {
  expect(followUpOf(NO)).toBe('none');
});

test('the question about now left out is never a no', () => {
  expect(followUpOf(NO.with(4, 'declined'))).toBe('soon');
});
