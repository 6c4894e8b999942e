import { MAX_TOTAL, type PolicyRule, policySchema } from './policy.ts';
import { findPolicyProblems } from './problems.ts';
import { TIERS } from './tier.ts';

/** A policy that may be used: every total has exactly one rule, and a higher total never less care. */
export interface PreparedPolicy {
  readonly ruleByTotal: readonly PolicyRule[];
  readonly recheckAfterDays: number;
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
    if (findPolicyProblems(policy, new Set(TIERS)).length > 0) return null;
    const ruleByTotal = Array.from({ length: MAX_TOTAL + 1 }, (_, total) =>
      policy.rules.filter(({ from, to }) => from <= total && total <= to),
    ).flat();
    return { ruleByTotal, recheckAfterDays: policy.recheckAfterDays };
  } catch {
    // Also a getter or proxy that throws: to the visitor it is the same as no policy.
    return null;
  }
}
