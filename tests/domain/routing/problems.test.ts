import { describe, expect, test } from 'vitest';
import type { Policy, PolicyRule } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems } from '#lib/domain/routing/problems.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';

const all: ReadonlySet<Tier> = new Set(TIERS);
const rule = (id: string, from: number, to: number, tier: Tier = 'guidance'): PolicyRule => ({
  id,
  instrument: 'phq-9',
  from,
  to,
  tier,
  alsoOpen: [],
});
const problems = (rules: PolicyRule[], open = all) => {
  const policy: Policy = { schema: 1, name: 'x', recheckAfterDays: 14, source: 'x', rules };
  return findPolicyProblems(policy, open);
};

test('a sound policy has no problem, in whatever order its rules stand', () => {
  const rules = [rule('a', 0, 9), rule('b', 10, 27, 'face_to_face')];
  expect(problems(rules)).toEqual([]);
  expect(problems(rules.toReversed())).toEqual([]);
});

test('a rule may be for one total alone', () => {
  const rules = [
    rule('a', 0, 9),
    rule('b', 10, 10, 'community'),
    rule('c', 11, 27, 'face_to_face'),
  ];
  expect(problems(rules)).toEqual([]);
});

describe('a gap', () => {
  test('is named by its first and last total', () => {
    expect(problems([rule('a', 1, 4), rule('b', 8, 26)])).toEqual([
      { kind: 'gap', from: 0, to: 0 },
      { kind: 'gap', from: 5, to: 7 },
      { kind: 'gap', from: 27, to: 27 },
    ]);
  });

  test('is everything when there is no rule', () => {
    expect(problems([])).toEqual([{ kind: 'gap', from: 0, to: 27 }]);
  });
});

describe('an overlap', () => {
  test('names both rules and the totals they share', () => {
    expect(problems([rule('a', 0, 12), rule('b', 10, 27)])).toEqual([
      { kind: 'overlap', rules: ['a', 'b'], from: 10, to: 12 },
    ]);
    expect(problems([rule('b', 10, 27), rule('a', 0, 10)])).toEqual([
      { kind: 'overlap', rules: ['b', 'a'], from: 10, to: 10 },
    ]);
  });

  test('is found between every two rules', () => {
    const found = problems([rule('a', 0, 27), rule('b', 5, 6), rule('c', 6, 7)]);
    expect(found.filter(({ kind }) => kind === 'overlap')).toHaveLength(3);
  });
});

test('a rule that earlier rules cover is unreachable', () => {
  expect(problems([rule('a', 0, 9), rule('b', 10, 27), rule('c', 5, 12)])).toContainEqual({
    kind: 'unreachable',
    rule: 'c',
  });
});

describe('a higher score in a lower tier', () => {
  test('names the rule and the one before it', () => {
    const falling = [
      rule('a', 0, 4, 'community'),
      rule('b', 5, 9),
      rule('c', 10, 27, 'face_to_face'),
    ];
    const expected = [{ kind: 'higher_score_lower_tier', rule: 'b', before: 'a' }];
    expect(problems(falling)).toEqual(expected);
    expect(problems(falling.toReversed())).toEqual(expected);
  });

  test('is seen across a gap', () => {
    expect(problems([rule('a', 0, 4, 'face_to_face'), rule('b', 9, 27)])).toContainEqual({
      kind: 'higher_score_lower_tier',
      rule: 'b',
      before: 'a',
    });
  });
});

test('a tier without an open service is named for each rule that leads there', () => {
  const rules = [rule('a', 0, 9), rule('b', 10, 27, 'face_to_face')];
  expect(problems(rules, new Set(['guidance']))).toEqual([
    { kind: 'tier_closed', rule: 'b', tier: 'face_to_face' },
  ]);
});

test('a range turned round, or off the scale, is a bad range and nothing else', () => {
  const sound = rule('all', 0, 27);
  expect(problems([sound, rule('a', 9, 3)])).toEqual([{ kind: 'bad_range', rule: 'a' }]);
  expect(problems([sound, rule('a', -1, 3)])).toEqual([{ kind: 'bad_range', rule: 'a' }]);
  expect(problems([sound, rule('a', 20, 28)])).toEqual([{ kind: 'bad_range', rule: 'a' }]);
  expect(problems([rule('a', 9, 3), sound])).toEqual([{ kind: 'bad_range', rule: 'a' }]);
});
