import { expect, test } from 'vitest';
import { comparePolicies } from '#lib/domain/routing/compare.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';

const [review, nice] = PRESETS.map(({ policy }) => policy) as [Policy, Policy];

test('every total from 0 to 27 is compared, once and in order', () => {
  expect(comparePolicies(review, nice).map(({ total }) => total)).toEqual(
    Array.from({ length: 28 }, (_, total) => total),
  );
});

test('a change of cut-offs shows who would be led elsewhere', () => {
  const moved = comparePolicies(review, nice).filter(({ before, after }) => before !== after);
  expect(moved.map(({ total }) => total)).toEqual([10, 11, 12, 13, 14, 15]);
  expect(moved[0]).toEqual({ total: 10, before: 'face_to_face', after: 'community' });
});

test('the table shows tiers as visitors meet them: with the severe floor and the safe default', () => {
  const low: Policy = {
    ...review,
    rules: [{ id: 'all', instrument: 'phq-9', from: 0, to: 27, tier: 'guidance', alsoOpen: [] }],
  };
  const rows = comparePolicies(low, { ...review, rules: [] });
  expect(rows[19]).toEqual({ total: 19, before: 'guidance', after: 'face_to_face' });
  expect(rows[20]).toEqual({ total: 20, before: 'face_to_face', after: 'face_to_face' });
});
