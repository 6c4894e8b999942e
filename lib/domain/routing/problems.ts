import { MAX_TOTAL, type Policy, type PolicyRule } from './policy.ts';
import { type Tier, tierRank } from './tier.ts';

export type PolicyProblem =
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'overlap';
      readonly rules: readonly [string, string];
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'unreachable'; readonly rule: string }
  | { readonly kind: 'higher_score_lower_tier'; readonly rule: string; readonly before: string }
  | { readonly kind: 'tier_closed'; readonly rule: string; readonly tier: Tier }
  | { readonly kind: 'bad_range'; readonly rule: string };

/** Everything that would surprise the author. Only `tier_closed` is a warning: a stand-in exists for it. */
export function findPolicyProblems(
  policy: Policy,
  openTiers: ReadonlySet<Tier>,
): readonly PolicyProblem[] {
  const { rules } = policy;
  const winners = winnersByTotal(rules);
  return [
    ...rules.filter(isBadRange).map(({ id }) => ({ kind: 'bad_range', rule: id }) as const),
    ...findGaps(winners),
    ...findOverlaps(rules),
    ...rules
      .filter((rule) => !isBadRange(rule) && !winners.includes(rule))
      .map(({ id }) => ({ kind: 'unreachable', rule: id }) as const),
    ...findDescents(winners),
    ...rules
      .filter(({ tier }) => !openTiers.has(tier))
      .map(({ id, tier }) => ({ kind: 'tier_closed', rule: id, tier }) as const),
  ];
}

/** For every total the first rule that covers it, as a clinician reads the table from the top. */
function winnersByTotal(rules: readonly PolicyRule[]): readonly (PolicyRule | undefined)[] {
  return Array.from({ length: MAX_TOTAL + 1 }, (_, total) =>
    rules.find(({ from, to }) => from <= total && total <= to),
  );
}

function isBadRange({ from, to }: PolicyRule): boolean {
  return from > to || from < 0 || to > MAX_TOTAL;
}

function findGaps(winners: readonly (PolicyRule | undefined)[]): readonly PolicyProblem[] {
  const gaps: { kind: 'gap'; from: number; to: number }[] = [];
  winners.forEach((winner, total) => {
    if (winner !== undefined) return;
    const last = gaps.at(-1);
    if (last?.to === total - 1) last.to = total;
    else gaps.push({ kind: 'gap', from: total, to: total });
  });
  return gaps;
}

function findOverlaps(rules: readonly PolicyRule[]): readonly PolicyProblem[] {
  return rules.flatMap((a, place) =>
    rules.slice(place + 1).flatMap((b) => {
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.to, b.to);
      const both = !isBadRange(a) && !isBadRange(b) && from <= to;
      return both ? [{ kind: 'overlap', rules: [a.id, b.id], from, to } as const] : [];
    }),
  );
}

function findDescents(winners: readonly (PolicyRule | undefined)[]): readonly PolicyProblem[] {
  const rules = winners.filter((rule) => rule !== undefined);
  return rules.flatMap((rule, place) => {
    const before = rules[place - 1] ?? rule;
    return tierRank(rule.tier) < tierRank(before.tier)
      ? [{ kind: 'higher_score_lower_tier', rule: rule.id, before: before.id } as const]
      : [];
  });
}
