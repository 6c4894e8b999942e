import { expect, test } from 'vitest';
import { type Facts, firstCheck } from '#lib/domain/routing/facts.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { preparePolicy } from '#lib/domain/routing/prepare.ts';
import { scoreOf } from './scores.ts';

const row = (id: string, from: number, to: number, tier: 'guidance' | 'community') => ({
  id,
  from,
  to,
  tier,
  alsoOpen: [],
});
const policy: Policy = {
  schema: 2,
  name: 'x',
  recheckAfterDays: 14,
  source: 'x',
  tables: [
    { instrument: 'phq-9', rows: [row('low', 0, 9, 'guidance'), row('high', 10, 27, 'community')] },
    {
      instrument: 'gad-7',
      rows: [row('calm', 0, 9, 'guidance'), row('tense', 10, 21, 'community')],
    },
  ],
  raises: [
    { id: 'hard', when: [{ fact: 'difficulty', atLeast: 2 }], tier: 'community', alsoOpen: [] },
    {
      id: 'both',
      when: [{ fact: 'difficulty', atLeast: 2 }, { fact: 'recheck' }],
      tier: 'face_to_face',
      alsoOpen: ['guidance'],
    },
  ],
  otherwise: { tier: 'community', alsoOpen: ['guidance'] },
};
const phq9 = (total: number | null, difficulty: 0 | 2 = 0) => scoreOf({ total, difficulty });
const other = (instrument: string, total: number | null) =>
  scoreOf({ instrument, total, item9: null, crisis: false });
const decide = (facts: Facts) => preparePolicy(policy)?.decide(facts);

test('the highest step of all that is said wins, and the others stay open', () => {
  expect(decide(firstCheck(phq9(3)))).toEqual({ tier: 'guidance', alsoOpen: [], ruleId: 'low' });
  expect(decide(firstCheck(phq9(3), other('gad-7', 12)))).toEqual({
    tier: 'community',
    alsoOpen: ['guidance'],
    ruleId: 'tense',
  });
  expect(decide(firstCheck(phq9(12), other('gad-7', 3)))).toMatchObject({ ruleId: 'high' });
});

test('rows decide alike in whatever order they stand', () => {
  const tables = policy.tables.map((table) => ({ ...table, rows: table.rows.toReversed() }));
  const turned = preparePolicy({ ...policy, tables });
  expect(turned?.decide(firstCheck(phq9(3)))?.ruleId).toBe('low');
  expect(turned?.decide(firstCheck(phq9(12)))?.ruleId).toBe('high');
});

test('every condition of a rule must hold, and a rule never lowers', () => {
  expect(decide(firstCheck(phq9(3, 2)))).toEqual({
    tier: 'community',
    alsoOpen: ['guidance'],
    ruleId: 'hard',
  });
  expect(decide({ ...firstCheck(phq9(3, 2)), recheck: true })).toEqual({
    tier: 'face_to_face',
    alsoOpen: ['guidance', 'community'],
    ruleId: 'both',
  });
  expect(decide({ ...firstCheck(phq9(3)), recheck: true })?.ruleId).toBe('low');
});

test('of two that say the same step, the first is named: the table before a rule', () => {
  expect(decide(firstCheck(phq9(12, 2)))?.ruleId).toBe('high');
});

test('a form without a table is led by the default row', () => {
  const said = { tier: 'community', alsoOpen: ['guidance'], ruleId: null };
  expect(decide(firstCheck(other('k10', 10)))).toEqual(said);
  // Beside another that has one, too: more symptoms never lead lower than the one form would alone.
  expect(decide(firstCheck(other('k10', 10), phq9(3)))).toEqual(said);
  expect(decide(firstCheck(phq9(12), other('k10', null)))?.ruleId).toBe('high');
  expect(decide(firstCheck(other('k10', null)))).toBeNull();
  expect(decide(firstCheck())).toBeNull();
});

test('a total that its own table cannot know is led by nobody, so by the safe step', () => {
  expect(decide(firstCheck(phq9(28)))).toBeNull();
  expect(decide(firstCheck(phq9(-1)))).toBeNull();
});

test('without a total a rule may still speak', () => {
  expect(decide(firstCheck(phq9(null, 2)))?.ruleId).toBe('hard');
  expect(decide(firstCheck(phq9(null)))).toBeNull();
});
