import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { HOURS, Tally } from '#lib/domain/community/figures.ts';
import { FIGURES, groupFigures, lastSpan } from '#lib/domain/evaluation/group-figures.ts';
import { weekdayOf } from '#lib/domain/roster/hours.ts';

const tally = (count: number, hours: (typeof HOURS)[number] = '0-1'): Tally => ({
  kind: 'held',
  decision: 'show',
  hours,
  count,
});

it('a count under 10 is left out, and any other is rounded to 5', () => {
  const told = (count: number) => groupFigures([tally(count)]).counts[0]?.count;
  for (const few of [0, 1, 9]) expect(told(few)).toEqual({ kind: 'suppressed' });
  expect(told(10)).toEqual({ kind: 'shown', value: 10 });
  expect(told(12)).toEqual({ kind: 'shown', value: 10 });
  expect(told(13)).toEqual({ kind: 'shown', value: 15 });
});

it('nothing that is told changes with a count that is left out, whatever it is', () => {
  const few = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(few, few, fc.integer({ min: 60, max: 500 }), (a, b, many) => {
      const others: Tally[] = [tally(many, '2-4')];
      const hidden = (n: number): Tally => ({ ...tally(n, '2-4'), decision: 'hide' });
      expect(groupFigures([...others, hidden(a)])).toEqual(groupFigures([...others, hidden(b)]));
    }),
  );
});

it('how long it takes is told from 50 decisions on', () => {
  expect(groupFigures([tally(49)]).hours).toBeNull();
  expect(groupFigures([tally(50)]).hours).toBe('0-1');
});

it('there is a line for each decision that a visitor can meet, and no total', () => {
  const { counts } = groupFigures([]);
  expect(counts).toHaveLength(FIGURES.length);
  expect(new Set(counts.map(({ kind, decision }) => `${kind} ${decision}`)).size).toBe(7);
});

it('spans are 13 whole weeks that are over, and never overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 60_000 }), (n) => {
      const { from, until } = lastSpan(n as Day);
      expect(weekdayOf(from)).toBe(1);
      expect(until - from).toBe(91);
      expect(until).toBeLessThanOrEqual(n);
      expect(n - until).toBeLessThan(91 + 7);
      const next = lastSpan((n + 1) as Day);
      expect(next.from === from || next.from === until).toBe(true);
    }),
  );
});
