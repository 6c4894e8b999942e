import { expect, test } from 'vitest';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { strongest } from '#lib/domain/screening/strongest.ts';

/** Of the nine and the question about difficulty. */
const rowOf = (n: number, answer: ItemAnswer | null) => ({
  n,
  question: n <= 9 ? ({ form: 'phq-9', item: n } as const) : null,
  answer,
});
const named = (...answers: (ItemAnswer | null)[]) =>
  strongest(answers.map((answer, i) => rowOf(i + 1, answer))).map(({ n }) => n);

test('the strongest answers come first, and equal ones in the order of the questions', () => {
  expect(named(2, 3, 0, 2)).toEqual([2, 1, 4]);
  const rows = [3, 1, 2].map((n) => rowOf(n, 2));
  expect(strongest(rows).map(({ n }) => n)).toEqual([1, 2, 3]);
});

test('nothing below "more than half the days" is named, nor what was not answered', () => {
  expect(named(1, 0, 'declined', null, 1)).toEqual([]);
});

test('three are enough', () => {
  expect(named(2, 2, 2, 3, 3)).toEqual([4, 5, 1]);
});

test('the safety question and the one about difficulty are never named', () => {
  expect(named(0, 0, 0, 0, 0, 0, 0, 2, 3, 3)).toEqual([8]);
});
