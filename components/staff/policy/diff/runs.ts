import type { Policy, PolicyRow, Raise, RoutedInstrument } from '#lib/domain/routing/policy.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import type { TierChange } from '#lib/domain/routing/review/compare.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';

interface Span {
  readonly instrument: RoutedInstrument;
  readonly from: number;
  readonly to: number;
}

export interface Run extends Span {
  readonly before: Tier;
  readonly after: Tier;
}

export interface AlsoRun extends Span {
  readonly before: readonly Tier[];
  readonly after: readonly Tier[];
}

interface One<V> {
  readonly instrument: RoutedInstrument;
  readonly total: number;
  readonly before: V;
  readonly after: V;
}

/** Neighbouring scores of a form that change alike, taken together; those that do not change left out. */
function runsOf<V extends Tier | readonly Tier[]>(ones: readonly One<V>[]) {
  const runs: (Span & { to: number; before: V; after: V })[] = [];
  for (const { instrument, total, before, after } of ones) {
    if (String(before) === String(after)) continue;
    const last = runs.at(-1);
    const next = last?.instrument === instrument && last.to === total - 1;
    const alike = String(last?.before) === String(before) && String(last?.after) === String(after);
    if (last && next && alike) last.to = total;
    else runs.push({ instrument, from: total, to: total, before, after });
  }
  return runs;
}

/** Changed scores, neighbours that change alike taken together. */
export function changedRuns(changes: readonly TierChange[]): readonly Run[] {
  return runsOf<Tier>(changes);
}

/** Scores that keep their step but see other steps beside it. */
export function changedAlso(
  a: Policy,
  b: Policy,
  changes: readonly TierChange[],
): readonly AlsoRun[] {
  const same = changes.filter((change) => change.before === change.after);
  return runsOf<readonly Tier[]>(
    same.map(({ instrument, total }) => ({
      instrument,
      total,
      before: alsoAt(a, instrument, total),
      after: alsoAt(b, instrument, total),
    })),
  );
}

function alsoAt(policy: Policy, instrument: RoutedInstrument, total: number): readonly Tier[] {
  const table = policy.tables.find((one) => one.instrument === instrument);
  const row = table?.rows.find(({ from, to }) => from <= total && total <= to);
  return [...(row ?? policy.otherwise).alsoOpen].sort();
}

type Kind = 'added' | 'removed' | 'changed' | 'same';

export interface RowChange {
  readonly kind: Kind;
  readonly instrument: RoutedInstrument;
  readonly row: PolicyRow;
}

/** The rows of both versions in the order of their scores, each with what became of it. */
export function compareRows(
  a: Policy,
  b: Policy,
  instrument: RoutedInstrument,
): readonly RowChange[] {
  const rowsOf = (policy: Policy) =>
    policy.tables.find((one) => one.instrument === instrument)?.rows ?? [];
  const [old, now] = [rowsOf(a), rowsOf(b)];
  const sameScores = (one: PolicyRow) => (two: PolicyRow) =>
    one.from === two.from && one.to === two.to;
  const kept = now.map((row): RowChange => {
    const was = old.find(sameScores(row));
    if (!was) return { kind: 'added', instrument, row };
    const same = was.tier === row.tier && String(was.alsoOpen) === String(row.alsoOpen);
    return { kind: same ? 'same' : 'changed', instrument, row };
  });
  const gone = old
    .filter((row) => !now.some(sameScores(row)))
    .map((row): RowChange => ({ kind: 'removed', instrument, row }));
  return [...kept, ...gone].sort((x, y) => x.row.from - y.row.from || x.row.to - y.row.to);
}

export interface RaiseChange {
  readonly kind: 'added' | 'removed';
  readonly raise: Raise;
}

/** Rules that only one of the versions has; a rule that reads differently is another rule. */
export function compareRaises(a: Policy, b: Policy): readonly RaiseChange[] {
  const text = ({ id: _, ...raise }: Raise) => canonicalPolicy(raise);
  const missing = (from: Policy, other: Policy) => {
    const known = new Set(other.raises.map(text));
    return from.raises.filter((raise) => !known.has(text(raise)));
  };
  return [
    ...missing(b, a).map((raise): RaiseChange => ({ kind: 'added', raise })),
    ...missing(a, b).map((raise): RaiseChange => ({ kind: 'removed', raise })),
  ];
}
