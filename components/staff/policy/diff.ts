import type { TierChange } from '#lib/domain/routing/compare.ts';
import type { Policy, PolicyRule } from '#lib/domain/routing/policy.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';

export interface Run {
  readonly from: number;
  readonly to: number;
  readonly before: Tier;
  readonly after: Tier;
}

/** Changed scores, neighbours that change alike taken together. */
export function changedRuns(changes: readonly TierChange[]): readonly Run[] {
  const runs: { from: number; to: number; before: Tier; after: Tier }[] = [];
  for (const { total, before, after } of changes) {
    if (before === after) continue;
    const last = runs.at(-1);
    const goesOn = last?.to === total - 1 && last.before === before && last.after === after;
    if (goesOn) last.to = total;
    else runs.push({ from: total, to: total, before, after });
  }
  return runs;
}

export interface AlsoRun {
  readonly from: number;
  readonly to: number;
  readonly before: readonly Tier[];
  readonly after: readonly Tier[];
}

/** Scores that keep their step but see other steps beside it. */
export function changedAlso(
  a: Policy,
  b: Policy,
  changes: readonly TierChange[],
): readonly AlsoRun[] {
  const runs: { from: number; to: number; before: readonly Tier[]; after: readonly Tier[] }[] = [];
  for (const { total } of changes.filter((change) => change.before === change.after)) {
    const [before, after] = [alsoAt(a, total), alsoAt(b, total)];
    if (String(before) === String(after)) continue;
    const last = runs.at(-1);
    const alike = String(last?.before) === String(before) && String(last?.after) === String(after);
    if (last && last.to === total - 1 && alike) last.to = total;
    else runs.push({ from: total, to: total, before, after });
  }
  return runs;
}

function alsoAt(policy: Policy, total: number): readonly Tier[] {
  const rule = policy.rules.find(({ from, to }) => from <= total && total <= to);
  return [...(rule?.alsoOpen ?? [])].sort();
}

export interface RuleChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  readonly rule: PolicyRule;
}

/** The rows of both versions in the order of their scores, each with what became of it. */
export function compareRules(a: Policy, b: Policy): readonly RuleChange[] {
  const sameScores = (one: PolicyRule) => (two: PolicyRule) =>
    one.from === two.from && one.to === two.to;
  const kept = b.rules.map((rule): RuleChange => {
    const old = a.rules.find(sameScores(rule));
    if (!old) return { kind: 'added', rule };
    const same = old.tier === rule.tier && String(old.alsoOpen) === String(rule.alsoOpen);
    return { kind: same ? 'same' : 'changed', rule };
  });
  const gone = a.rules
    .filter((rule) => !b.rules.some(sameScores(rule)))
    .map((rule): RuleChange => ({ kind: 'removed', rule }));
  return [...kept, ...gone].sort((x, y) => x.rule.from - y.rule.from || x.rule.to - y.rule.to);
}
