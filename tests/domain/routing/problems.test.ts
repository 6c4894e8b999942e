import { describe, expect, test } from 'vitest';
import type { Condition, Policy, PolicyRow, RoutedInstrument } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems, isBlocking } from '#lib/domain/routing/problems.ts';
import { TIERS, type Tier } from '#lib/domain/routing/tier.ts';

const all: ReadonlySet<Tier> = new Set(TIERS);
const instrument = 'phq-9';
const rule = (id: string, from: number, to: number, tier: Tier = 'guidance'): PolicyRow => ({
  id,
  from,
  to,
  tier,
  alsoOpen: [],
});
const policyOf = (rows: PolicyRow[], raises: Policy['raises'] = []): Policy => ({
  schema: 2,
  name: 'x',
  recheckAfterDays: 14,
  source: 'x',
  tables: [{ instrument, rows }],
  raises,
  otherwise: { tier: 'guidance', alsoOpen: [] },
});
const problems = (rows: PolicyRow[], open = all) => findPolicyProblems(policyOf(rows), open);

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
      { kind: 'gap', instrument, from: 0, to: 0 },
      { kind: 'gap', instrument, from: 5, to: 7 },
      { kind: 'gap', instrument, from: 27, to: 27 },
    ]);
  });

  test('is everything when there is no rule', () => {
    expect(problems([])).toEqual([{ kind: 'gap', instrument, from: 0, to: 27 }]);
  });
});

describe('an overlap', () => {
  test('names both rules and the totals they share', () => {
    expect(problems([rule('a', 0, 12), rule('b', 10, 27)])).toEqual([
      { kind: 'overlap', instrument, rules: ['a', 'b'], from: 10, to: 12 },
    ]);
    expect(problems([rule('b', 10, 27), rule('a', 0, 10)])).toEqual([
      { kind: 'overlap', instrument, rules: ['b', 'a'], from: 10, to: 10 },
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
    instrument,
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
    const expected = [{ kind: 'higher_score_lower_tier', instrument, rule: 'b', before: 'a' }];
    expect(problems(falling)).toEqual(expected);
    expect(problems(falling.toReversed())).toEqual(expected);
  });

  test('is seen across a gap', () => {
    expect(problems([rule('a', 0, 4, 'face_to_face'), rule('b', 9, 27)])).toContainEqual({
      kind: 'higher_score_lower_tier',
      instrument,
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
  expect(problems([sound, rule('a', 9, 3)])).toEqual([
    { kind: 'bad_range', instrument, rule: 'a' },
  ]);
  expect(problems([sound, rule('a', -1, 3)])).toEqual([
    { kind: 'bad_range', instrument, rule: 'a' },
  ]);
  expect(problems([sound, rule('a', 20, 28)])).toEqual([
    { kind: 'bad_range', instrument, rule: 'a' },
  ]);
  expect(problems([rule('a', 9, 3), sound])).toEqual([
    { kind: 'bad_range', instrument, rule: 'a' },
  ]);
});

test('each form has a scale of its own', () => {
  const table = (of: RoutedInstrument, rows: PolicyRow[]) =>
    findPolicyProblems({ ...policyOf([]), tables: [{ instrument: of, rows }] }, all);
  expect(table('k10', [rule('a', 10, 50)])).toEqual([]);
  expect(table('k10', [rule('a', 9, 50)])).toContainEqual({
    kind: 'bad_range',
    instrument: 'k10',
    rule: 'a',
  });
  expect(table('k10', [rule('a', 12, 50)])).toEqual([
    { kind: 'gap', instrument: 'k10', from: 10, to: 11 },
  ]);
  expect(table('phq-2', [rule('a', 0, 6)])).toEqual([]);
});

describe('a rule', () => {
  const rows = [rule('a', 0, 9), rule('b', 10, 27, 'community')];
  const raised = (when: Condition[], tier: Tier = 'face_to_face') =>
    findPolicyProblems(policyOf(rows, [{ id: 'r', when, tier, alsoOpen: [] }]), all);
  const total = (of: RoutedInstrument, atLeast: number): Condition => ({
    fact: 'total',
    instrument: of,
    atLeast,
  });
  const change = (of: RoutedInstrument, atLeast: number): Condition => ({
    fact: 'change',
    instrument: of,
    atLeast,
  });
  const band = (of: RoutedInstrument, atLeast: 'mild' | 'severe' | 'positive'): Condition => ({
    fact: 'band',
    instrument: of,
    atLeast,
  });

  test.each([
    [total('phq-9', 28)],
    [total('phq-2', 7)],
    [change('phq-9', 28)],
    [change('k10', 41)],
    [band('phq-9', 'positive')],
  ])('that asks for what cannot be is impossible: %j', (condition) => {
    expect(raised([{ fact: 'recheck' }, condition])).toEqual([{ kind: 'impossible', rule: 'r' }]);
  });

  test.each([
    [total('phq-9', 27)],
    [total('k10', 50)],
    [change('phq-9', 27)],
    [change('k10', 40)],
    [change('phq-9', -27)],
    [band('phq-9', 'severe')],
    [{ fact: 'item9', atLeast: 1 } as const],
    [{ fact: 'signs' } as const],
  ])('at the edge of the scale can hold: %j', (condition) => {
    expect(raised([condition])).toEqual([]);
  });

  test('that asks for a total whose row offers as much already has no effect', () => {
    const none = [{ kind: 'no_effect', rule: 'r' }];
    expect(raised([total('phq-9', 10)], 'community')).toEqual(none);
    expect(raised([band('phq-9', 'severe')], 'community')).toEqual(none);
    expect(raised([total('phq-9', 9)], 'community')).toEqual([]);
    expect(raised([total('phq-9', 9)], 'guidance')).toEqual(none);
    const turned = policyOf(rows.toReversed(), [
      { id: 'r', when: [total('phq-9', 5)], tier: 'community', alsoOpen: [] },
    ]);
    expect(findPolicyProblems(turned, all)).toEqual([]);
    expect(raised([band('phq-9', 'mild')], 'community')).toEqual([]);
    expect(raised([total('phq-9', 10)])).toEqual([]);
    expect(raised([total('gad-7', 10)], 'guidance')).toEqual([]);
    expect(raised([total('phq-9', 3), total('phq-9', 10)], 'community')).toEqual(none);
  });

  test('without effect, or to a closed step, is a warning; anything else keeps the policy from use', () => {
    const rule_ = 'r';
    expect(isBlocking({ kind: 'no_effect', rule: rule_ })).toBe(false);
    expect(isBlocking({ kind: 'tier_closed', rule: rule_, tier: 'guidance' })).toBe(false);
    expect(isBlocking({ kind: 'impossible', rule: rule_ })).toBe(true);
    expect(isBlocking({ kind: 'gap', instrument, from: 0, to: 0 })).toBe(true);
  });

  test('that leads to a closed step is named like a row', () => {
    const open = new Set<Tier>(['guidance', 'community']);
    const policy = policyOf(rows, [
      { id: 'r', when: [{ fact: 'signs' }], tier: 'face_to_face', alsoOpen: [] },
    ]);
    expect(findPolicyProblems(policy, open)).toEqual([
      { kind: 'tier_closed', rule: 'r', tier: 'face_to_face' },
    ]);
  });
});
