import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems } from '#lib/domain/routing/problems.ts';
import { type Placement, route } from '#lib/domain/routing/route.ts';
import { TIERS, tierRank } from '#lib/domain/routing/tier.ts';
import type { Score } from '#lib/domain/screening/score.ts';
import { anyLive, anyRules, soundPolicies } from './generated-policies.ts';
import { CELLS, scoreOf } from './scores.ts';

const POLICIES = process.env['HANDRAIL_NIGHTLY'] === '1' ? 10_000 : 1000;
const SEED = 20_261_123;
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns = POLICIES) =>
  fc.sample(arbitrary, { seed: SEED, numRuns });
const hash = 'a'.repeat(64);

/** The floor as decision D11 words it, written a second time. */
function floorHolds(score: Score, placed: Placement): boolean {
  if (score.item9 !== 0) {
    return placed.tier === 'face_to_face' && placed.supportFirst && placed.crisisFloor;
  }
  const severe = score.total !== null && score.total > 19;
  if (severe && placed.tier !== 'face_to_face') return false;
  if (score.total !== null && placed.tier === null) return false;
  return !placed.supportFirst && !placed.crisisFloor;
}

test('no policy, whole, broken, missing or throwing, can remove the crisis floor', () => {
  expect(CELLS).toHaveLength(29 * 5 * 5);
  const broken: string[] = [];
  let placed = 0;
  for (const make of sample(anyLive)) {
    const live = make();
    for (const score of CELLS) {
      placed++;
      const placement = route(score, live);
      if (!floorHolds(score, placement)) broken.push(JSON.stringify({ score, placement }));
    }
  }
  expect(broken.slice(0, 3)).toEqual([]);
  expect(placed).toBe(POLICIES * 725);
});

test('whatever the policy, a placement is one that can be recorded and shown', () => {
  const reasons = ['policy', 'crisis_floor', 'severe_floor', 'no_total', 'no_policy'];
  const wrong: string[] = [];
  for (const make of sample(anyLive)) {
    const live = make();
    for (const score of CELLS) {
      const p = route(score, live);
      const sane =
        reasons.includes(p.reason) &&
        (p.tier === null) === (p.reason === 'no_total') &&
        p.alsoOpen.every((tier) => TIERS.includes(tier)) &&
        (p.ruleId === null || p.policyHash !== null) &&
        p.recheckAfterDays >= 1 &&
        p.recheckAfterDays <= 90;
      if (!sane) wrong.push(JSON.stringify({ score, p }));
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('every sound policy gives each total exactly one tier: that of the one rule that covers it', () => {
  const wrong: string[] = [];
  const check = (policy: Policy, total: number) => {
    const [rule, ...others] = policy.rules.filter(({ from, to }) => from <= total && total <= to);
    const placed = route(scoreOf({ total }), { policy, hash });
    const expected = total >= 20 ? 'face_to_face' : rule?.tier;
    const one = others.length === 0 && placed.tier === expected && placed.ruleId === rule?.id;
    if (!one || placed.policyHash !== hash) wrong.push(JSON.stringify({ total, placed, policy }));
  };
  for (const policy of sample(soundPolicies)) {
    expect(findPolicyProblems(policy, new Set(TIERS))).toEqual([]);
    for (let total = 0; total <= 27; total++) check(policy, total);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('under any policy, a higher total or a higher answer to question 9 never leads to less care', () => {
  const answers = [0, 1, 2, 3] as const;
  const wrong: string[] = [];
  for (const policy of [...sample(soundPolicies), ...sample(anyRules)]) {
    const table = answers.map((item9) =>
      Array.from({ length: 28 }, (_, total) => {
        const { tier } = route(scoreOf({ total, item9 }), { policy, hash });
        return tier === null ? -1 : tierRank(tier);
      }),
    );
    const rises = table.every((row, item9) =>
      row.every(
        (rank, total) =>
          rank >= (row[total - 1] ?? -1) && rank >= (table[item9 - 1]?.[total] ?? -1),
      ),
    );
    if (!rises) wrong.push(JSON.stringify({ policy, table }));
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('a policy with a gap, an overlap or a falling tier is not used at all', () => {
  const used = sample(anyRules).filter((policy) => {
    const problems = findPolicyProblems(policy, new Set(TIERS));
    const { policyHash } = route(scoreOf({ total: 3 }), { policy, hash });
    return problems.length > 0 && policyHash !== null;
  });
  expect(used).toEqual([]);
});

test('the difficulty answer moves nobody', () => {
  for (const make of sample(anyLive, 50)) {
    const live = make();
    for (const score of CELLS) {
      expect(route(score, live)).toEqual(route({ ...score, difficulty: null }, live));
    }
  }
});
