import { expect, it } from 'vitest';
import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';
import { compareGroups } from '#lib/domain/evaluation/gap-headline.ts';

const shown = (value: number): Disclosed => ({ kind: 'shown', value });

function line(group: string, x: number, n: number) {
  const [count, outOf] = [shown(x), shown(n)];
  const stage = 'attended_30';
  return { group, stage, of: 'closed_30', count, outOf, ...rateOf(count, outOf) };
}

const FIGURE = {
  name: 'gap',
  lines: [line('a', 30, 100), line('b', 40, 400), line('c', 60, 200), line('all', 130, 700)],
};

it('the two largest groups are compared, the larger one first', () => {
  const found = compareGroups(FIGURE);
  expect([found?.a, found?.b]).toEqual(['b', 'c']);
  expect(found?.diff).toBeCloseTo(0.1 - 0.3, 12);
});

it('in an order that is given, the last one is compared with the one before it', () => {
  const found = compareGroups(FIGURE, ['c', 'b', 'a', 'unknown']);
  expect([found?.a, found?.b]).toEqual(['a', 'b']);
  expect(found?.diff).toBeCloseTo(0.3 - 0.1, 12);
  expect(compareGroups(FIGURE, ['a'])).toBeNull();
});
