import { expect, test } from 'vitest';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { comparePolicies } from '#lib/domain/routing/review/compare.ts';

const [review, nice] = PRESETS.map(({ policy }) => policy) as [Policy, Policy];

test('every total of every form is compared, once and in order', () => {
  const named = comparePolicies(review, nice).map(
    ({ instrument, total }) => `${instrument} ${total}`,
  );
  const range = (instrument: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => `${instrument} ${from + n}`);
  expect(named).toEqual([
    ...range('phq-9', 0, 27),
    ...range('gad-7', 0, 21),
    ...range('phq-4', 0, 12),
    ...range('phq-2', 0, 6),
    ...range('k10', 10, 50),
    ...range('k6', 0, 24),
  ]);
});

test('a form that only one of the policies has a table for is compared with the default row', () => {
  const [phq9, gad7] = review.tables;
  if (!phq9 || !gad7) throw new Error('no table');
  const rows = comparePolicies({ ...review, tables: [phq9] }, { ...review, tables: [gad7] });
  expect(rows).toHaveLength(28 + 22);
  expect(rows[28]).toMatchObject({ total: 0, before: 'face_to_face', after: 'guidance' });
});

test('a change of cut-offs shows who would be led elsewhere', () => {
  const moved = comparePolicies(review, nice).filter(({ before, after }) => before !== after);
  expect(moved.map(({ instrument, total }) => `${instrument} ${total}`)).toEqual([
    ...[10, 11, 12, 13, 14, 15].map((total) => `phq-9 ${total}`),
    'gad-7 8',
    'gad-7 9',
  ]);
  expect(moved[0]).toEqual({
    instrument: 'phq-9',
    total: 10,
    before: 'face_to_face',
    after: 'community',
  });
});

test('the table shows tiers as visitors meet them: with the severe floor and the safe default', () => {
  const all = { id: 'all', from: 0, to: 27, tier: 'guidance' as const, alsoOpen: [] };
  const low: Policy = { ...review, raises: [], tables: [{ instrument: 'phq-9', rows: [all] }] };
  const rows = comparePolicies(low, { ...review, tables: [] });
  const at = (total: number) => rows.find((row) => row.total === total);
  expect(at(19)).toMatchObject({ before: 'guidance', after: 'face_to_face' });
  expect(at(20)).toMatchObject({ before: 'face_to_face', after: 'face_to_face' });
});
