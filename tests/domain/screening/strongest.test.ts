import { expect, test } from 'vitest';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { strongest } from '#lib/domain/screening/strongest.ts';

const named = (...answers: (ItemAnswer | null)[]) =>
  strongest(answers.map((answer, i) => ({ n: i + 1, answer }))).map(({ n }) => n);

test('the strongest answers come first, and equal ones in the order of the questions', () => {
  expect(named(2, 3, 0, 2)).toEqual([2, 1, 4]);
  const rows = [3, 1, 2].map((n) => ({ n, answer: 2 }) as const);
  expect(strongest(rows).map(({ n }) => n)).toEqual([1, 2, 3]);
});

test('nothing below "more than half the days" is named, nor what was not answered', () => {
  expect(named(1, 0, 'declined', null, 1)).toEqual([]);
});

test('three are enough', () => {
  expect(named(2, 2, 2, 3, 3)).toEqual([4, 5, 1]);
});

test('questions 9 and 10 are never named', () => {
  expect(named(0, 0, 0, 0, 0, 0, 0, 2, 3, 3)).toEqual([8]);
});
