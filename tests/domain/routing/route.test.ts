import { describe, expect, test } from 'vitest';
import { firstCheck } from '#lib/domain/routing/facts.ts';
import type { Policy, PolicyTable } from '#lib/domain/routing/policy.ts';
import { preparePolicy } from '#lib/domain/routing/prepare.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { type LivePolicy, recheckDay, route } from '#lib/domain/routing/route.ts';
import { placeScore, scoreOf } from './scores.ts';

const policy = PRESETS[0]?.policy as Policy;
const phq9 = (rows: PolicyTable['rows']): Policy['tables'] => [{ instrument: 'phq-9', rows }];
const live: LivePolicy = { policy, hash: 'h' };
const safe = {
  tier: 'face_to_face',
  reason: 'no_policy',
  ruleId: null,
  policyHash: null,
  alsoOpen: ['guidance', 'community'],
  supportFirst: false,
  crisisFloor: false,
};

test('a total goes where the policy says, and the placement names rule and version', () => {
  expect(placeScore(scoreOf({ total: 7 }), live)).toEqual({
    tier: 'community',
    reason: 'policy',
    ruleId: 'group-5-9',
    policyHash: 'h',
    alsoOpen: ['guidance'],
    supportFirst: false,
    crisisFloor: false,
  });
});

test('under the default policy each total meets the rule that covers it', () => {
  const fresh = { policy: structuredClone(policy), hash: 'h' };
  const rules = Array.from(
    { length: 28 },
    (_, total) => placeScore(scoreOf({ total }), fresh).ruleId,
  );
  expect(rules).toEqual([
    ...Array.from({ length: 5 }, () => 'guidance-0-4'),
    ...Array.from({ length: 5 }, () => 'group-5-9'),
    ...Array.from({ length: 18 }, () => 'meet-10-27'),
  ]);
});

test('a form that cannot be added up is offered every step, with none chosen', () => {
  expect(placeScore(scoreOf({ total: null, missing: 2 }), live)).toMatchObject({
    tier: null,
    reason: 'no_total',
    ruleId: null,
    policyHash: 'h',
    alsoOpen: ['guidance', 'community', 'face_to_face'],
  });
  // Nobody knows what a policy would have said of the rest.
  expect(placeScore(scoreOf({ total: null, missing: 2 }), null)).toMatchObject({
    tier: 'face_to_face',
    reason: 'no_policy',
  });
});

test('a total that no row knows leads to the safe step, also beside a form without one', () => {
  const odd = [scoreOf({ total: 28 }), scoreOf({ instrument: 'gad-7', total: null, missing: 1 })];
  expect(route(firstCheck(...odd), { policy, hash: 'h' })).toMatchObject({
    tier: 'face_to_face',
    reason: 'no_policy',
  });
});

test('a low total with thoughts of death or self-harm is never self-management', () => {
  const all: Policy = {
    ...policy,
    tables: phq9([{ id: 'all', from: 0, to: 27, tier: 'guidance', alsoOpen: [] }]),
  };
  expect(placeScore(scoreOf({ total: 3, item9: 3 }), { policy: all, hash: 'h' })).toMatchObject({
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
    expect(placeScore(scoreOf({ total: 2 }), null)).toEqual(safe);
  });

  const [first, ...rest] = policy.tables[0]?.rows ?? [];
  if (!first) throw new Error('no row');
  test.each([
    ['is no object', 'guidance'],
    ['is nothing', null],
    ['is not there', undefined],
    ['misses its tables', { ...policy, tables: undefined }],
    ['has no table', { ...policy, tables: [] }],
    ['has no row', { ...policy, tables: phq9([]) }],
    ['leaves a gap', { ...policy, tables: phq9(rest) }],
    ['overlaps itself', { ...policy, tables: phq9([{ ...first, to: 6 }, ...rest]) }],
    ['has no default row', { ...policy, otherwise: undefined }],
    [
      'asks what cannot be',
      {
        ...policy,
        raises: [
          {
            id: 'x',
            when: [{ fact: 'total', instrument: 'phq-2', atLeast: 7 }],
            tier: 'community',
            alsoOpen: [],
          },
        ],
      },
    ],
    ['has a member we do not know', { ...policy, floor: false }],
    ['is of another version', { ...policy, schema: 3 }],
  ])('when the policy %s', (_what, broken) => {
    expect(placeScore(scoreOf({ total: 2 }), { policy: broken, hash: 'h' })).toEqual(safe);
  });

  test('where one of two forms could be added up', () => {
    const gad7 = scoreOf({ instrument: 'gad-7', total: null, item9: null, crisis: false });
    expect(route(firstCheck(gad7, scoreOf({ total: 2 })), null)).toEqual(safe);
  });

  test('when the policy has no hash to name', () => {
    expect(placeScore(scoreOf({ total: 2 }), { policy } as unknown as LivePolicy)).toEqual(safe);
  });

  test('when reading the policy throws, each time', () => {
    const bad = {
      hash: 'h',
      get policy(): unknown {
        throw new Error('boom');
      },
    };
    expect([1, 2].map(() => placeScore(scoreOf({ total: 2 }), bad))).toEqual([safe, safe]);
  });

  test('when the total is off the scale', () => {
    expect(placeScore(scoreOf({ total: 28 }), live)).toMatchObject({ tier: 'face_to_face' });
    expect(placeScore(scoreOf({ total: -1 }), live).reason).toBe('no_policy');
  });
});

test('a policy that is changed in memory after its first use changes nothing', () => {
  const copy = structuredClone(policy);
  const before = placeScore(scoreOf({ total: 12 }), { policy: copy, hash: 'h' });
  for (const row of copy.tables.flatMap(({ rows }) => rows)) row.tier = 'guidance';
  expect(placeScore(scoreOf({ total: 12 }), { policy: copy, hash: 'h' })).toEqual(before);
});

test('answering again is suggested when the policy says, and after 2 weeks where none can be read', () => {
  expect(recheckDay({ ...policy, recheckAfterDays: 28 }, 1)).toBe(28);
  expect(recheckDay(null, 1)).toBe(14);
  expect(recheckDay({ recheckAfterDays: 28 }, 1)).toBe(14);
});

test('then at 4 and 12 weeks from the start, then every 12 weeks, early or late as the check was', () => {
  const after = (answered: number) => recheckDay(null, answered);
  expect([after(7), after(8), after(14), after(20), after(21)]).toEqual([14, 28, 28, 28, 28]);
  expect([after(22), after(28), after(77)]).toEqual([84, 84, 84]);
  expect([after(78), after(84), after(161), after(162)]).toEqual([168, 168, 168, 252]);
});
