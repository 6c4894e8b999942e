import { describe, expect, test } from 'vitest';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { preparePolicy } from '#lib/domain/routing/prepare.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { type LivePolicy, recheckAfterDays, route } from '#lib/domain/routing/route.ts';
import { scoreOf } from './scores.ts';

const policy = PRESETS[0]?.policy as Policy;
const live: LivePolicy = { policy, hash: 'h' };
const safe = {
  tier: 'face_to_face',
  reason: 'no_policy',
  ruleId: null,
  policyHash: null,
  alsoOpen: ['guidance', 'community'],
  supportFirst: false,
  crisisFloor: false,
  recheckAfterDays: 14,
};

test('a total goes where the policy says, and the placement names rule and version', () => {
  expect(route(scoreOf({ total: 7 }), live)).toEqual({
    tier: 'community',
    reason: 'policy',
    ruleId: 'group-5-9',
    policyHash: 'h',
    alsoOpen: ['guidance'],
    supportFirst: false,
    crisisFloor: false,
    recheckAfterDays: 14,
  });
});

test('under the default policy each total meets the rule that covers it', () => {
  const fresh = { policy: structuredClone(policy), hash: 'h' };
  const rules = Array.from({ length: 28 }, (_, total) => route(scoreOf({ total }), fresh).ruleId);
  expect(rules).toEqual([
    ...Array.from({ length: 5 }, () => 'guidance-0-4'),
    ...Array.from({ length: 5 }, () => 'group-5-9'),
    ...Array.from({ length: 18 }, () => 'meet-10-27'),
  ]);
});

test('a form that cannot be added up is offered every step, with none chosen', () => {
  const weekly = { policy: { ...policy, recheckAfterDays: 7 }, hash: 'h' };
  expect(route(scoreOf({ total: null, missing: 2 }), weekly)).toMatchObject({
    tier: null,
    reason: 'no_total',
    ruleId: null,
    policyHash: 'h',
    alsoOpen: ['guidance', 'community', 'face_to_face'],
    recheckAfterDays: 7,
  });
  expect(route(scoreOf({ total: null, missing: 2 }), null).reason).toBe('no_total');
});

test('a low total with thoughts of death or self-harm is never self-management', () => {
  const all: Policy = {
    ...policy,
    rules: [{ id: 'all', instrument: 'phq-9', from: 0, to: 27, tier: 'guidance', alsoOpen: [] }],
  };
  expect(route(scoreOf({ total: 3, item9: 3 }), { policy: all, hash: 'h' })).toMatchObject({
    tier: 'face_to_face',
    reason: 'crisis_floor',
    ruleId: 'all',
    policyHash: 'h',
    supportFirst: true,
  });
});

test('what is no object cannot be prepared, and does no harm', () => {
  expect(['x', 7, null, undefined, true].map(preparePolicy)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

describe('face-to-face is offered as the safe default', () => {
  test('without a policy', () => {
    expect(route(scoreOf({ total: 2 }), null)).toEqual(safe);
  });

  const [first, ...rest] = policy.rules;
  test.each([
    ['is no object', 'guidance'],
    ['is nothing', null],
    ['is not there', undefined],
    ['misses its rules', { ...policy, rules: undefined }],
    ['has no rule', { ...policy, rules: [] }],
    ['leaves a gap', { ...policy, rules: rest }],
    ['overlaps itself', { ...policy, rules: [{ ...first, to: 6 }, ...rest] }],
    ['has a member we do not know', { ...policy, floor: false }],
    ['is of another version', { ...policy, schema: 2 }],
  ])('when the policy %s', (_what, broken) => {
    expect(route(scoreOf({ total: 2 }), { policy: broken, hash: 'h' })).toEqual(safe);
  });

  test('when the policy has no hash to name', () => {
    expect(route(scoreOf({ total: 2 }), { policy } as unknown as LivePolicy)).toEqual(safe);
  });

  test('when reading the policy throws, each time', () => {
    const bad = {
      hash: 'h',
      get policy(): unknown {
        throw new Error('boom');
      },
    };
    expect([1, 2].map(() => route(scoreOf({ total: 2 }), bad))).toEqual([safe, safe]);
  });

  test('when the total is off the scale', () => {
    expect(route(scoreOf({ total: 28 }), live)).toMatchObject({ tier: 'face_to_face' });
    expect(route(scoreOf({ total: -1 }), live).reason).toBe('no_policy');
  });
});

test('a policy that is changed in memory after its first use changes nothing', () => {
  const copy = structuredClone(policy);
  const before = route(scoreOf({ total: 12 }), { policy: copy, hash: 'h' });
  for (const rule of copy.rules) rule.tier = 'guidance';
  expect(route(scoreOf({ total: 12 }), { policy: copy, hash: 'h' })).toEqual(before);
});

test('answering again is suggested when the policy says, and after 2 weeks where none can be read', () => {
  expect(recheckAfterDays({ ...policy, recheckAfterDays: 28 })).toBe(28);
  expect(recheckAfterDays(null)).toBe(14);
  expect(recheckAfterDays({ recheckAfterDays: 28 })).toBe(14);
});
