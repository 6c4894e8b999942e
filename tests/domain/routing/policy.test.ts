import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalPolicy, policySchema } from '#lib/domain/routing/policy.ts';
import { soundPolicies } from './generated-policies.ts';

const policy = {
  schema: 1,
  name: 'Autumn',
  recheckAfterDays: 14,
  rules: [{ id: 'all', instrument: 'phq-9', from: 0, to: 27, tier: 'guidance', alsoOpen: [] }],
  source: 'x',
} as const;
const accepts = (change: object) => policySchema.safeParse({ ...policy, ...change }).success;
const withRule = (change: object) => accepts({ rules: [{ ...policy.rules[0], ...change }] });

describe('the canonical text of a policy', () => {
  test('has its keys sorted at every level and its rules in their order', () => {
    expect(canonicalPolicy(policySchema.parse(policy))).toBe(
      '{"name":"Autumn","recheckAfterDays":14,"rules":[{"alsoOpen":[],"from":0,"id":"all","instrument":"phq-9","tier":"guidance","to":27}],"schema":1,"source":"x"}',
    );
  });

  test('is the same whatever the order of the keys, and reads back as the same policy', () => {
    fc.assert(
      fc.property(soundPolicies, (sound) => {
        const turned = Object.fromEntries(Object.entries(sound).reverse());
        const text = canonicalPolicy(sound);
        expect(canonicalPolicy(policySchema.parse(turned))).toBe(text);
        expect(policySchema.parse(JSON.parse(text))).toEqual(sound);
      }),
    );
  });

  test('differs when a cut-off differs', () => {
    const one = policySchema.parse(policy);
    const other = policySchema.parse({ ...policy, recheckAfterDays: 15 });
    expect(canonicalPolicy(one)).not.toBe(canonicalPolicy(other));
  });
});

test('two rules of one name are refused in words', () => {
  const twice = policySchema.safeParse({ ...policy, rules: [policy.rules[0], policy.rules[0]] });
  expect(twice.error?.issues.map(({ message }) => message)).toEqual(['Two rules share an id']);
});

describe('a policy document', () => {
  test('is accepted at the edges', () => {
    expect(accepts({})).toBe(true);
    expect([1, 90].every((recheckAfterDays) => accepts({ recheckAfterDays }))).toBe(true);
    expect(withRule({ from: 27, alsoOpen: ['guidance', 'community', 'face_to_face'] })).toBe(true);
    expect(withRule({ id: 'a'.repeat(40) })).toBe(true);
    expect(accepts({ name: 'n'.repeat(80), source: 's'.repeat(2000) })).toBe(true);
    const rules = Array.from({ length: 28 }, (_, n) => ({ ...policy.rules[0], id: `r${n}` }));
    expect(accepts({ rules })).toBe(true);
  });

  test.each([
    { schema: 2 },
    { name: ' ' },
    { name: 'n'.repeat(81) },
    { recheckAfterDays: 0 },
    { recheckAfterDays: 91 },
    { recheckAfterDays: 1.5 },
    { source: '' },
    { source: 's'.repeat(2001) },
    { crisisFloor: false },
    { rules: [policy.rules[0], policy.rules[0]] },
    { rules: Array.from({ length: 29 }, (_, n) => ({ ...policy.rules[0], id: `r${n}` })) },
  ])('is refused with %j', (change) => {
    expect(accepts(change)).toBe(false);
  });

  test.each([
    { from: -1 },
    { to: 28 },
    { from: 0.5 },
    { tier: 'none' },
    { alsoOpen: ['crisis'] },
    { alsoOpen: ['guidance', 'guidance', 'guidance', 'guidance'] },
    { instrument: 'phq-2' },
    { id: '' },
    { id: 'A' },
    { id: '-a' },
    { id: 'a b' },
    { id: 'a'.repeat(41) },
    { item9: 0 },
  ])('is refused with %j in a rule', (change) => {
    expect(withRule(change)).toBe(false);
  });
});
