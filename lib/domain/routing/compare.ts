import { MAX_TOTAL, type Policy } from './policy.ts';
import { route } from './route.ts';
import type { Tier } from './tier.ts';

export interface TierChange {
  readonly total: number;
  readonly before: Tier;
  readonly after: Tier;
}

/** For every total, the tier offered now and the tier that would be, as a visitor would meet it. */
export function comparePolicies(before: Policy, after: Policy): readonly TierChange[] {
  return Array.from({ length: MAX_TOTAL + 1 }, (_, total) => ({
    total,
    before: offeredTier(total, before),
    after: offeredTier(total, after),
  }));
}

/** Through `route`, so that the table shows the severe floor and the safe default as they act. */
function offeredTier(total: number, policy: Policy): Tier {
  const score = {
    instrument: 'phq-9',
    total,
    band: null,
    subscales: {},
    result: null,
    symptomClass: null,
    missing: 0,
    item9: 0,
    difficulty: null,
    crisis: false,
  } as const;
  // Stryker disable next-line StringLiteral: a total always leads to a tier, and no hash is looked at.
  return route(score, { policy, hash: '' }).tier ?? 'face_to_face';
}
