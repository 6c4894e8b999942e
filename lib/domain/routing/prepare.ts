import { holds } from './conditions.ts';
import type { Facts } from './facts.ts';
import { type Policy, type PolicyRow, policySchema } from './policy.ts';
import { findPolicyProblems, isBlocking } from './problems.ts';
import { TIERS, type Tier, tierRank } from './tier.ts';

/** A policy that may be used: each total has exactly one row, and more symptoms never mean less care. */
export interface PreparedPolicy {
  readonly recheckAfterDays: number;
  /** Null where no form could be added up and no rule holds. */
  decide(facts: Facts): Decided | null;
}

export interface Decided {
  readonly tier: Tier;
  readonly alsoOpen: readonly Tier[];
  /** The row or rule that decided; null is the default row. */
  readonly ruleId: string | null;
}

/** Checking costs far more than routing, so each policy object is checked once. */
const checked = new WeakMap<object, PreparedPolicy | null>();

/** `null` for anything that is not a whole and sound policy. Never throws, whatever it is handed. */
export function preparePolicy(policy: unknown): PreparedPolicy | null {
  if (typeof policy !== 'object' || policy === null) return null;
  const known = checked.get(policy);
  if (known !== undefined) return known;
  const prepared = check(policy);
  checked.set(policy, prepared);
  return prepared;
}

function check(candidate: object): PreparedPolicy | null {
  try {
    const policy = policySchema.parse(candidate);
    // A closed tier is no fault of the policy: what stands in for it is decided later (decision D12).
    if (findPolicyProblems(policy, new Set(TIERS)).some(isBlocking)) return null;
    const rows = rowsByTotal(policy);
    return {
      recheckAfterDays: policy.recheckAfterDays,
      decide: (facts) => decide(policy, rows, facts),
    };
  } catch {
    // Also a getter or proxy that throws: to the visitor it is the same as no policy.
    return null;
  }
}

type Rows = ReadonlyMap<string, readonly (PolicyRow | undefined)[]>;

function rowsByTotal({ tables }: Policy): Rows {
  return new Map(
    tables.map(({ instrument, rows }) => {
      const highest = Math.max(...rows.map(({ to }) => to));
      const byTotal = Array.from({ length: highest + 1 }, (_, total) =>
        rows.find(({ from, to }) => from <= total && total <= to),
      );
      return [instrument, byTotal];
    }),
  );
}

/**
 * What the tables say, or the default row where a total has no table; then every rule that holds. The
 * highest step wins, so a rule can only raise, and what the others say stays open beside it.
 */
function decide(policy: Policy, rows: Rows, facts: Facts): Decided | null {
  const said = baseOf(policy, rows, facts);
  for (const raise of policy.raises) {
    if (raise.when.every((one) => holds(one, facts))) said.push(raise);
  }
  const [first, ...others] = said;
  if (!first) return null;
  let won = first;
  for (const one of others) if (tierRank(one.tier) > tierRank(won.tier)) won = one;
  const isOpen = (tier: Tier) =>
    tier !== won.tier && said.some((one) => one.tier === tier || one.alsoOpen.includes(tier));
  return { tier: won.tier, alsoOpen: TIERS.filter(isOpen), ruleId: won.id };
}

type Said = Pick<PolicyRow, 'tier' | 'alsoOpen'> & { readonly id: string | null };

/** The default row speaks for each form without a table, not for a total that its own table cannot know. */
function baseOf(policy: Policy, rows: Rows, { scores }: Facts): Said[] {
  return scores.flatMap(({ instrument, total }): Said | readonly Said[] => {
    if (total === null) return [];
    const table = rows.get(instrument);
    return table ? (table[total] ?? []) : [{ ...policy.otherwise, id: null }];
  });
}
