import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Facts } from '#lib/domain/routing/facts.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { findPolicyProblems, isBlocking } from '#lib/domain/routing/problems.ts';
import { type Placement, route } from '#lib/domain/routing/route.ts';
import { TIERS, tierRank } from '#lib/domain/routing/tier.ts';
import type { Score } from '#lib/domain/screening/score.ts';
import {
  anyLive,
  anyRules,
  firstSchema,
  rulePolicies,
  soundPolicies,
} from './generated-policies.ts';
import { CELLS, occasionsOf, placeScore, scoreOf } from './scores.ts';

const NIGHTLY = process.env['HANDRAIL_NIGHTLY'] === '1';
const POLICIES = NIGHTLY ? 10_000 : 1000;
if (NIGHTLY) vi.setConfig({ testTimeout: 600_000 });
const SEED = 20_261_123;
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns = POLICIES) =>
  fc.sample(arbitrary, { seed: SEED, numRuns });
const hash = 'a'.repeat(64);

/** Every cell at a first check, and at a later one that is six points worse. */
const OCCASIONS: readonly (readonly [Score, Facts])[] = CELLS.flatMap((score) =>
  occasionsOf(score, 6).map((facts) => [score, facts] as const),
);

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
  expect(OCCASIONS).toHaveLength(29 * 5 * 5 * 2);
  const broken: string[] = [];
  let placed = 0;
  for (const make of sample(anyLive)) {
    const live = make();
    for (const [score, facts] of OCCASIONS) {
      placed++;
      const placement = route(facts, live);
      if (!floorHolds(score, placement)) broken.push(JSON.stringify({ score, placement }));
    }
  }
  expect(broken.slice(0, 3)).toEqual([]);
  expect(placed).toBe(POLICIES * 1450);
});

test('whatever the policy, a placement is one that can be recorded and shown', () => {
  const reasons = ['policy', 'crisis_floor', 'severe_floor', 'no_total', 'no_policy'];
  const wrong: string[] = [];
  for (const make of sample(anyLive)) {
    const live = make();
    for (const [score, facts] of OCCASIONS) {
      const p = route(facts, live);
      const sane =
        reasons.includes(p.reason) &&
        (p.tier === null) === (p.reason === 'no_total') &&
        p.alsoOpen.every((tier) => TIERS.includes(tier)) &&
        (p.ruleId === null || p.policyHash !== null);
      if (!sane) wrong.push(JSON.stringify({ score, p }));
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('every sound table gives each total exactly one tier: that of the one row that covers it', () => {
  const wrong: string[] = [];
  const check = (policy: Policy, total: number) => {
    const rows = policy.tables.flatMap((table) => table.rows);
    const [row, ...others] = rows.filter(({ from, to }) => from <= total && total <= to);
    const expected = total >= 20 ? 'face_to_face' : row?.tier;
    for (const one of [policy, firstSchema(policy)]) {
      const placed = placeScore(scoreOf({ total }), { policy: one, hash });
      const sole = others.length === 0 && placed.tier === expected && placed.ruleId === row?.id;
      if (!sole || placed.policyHash !== hash) wrong.push(JSON.stringify({ total, placed, one }));
    }
  };
  for (const policy of sample(soundPolicies)) {
    expect(findPolicyProblems(policy, new Set(TIERS))).toEqual([]);
    for (let total = 0; total <= 27; total++) check(policy, total);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('a rule can only raise: with it nobody is offered less than without, and everyone one tier', () => {
  const wrong: string[] = [];
  for (const policy of sample(rulePolicies)) {
    const bare = { ...policy, raises: [] };
    expect(findPolicyProblems(policy, new Set(TIERS)).filter(isBlocking)).toEqual([]);
    for (const [, facts] of OCCASIONS) {
      const [with_, without] = [policy, bare].map(
        (one) => route(facts, { policy: one, hash }).tier,
      );
      const sound = rankOf(with_ ?? null) >= rankOf(without ?? null) && without !== undefined;
      if (!sound) wrong.push(JSON.stringify({ facts, with_, without }));
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

const rankOf = (tier: Placement['tier']) => (tier === null ? -1 : tierRank(tier));

/** The cell that differs in one answer only, one step worse; undefined at the end of the scale. */
const WORSE: readonly ((cell: Cell) => Cell | null)[] = [
  (cell) => (cell.total < 27 ? { ...cell, total: cell.total + 1 } : null),
  (cell) => (cell.item9 < 3 ? { ...cell, item9: cell.item9 + 1 } : null),
  (cell) => (cell.difficulty < 3 ? { ...cell, difficulty: cell.difficulty + 1 } : null),
  (cell) => (cell.change < 27 ? { ...cell, change: cell.change + 9 } : null),
];

interface Cell {
  readonly total: number;
  readonly item9: number;
  readonly difficulty: number;
  readonly recheck: boolean;
  readonly change: number;
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const GRID: readonly Cell[] = numbers(28).flatMap((total) =>
  numbers(4).flatMap((item9) =>
    numbers(4).flatMap((difficulty) => [
      { total, item9, difficulty, recheck: false, change: 0 },
      { total, item9, difficulty, recheck: true, change: -9 },
      { total, item9, difficulty, recheck: true, change: 0 },
      { total, item9, difficulty, recheck: true, change: 9 },
    ]),
  ),
);

function factsOf({ total, item9, difficulty, recheck, change }: Cell): Facts {
  const part = { total, item9, difficulty } as Partial<Score>;
  const changes: Readonly<Record<string, number>> = recheck ? { 'phq-9': change } : {};
  const [first] = occasionsOf(scoreOf(part), change);
  return { ...(first as Facts), recheck, change: changes };
}

const keyOf = (cell: Cell) => Object.values(cell).join();
const STEPS = GRID.flatMap((cell) =>
  WORSE.map((worsen) => worsen(cell))
    .filter((worse) => worse !== null)
    .map((worse) => [keyOf(cell), keyOf(worse)] as const),
);

test('under any policy, no answer that is worse leads to less care', () => {
  const facts = GRID.map((cell) => [keyOf(cell), factsOf(cell)] as const);
  const wrong: string[] = [];
  for (const policy of [...sample(rulePolicies, NIGHTLY ? 10_000 : 250), ...sample(anyRules, 50)]) {
    const ranks = new Map(
      facts.map(([key, one]) => [key, rankOf(route(one, { policy, hash }).tier)]),
    );
    for (const [cell, worse] of STEPS) {
      const [less, more] = [ranks.get(cell) ?? -1, ranks.get(worse) ?? 99];
      if (more < less) wrong.push(JSON.stringify({ policy, cell, worse }));
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('a policy with a gap, an overlap or a falling tier is not used at all', () => {
  const used = sample(anyRules).filter((policy) => {
    const problems = findPolicyProblems(policy, new Set(TIERS));
    const { policyHash } = placeScore(scoreOf({ total: 3 }), { policy, hash });
    return problems.some(isBlocking) && policyHash !== null;
  });
  expect(used).toEqual([]);
});

test('the difficulty answer moves nobody where no rule asks for it', () => {
  for (const policy of sample(soundPolicies, 50)) {
    for (const score of CELLS) {
      const live = { policy, hash };
      expect(placeScore(score, live)).toEqual(placeScore({ ...score, difficulty: null }, live));
    }
  }
});
