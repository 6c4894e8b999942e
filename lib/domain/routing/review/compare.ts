import { firstCheck } from '../facts.ts';
import { type Policy, ROUTED_INSTRUMENTS, type RoutedInstrument, TOTALS } from '../policy.ts';
import { route } from '../route.ts';
import type { Tier } from '../tier.ts';
import { plainScore } from './plain-score.ts';

export interface TierChange {
  readonly instrument: RoutedInstrument;
  readonly total: number;
  readonly before: Tier;
  readonly after: Tier;
}

/**
 * For every total of every form that either policy has a table for: the tier offered now and the tier
 * that would be, as a visitor would meet it at a first check.
 */
export function comparePolicies(before: Policy, after: Policy): readonly TierChange[] {
  const named = new Set([...before.tables, ...after.tables].map(({ instrument }) => instrument));
  return ROUTED_INSTRUMENTS.filter((instrument) => named.has(instrument)).flatMap((instrument) =>
    totalsOf(instrument).map((total) => ({
      instrument,
      total,
      before: offeredTier(instrument, total, before),
      after: offeredTier(instrument, total, after),
    })),
  );
}

/** Every total that a form can have. */
export function totalsOf(instrument: RoutedInstrument): readonly number[] {
  const [lowest, highest] = TOTALS[instrument];
  return Array.from({ length: highest - lowest + 1 }, (_, place) => lowest + place);
}

/** Through `route`, so that the table shows the severe floor and the safe default as they act. */
function offeredTier(instrument: RoutedInstrument, total: number, policy: Policy): Tier {
  const facts = firstCheck(plainScore(instrument, { total }));
  // Stryker disable next-line StringLiteral: a total always leads to a tier, and no hash is looked at.
  return route(facts, { policy, hash: '' }).tier ?? 'face_to_face';
}
