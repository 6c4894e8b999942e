import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalPolicy, policySchema } from '#lib/domain/routing/policy.ts';
import { rulePolicies } from './generated-policies.ts';

const row = { id: 'all', from: 0, to: 27, tier: 'guidance', alsoOpen: [] } as const;
const table = { instrument: 'phq-9', rows: [row] } as const;
const raise = {
  id: 'raise-1',
  when: [{ fact: 'recheck' }],
  tier: 'community',
  alsoOpen: [],
} as const;
const policy = {
  schema: 2,
  name: 'Autumn',
  recheckAfterDays: 14,
  tables: [table],
  raises: [raise],
  otherwise: { tier: 'face_to_face', alsoOpen: [] },
  source: 'x',
} as const;
const accepts = (change: object) => policySchema.safeParse({ ...policy, ...change }).success;
const withRow = (change: object) =>
  accepts({ tables: [{ ...table, rows: [{ ...row, ...change }] }] });
const asking = (...when: object[]) => accepts({ raises: [{ ...raise, when }] });

describe('the canonical text of a policy', () => {
  test('has its keys sorted at every level and its rules in their order', () => {
    expect(canonicalPolicy(policySchema.parse(policy))).toBe(
      '{"name":"Autumn","otherwise":{"alsoOpen":[],"tier":"face_to_face"},"raises":[{"alsoOpen":[],"id":"raise-1","tier":"community","when":[{"fact":"recheck"}]}],"recheckAfterDays":14,"schema":2,"source":"x","tables":[{"instrument":"phq-9","rows":[{"alsoOpen":[],"from":0,"id":"all","tier":"guidance","to":27}]}]}',
    );
  });

  test('is the same whatever the order of the keys, and reads back as the same policy', () => {
    fc.assert(
      fc.property(rulePolicies, (sound) => {
        const turned = Object.fromEntries(Object.entries(sound).reverse());
        const text = canonicalPolicy(sound);
        expect(canonicalPolicy(policySchema.parse(turned))).toBe(text);
        expect(policySchema.parse(JSON.parse(text))).toEqual(sound);
      }),
    );
  });

  test('holds an empty value as such', () => {
    expect(canonicalPolicy({ b: null, a: [null] })).toBe('{"a":[null],"b":null}');
  });

  test('differs when a cut-off differs', () => {
    const one = policySchema.parse(policy);
    const other = policySchema.parse({ ...policy, recheckAfterDays: 15 });
    expect(canonicalPolicy(one)).not.toBe(canonicalPolicy(other));
  });
});

test('two rules of one name are refused in words', () => {
  const messages = (change: object) => {
    const { error } = policySchema.safeParse({ ...policy, ...change });
    return error?.issues.map(({ message }) => message);
  };
  const shared = ['Two rules share an id, or two tables an instrument'];
  expect(messages({ tables: [{ ...table, rows: [row, row] }] })).toEqual(shared);
  expect(messages({ raises: [raise, raise] })).toEqual(shared);
  expect(messages({ raises: [{ ...raise, id: 'all' }] })).toEqual(shared);
  expect(messages({ tables: [table, { ...table, rows: [{ ...row, id: 'b' }] }] })).toEqual(shared);
});

describe('a policy document', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => n);

  test('is accepted at the edges', () => {
    expect(accepts({})).toBe(true);
    expect([1, 90].every((recheckAfterDays) => accepts({ recheckAfterDays }))).toBe(true);
    expect(withRow({ from: 27, alsoOpen: ['guidance', 'community', 'face_to_face'] })).toBe(true);
    expect(withRow({ id: 'a'.repeat(40), to: 50 })).toBe(true);
    expect(accepts({ name: 'n'.repeat(80), source: 's'.repeat(6000) })).toBe(true);
    const rows = many(51).map((n) => ({ ...row, id: `r${n}` }));
    expect(accepts({ tables: [{ ...table, rows }] })).toBe(true);
    expect(accepts({ raises: many(30).map((n) => ({ ...raise, id: `x${n}` })) })).toBe(true);
    expect(accepts({ raises: [] })).toBe(true);
  });

  test.each([
    { schema: 3 },
    { name: ' ' },
    { name: 'n'.repeat(81) },
    { recheckAfterDays: 0 },
    { recheckAfterDays: 91 },
    { recheckAfterDays: 1.5 },
    { source: '' },
    { source: 's'.repeat(6001) },
    { crisisFloor: false },
    { tables: [] },
    { tables: [{ ...table, rows: [] }] },
    { tables: [{ ...table, rows: many(52).map((n) => ({ ...row, id: `r${n}` })) }] },
    { tables: [{ ...table, instrument: 'asq' }] },
    { raises: many(31).map((n) => ({ ...raise, id: `x${n}` })) },
    { otherwise: undefined },
    { otherwise: { tier: 'none', alsoOpen: [] } },
  ])('is refused with %j', (change) => {
    expect(accepts(change)).toBe(false);
  });

  test.each([
    { from: -1 },
    { to: 51 },
    { from: 0.5 },
    { tier: 'none' },
    { alsoOpen: ['crisis'] },
    { alsoOpen: ['guidance', 'guidance', 'guidance', 'guidance'] },
    { instrument: 'phq-9' },
    { id: '' },
    { id: 'A' },
    { id: '-a' },
    { id: 'a b' },
    { id: 'a'.repeat(41) },
    { item9: 0 },
  ])('is refused with %j in a row', (change) => {
    expect(withRow(change)).toBe(false);
  });

  test('asks by thresholds alone', () => {
    const phq9 = { instrument: 'phq-9' };
    expect(asking({ fact: 'total', ...phq9, atLeast: 0 })).toBe(true);
    expect(asking({ fact: 'change', ...phq9, atLeast: -50 })).toBe(true);
    expect(asking({ fact: 'change', ...phq9, atLeast: 50 })).toBe(true);
    expect([1, 3].every((atLeast) => asking({ fact: 'item9', atLeast }))).toBe(true);
    expect([1, 3].every((atLeast) => asking({ fact: 'difficulty', atLeast }))).toBe(true);
    const days = { fact: 'days_on_step', tier: 'guidance' };
    expect([1, 365].every((atLeast) => asking({ ...days, atLeast }))).toBe(true);
    expect(asking(...many(4).map(() => ({ fact: 'signs' })))).toBe(true);
  });

  test.each([
    { fact: 'total', instrument: 'phq-9', atMost: 4 },
    { fact: 'total', instrument: 'asq', atLeast: 4 },
    { fact: 'total', instrument: 'phq-9', atLeast: 51 },
    { fact: 'change', instrument: 'phq-9', atLeast: 51 },
    { fact: 'change', instrument: 'phq-9', atLeast: -51 },
    { fact: 'item9', atLeast: 0 },
    { fact: 'item9', atLeast: 4 },
    { fact: 'difficulty', atLeast: 0 },
    { fact: 'difficulty', atLeast: 4 },
    { fact: 'days_on_step', tier: 'guidance', atLeast: 0 },
    { fact: 'days_on_step', tier: 'guidance', atLeast: 366 },
    { fact: 'recheck', is: false },
    { fact: 'age' },
  ])('never asks %j', (condition) => {
    expect(asking(condition)).toBe(false);
  });

  test('asks one to four things in a rule', () => {
    expect(asking()).toBe(false);
    expect(asking(...many(5).map(() => ({ fact: 'signs' })))).toBe(false);
  });
});

describe('a policy of the first form', () => {
  const first = {
    schema: 1,
    name: 'Old',
    recheckAfterDays: 7,
    rules: [{ ...row, instrument: 'phq-9' }],
    source: 'x',
  };
  const takes = (change: object) => policySchema.safeParse({ ...first, ...change }).success;

  test('reads as one table without rules, and sends everyone else to a person', () => {
    expect(policySchema.parse(first)).toEqual({
      schema: 2,
      name: 'Old',
      recheckAfterDays: 7,
      tables: [table],
      raises: [],
      otherwise: { tier: 'face_to_face', alsoOpen: ['guidance', 'community'] },
      source: 'x',
    });
  });

  test('keeps its own limits', () => {
    expect(takes({ recheckAfterDays: 1, source: 's'.repeat(2000) })).toBe(true);
    expect(takes({ recheckAfterDays: 90 })).toBe(true);
    expect(takes({ recheckAfterDays: 0 })).toBe(false);
    expect(takes({ recheckAfterDays: 91 })).toBe(false);
    expect(takes({ source: '' })).toBe(false);
    expect(takes({ source: 's'.repeat(2001) })).toBe(false);
    expect(takes({ rules: [...first.rules, ...first.rules] })).toBe(false);
    expect(takes({ rules: [{ ...row, instrument: 'gad-7' }] })).toBe(false);
    expect(takes({ raises: [] })).toBe(false);
    const rules = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ ...row, instrument: 'phq-9', id: `r${n}` }));
    expect(takes({ rules: rules(28) })).toBe(true);
    expect(takes({ rules: rules(29) })).toBe(false);
  });
});
