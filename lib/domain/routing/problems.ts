import { bandStart } from './conditions.ts';
import {
  type Condition,
  type Policy,
  type PolicyRow,
  type PolicyTable,
  type Raise,
  type RoutedInstrument,
  TOTALS,
} from './policy.ts';
import { type Tier, tierRank } from './tier.ts';

interface InTable {
  readonly instrument: RoutedInstrument;
}

export type PolicyProblem =
  | ({ readonly kind: 'gap'; readonly from: number; readonly to: number } & InTable)
  | ({
      readonly kind: 'overlap';
      readonly rules: readonly [string, string];
      readonly from: number;
      readonly to: number;
    } & InTable)
  | ({ readonly kind: 'unreachable'; readonly rule: string } & InTable)
  | ({
      readonly kind: 'higher_score_lower_tier';
      readonly rule: string;
      readonly before: string;
    } & InTable)
  | ({ readonly kind: 'bad_range'; readonly rule: string } & InTable)
  /** A rule that asks for what cannot be: a total, a change or a band that its instrument does not have. */
  | { readonly kind: 'impossible'; readonly rule: string }
  /** A rule that never raises anybody: whoever it holds for is offered as much without it. */
  | { readonly kind: 'no_effect'; readonly rule: string }
  | { readonly kind: 'tier_closed'; readonly rule: string; readonly tier: Tier };

/** Problems that keep a policy from being used at all; the others are warnings. */
export function isBlocking(
  problem: PolicyProblem,
): problem is Exclude<PolicyProblem, { readonly kind: 'tier_closed' | 'no_effect' }> {
  return problem.kind !== 'tier_closed' && problem.kind !== 'no_effect';
}

/** Everything that would surprise the author, in the order of the page. */
export function findPolicyProblems(
  policy: Policy,
  openTiers: ReadonlySet<Tier>,
): readonly PolicyProblem[] {
  const rules = [...policy.tables.flatMap(({ rows }) => rows), ...policy.raises];
  return [
    ...policy.tables.flatMap(findTableProblems),
    ...policy.raises.flatMap((raise) => findRaiseProblem(policy, raise)),
    ...rules
      .filter(({ tier }) => !openTiers.has(tier))
      .map(({ id, tier }) => ({ kind: 'tier_closed', rule: id, tier }) as const),
  ];
}

function findTableProblems({ instrument, rows }: PolicyTable): readonly PolicyProblem[] {
  const winners = winnersByTotal(instrument, rows);
  const bad = (row: PolicyRow) => isBadRange(instrument, row);
  return [
    ...rows.filter(bad).map(({ id }) => ({ kind: 'bad_range', instrument, rule: id }) as const),
    ...findGaps(instrument, winners),
    ...findOverlaps(instrument, rows),
    ...rows
      .filter((row) => !bad(row) && !winners.includes(row))
      .map(({ id }) => ({ kind: 'unreachable', instrument, rule: id }) as const),
    ...findDescents(instrument, winners),
  ];
}

type Winners = readonly (PolicyRow | undefined)[];

/** For every total the first row that covers it, as a clinician reads the table from the top. */
function winnersByTotal(instrument: RoutedInstrument, rows: readonly PolicyRow[]): Winners {
  const [lowest, highest] = TOTALS[instrument];
  return Array.from({ length: highest - lowest + 1 }, (_, place) =>
    rows.find(({ from, to }) => from <= lowest + place && lowest + place <= to),
  );
}

function isBadRange(instrument: RoutedInstrument, { from, to }: PolicyRow): boolean {
  const [lowest, highest] = TOTALS[instrument];
  return from > to || from < lowest || to > highest;
}

function findGaps(instrument: RoutedInstrument, winners: Winners): readonly PolicyProblem[] {
  const [lowest] = TOTALS[instrument];
  const gaps: { kind: 'gap'; instrument: RoutedInstrument; from: number; to: number }[] = [];
  winners.forEach((winner, place) => {
    if (winner !== undefined) return;
    const total = lowest + place;
    const last = gaps.at(-1);
    if (last?.to === total - 1) last.to = total;
    else gaps.push({ kind: 'gap', instrument, from: total, to: total });
  });
  return gaps;
}

function findOverlaps(
  instrument: RoutedInstrument,
  rows: readonly PolicyRow[],
): readonly PolicyProblem[] {
  const sound = rows.filter((row) => !isBadRange(instrument, row));
  return sound.flatMap((a, place) =>
    sound.slice(place + 1).flatMap((b) => {
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.to, b.to);
      return from <= to
        ? [{ kind: 'overlap', instrument, rules: [a.id, b.id], from, to } as const]
        : [];
    }),
  );
}

function findDescents(instrument: RoutedInstrument, winners: Winners): readonly PolicyProblem[] {
  const rows = winners.filter((row) => row !== undefined);
  return rows.flatMap((row, place) => {
    const before = rows[place - 1] ?? row;
    return tierRank(row.tier) < tierRank(before.tier)
      ? [{ kind: 'higher_score_lower_tier', instrument, rule: row.id, before: before.id } as const]
      : [];
  });
}

function findRaiseProblem(policy: Policy, raise: Raise): readonly PolicyProblem[] {
  if (raise.when.some(isImpossible)) return [{ kind: 'impossible', rule: raise.id }];
  const without = leastWithout(policy, raise);
  return tierRank(raise.tier) <= without ? [{ kind: 'no_effect', rule: raise.id }] : [];
}

function isImpossible(condition: Condition): boolean {
  if (condition.fact === 'band') {
    return bandStart(condition.instrument, condition.atLeast) === null;
  }
  if (condition.fact !== 'total' && condition.fact !== 'change') return false;
  const [lowest, highest] = TOTALS[condition.instrument];
  const most = condition.fact === 'total' ? highest : highest - lowest;
  return condition.atLeast > most;
}

/**
 * The least that the tables alone offer to anybody for whom the rule holds. They rise with the total,
 * so the person with the lowest totals that the rule allows is the one it could help most; rules that
 * ask for no total may hold for someone with the lowest of all.
 */
function leastWithout(policy: Policy, { when }: Raise): number {
  const ranks = when.map((condition) => {
    if (condition.fact !== 'total' && condition.fact !== 'band') return -1;
    const { instrument } = condition;
    const from =
      condition.fact === 'total'
        ? condition.atLeast
        : (bandStart(instrument, condition.atLeast) ?? 0);
    const table = policy.tables.find((one) => one.instrument === instrument);
    const row = table?.rows.find((one) => one.from <= from && from <= one.to);
    return row ? tierRank(row.tier) : -1;
  });
  return Math.max(...ranks);
}
