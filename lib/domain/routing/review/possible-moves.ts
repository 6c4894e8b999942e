import { canonicalPolicy, policySchema } from '../policy.ts';
import { TIERS, type Tier, tierRank } from '../tier.ts';
import { comparePolicies } from './compare.ts';
import { MOVES, type Move } from './replay.ts';

type Pair = readonly [before: Tier, after: Tier];

/**
 * The moves that some answers can lead to when one policy takes the place of another: what is not among
 * them happens to nobody, whatever was recorded. Where rules differ, every move counts as possible.
 */
export function possibleMoves(before: unknown, after: unknown): ReadonlySet<Move> {
  const [was, is] = [policySchema.safeParse(before), policySchema.safeParse(after)];
  if (!was.success || !is.success) return new Set(MOVES);
  if (canonicalPolicy(was.data.raises) !== canonicalPolicy(is.data.raises)) return new Set(MOVES);
  const led: Pair[] = [
    // A rule or the floor takes both to the same step, or above what their tables say.
    ...TIERS.map((tier): Pair => [tier, tier]),
    [was.data.otherwise.tier, is.data.otherwise.tier],
    ...comparePolicies(was.data, is.data).map((one): Pair => [one.before, one.after]),
  ];
  // Several forms in one check, and every rule beside them: the highest step wins, by both policies.
  return new Set(led.flatMap((one) => led.map((other) => higher(one, other))));
}

function higher([a, b]: Pair, [c, d]: Pair): Move {
  return `${max(a, c)}>${max(b, d)}`;
}

const max = (one: Tier, other: Tier) => TIERS[Math.max(tierRank(one), tierRank(other))] as Tier;
