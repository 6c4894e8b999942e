import { expect, it } from 'vitest';
import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';
import { gapFileRows, gapRows } from '#lib/domain/evaluation/gap-rows.ts';
import { wilson } from '#lib/domain/evaluation/statistics/wilson.ts';

const shown = (value: number): Disclosed => ({ kind: 'shown', value });
const HIDDEN: Disclosed = { kind: 'suppressed' };

/** A group at 30 days. */
function figureOf(closed: Disclosed, went: Disclosed, unheard: Disclosed) {
  const line = (stage: string, of: string | null, count: Disclosed, outOf: Disclosed) => ({
    group: 'all',
    stage: `${stage}_30`,
    of,
    count,
    outOf,
    ...rateOf(count, outOf),
  });
  const lines = [
    line('closed', null, closed, HIDDEN),
    line('attended', 'closed_30', went, closed),
    line('verified', 'attended_30', HIDDEN, went),
    line('unheard', 'closed_30', unheard, closed),
  ];
  return { name: 'gap', lines };
}

it('the gap is what is left of everyone, with the interval of what is known and its bounds', () => {
  const figure = figureOf(shown(200), shown(50), shown(60));
  const [row, ...others] = gapRows(figure);
  expect(others).toEqual([]);
  const { lo, hi } = wilson(150, 200, 0.95);
  expect(row?.gap).toEqual({
    rate: 0.75,
    lo: expect.closeTo(lo ?? 0, 12),
    hi: expect.closeTo(hi ?? 0, 12),
    outOf: 200,
    bounds: { unheard: 60, least: expect.closeTo(0.45, 12), most: 0.75 },
  });
  const ends = [expect.closeTo(lo ?? 0, 12), expect.closeTo(hi ?? 0, 12)];
  expect(gapFileRows(figure)).toEqual([
    ['gap', 'all', 'gap_30', 'closed_30', null, 200, 0.75, ...ends],
    ['gap', 'all', 'gap_bounds_30', 'closed_30', null, 200, null, expect.closeTo(0.45, 12), 0.75],
  ]);
});

it('of a hidden count there is no gap, and without who is not known of no bounds', () => {
  const hidden = gapFileRows(figureOf(shown(200), HIDDEN, shown(60)));
  expect(hidden.map((cells) => cells.slice(5))).toEqual([
    [200, 'suppressed', null, null],
    [200, 'suppressed', null, null],
  ]);
  const [row] = gapRows(figureOf(shown(200), shown(50), HIDDEN));
  expect(row?.gap).toMatchObject({ rate: 0.75, bounds: null });
  expect(gapRows({ name: 'harm', lines: [] })).toEqual([]);
});
