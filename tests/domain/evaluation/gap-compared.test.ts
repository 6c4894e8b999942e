import { expect, it } from 'vitest';
import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';
import { againstRest, compareLatest } from '#lib/domain/evaluation/gap-compared.ts';
import { riskDifference } from '#lib/domain/evaluation/statistics/newcombe.ts';

const shown = (value: number): Disclosed => ({ kind: 'shown', value });
const stands = (value: number): Disclosed => ({ kind: 'shown', value, stands: true });
const HIDDEN: Disclosed = { kind: 'suppressed' };

function line(group: string, count: Disclosed, outOf: Disclosed) {
  return {
    group,
    stage: 'attended_30',
    of: 'closed_30',
    count,
    outOf,
    ...rateOf(count, outOf),
  };
}

const LINES = [
  line('a', shown(30), shown(100)),
  line('b', shown(40), shown(400)),
  line('c', shown(60), shown(200)),
  line('all', shown(130), shown(700)),
];
const FIGURE = { name: 'gap', lines: LINES };

it('in an order that is given, the last one is compared with the one before it', () => {
  const found = compareLatest(FIGURE, ['c', 'b', 'a', 'unknown']);
  expect([found?.a, found?.b]).toEqual(['a', 'b']);
  expect(found?.diff).toBeCloseTo(0.3 - 0.1, 12);
  expect(compareLatest(FIGURE, ['a'])).toBeNull();
});

it('each group is set against everyone else, at a level that is shared', () => {
  const found = againstRest(FIGURE);
  expect(found.map(({ group }) => group)).toEqual(['a', 'b', 'c']);
  expect(found.map(({ diff }) => diff)).toEqual([
    expect.closeTo(30 / 100 - 100 / 600, 12),
    expect.closeTo(40 / 400 - 90 / 300, 12),
    expect.closeTo(60 / 200 - 70 / 500, 12),
  ]);
  // Wider than of the printed numbers as they are: rounding may have moved each of them by 2.
  const exact = riskDifference({ x: 30, n: 100 }, { x: 100, n: 600 }, 1 - 0.05 / 3);
  expect(found[0]?.lo).toBeLessThan(exact.lo ?? 0);
  expect(found[0]?.hi).toBeGreaterThan(exact.hi ?? 0);
  const ends = riskDifference({ x: 28, n: 102 }, { x: 132 - 28, n: 698 - 102 }, 1 - 0.05 / 3);
  expect(found[0]?.lo).toBeCloseTo(ends.lo ?? 0, 12);
});

it('a group with a hidden count is not compared, and moves no interval of another one', () => {
  const hidden = { ...FIGURE, lines: [...LINES.slice(1), line('a', HIDDEN, shown(100))] };
  expect(againstRest(hidden)).toEqual(againstRest(FIGURE).slice(1));
  expect(againstRest({ ...FIGURE, lines: LINES.slice(0, 3) })).toEqual([]);
});

it('nothing is said of a rest that may be of very few', () => {
  const lines = [line('a', shown(30), shown(100)), line('b', HIDDEN, HIDDEN)];
  const with15 = [...lines, line('all', shown(35), shown(115))];
  expect(againstRest({ name: 'gap', lines: with15 })).toEqual([]);
});

it('of a rest that may be nobody anything may be true', () => {
  const lines = [line('a', stands(30), stands(100)), line('b', HIDDEN, HIDDEN)];
  const [found] = againstRest({
    name: 'gap',
    lines: [...lines, line('all', stands(35), stands(120))],
  });
  expect([found?.lo, found?.hi]).toEqual([-1, 1]);
});

it('numbers that stand from an earlier release widen it by all that they may stand for', () => {
  const old = LINES.map((one) => (one.group === 'a' ? line('a', stands(30), shown(100)) : one));
  const [fresh] = againstRest(FIGURE);
  const [standing] = againstRest({ name: 'gap', lines: old });
  expect(standing?.diff).toBe(fresh?.diff);
  expect(standing?.lo).toBeLessThan((fresh?.lo ?? 0) - 0.05);
  expect(standing?.hi).toBeGreaterThan((fresh?.hi ?? 0) + 0.05);
});
