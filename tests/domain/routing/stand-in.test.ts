import { expect, test } from 'vitest';
import { standInFor } from '#lib/domain/routing/stand-in.ts';
import { TIERS, type Tier, tierRank } from '#lib/domain/routing/tier.ts';

const lead = (tier: Tier, ...open: Tier[]) => {
  const { tier: to, closed } = standInFor(tier, new Set(open));
  return closed ? `${to} closed` : to;
};

test('an open tier stands for itself', () => {
  for (const tier of TIERS) expect(lead(tier, ...TIERS)).toBe(tier);
});

test('guidance and the group stand in for each other', () => {
  expect(lead('guidance', 'community', 'face_to_face')).toBe('community');
  expect(lead('community', 'guidance', 'face_to_face')).toBe('guidance');
});

test('with both closed, face-to-face stands in', () => {
  expect(lead('guidance', 'face_to_face')).toBe('face_to_face');
  expect(lead('community', 'face_to_face')).toBe('face_to_face');
});

test('nothing lower ever stands in for face-to-face', () => {
  expect(lead('face_to_face', 'guidance', 'community')).toBe('face_to_face closed');
});

test('with nothing open it says so, for help lines and an alert', () => {
  for (const tier of TIERS) expect(lead(tier)).toBe('face_to_face closed');
});

test('the tiers are ordered from guidance to face-to-face', () => {
  expect(TIERS.map(tierRank)).toEqual([0, 1, 2]);
  expect(TIERS).toEqual(['guidance', 'community', 'face_to_face']);
});
