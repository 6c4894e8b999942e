import { expect, it } from 'vitest';
import { barrierTable, firstBarriers } from '#lib/domain/evaluation/barrier-figures.ts';
import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';

const VIEWED = '7';
const STARTED = '3';

it('counts who saw a result, who named something, and what came first, by first offer', () => {
  const { table } = barrierTable([
    { a: 'guidance', b: 'structural', mark: VIEWED, n: 30 },
    { a: 'guidance', b: 'structural', mark: '2047', n: 5 },
    { a: 'guidance', b: 'none', mark: VIEWED, n: 40 },
    { a: 'community', b: 'digital', mark: VIEWED, n: 12 },
    { a: 'community', b: 'none', mark: STARTED, n: 90 },
    { a: 'not_offered', b: 'none', mark: '1', n: 70 },
  ]);
  expect(table.all).toMatchObject({ viewed: 87, named: 47, structural: 35, digital: 12 });
  expect(table.byGroup['guidance']).toMatchObject({ viewed: 75, named: 35, structural: 35 });
  expect(table.groups).toEqual(['community', 'face_to_face', 'guidance', 'none']);
  expect(table.byGroup['none']).toMatchObject({ viewed: 0, named: 0 });
});

const shown = (value: number | null): Disclosed =>
  value === null ? { kind: 'suppressed' } : { kind: 'shown', value };

function firstOf(named: number | null, counts: Readonly<Record<string, number | null>>) {
  const lines = Object.entries(counts).map(([stage, n]) => {
    const [count, outOf] = [shown(n), shown(named)];
    return { group: 'all', stage, of: 'named', count, outOf, ...rateOf(count, outOf) };
  });
  return firstBarriers({ name: 'barriers', lines })[0] ?? null;
}

it('tells what came first most often, and whether the next one is near', () => {
  const far = firstOf(300, { psychological: 200, cognitive: 40, structural: 60 });
  expect(far).toMatchObject({ dimension: 'psychological', count: 200, outOf: 300, close: false });
  const near = firstOf(100, { psychological: 35, cognitive: 40, structural: 25 });
  expect(near).toMatchObject({ dimension: 'cognitive', close: true });
});

it('tells nothing where a hidden count may be the largest, or nothing is printed', () => {
  expect(firstOf(100, { psychological: 45, cognitive: null })).toBeNull();
  expect(firstOf(100, { psychological: 60, cognitive: null })?.dimension).toBe('psychological');
  expect(firstOf(null, { psychological: 60 })).toBeNull();
  expect(firstBarriers({ name: 'barriers', lines: null })).toEqual([]);
});
