import type { Score } from '#lib/domain/screening/score.ts';
import { applyFloor } from './floor.ts';
import type { Placement } from './placement.ts';
import { type PreparedPolicy, preparePolicy } from './prepare.ts';
import { TIERS, type Tier } from './tier.ts';

export type { Placement };

/** The policy in force as it came from the store: perhaps broken, perhaps half migrated. */
export interface LivePolicy {
  readonly policy: unknown;
  readonly hash: string;
}

/** Decision D10: re-check after 14 days, where no policy says otherwise. */
const RECHECK_AFTER_DAYS = 14;
const BELOW_FACE_TO_FACE: readonly Tier[] = ['guidance', 'community'];

/** Days after a check from which answering again is suggested, by the policy that placed it. */
export function recheckAfterDays(policy: unknown): number {
  return preparePolicy(policy)?.recheckAfterDays ?? RECHECK_AFTER_DAYS;
}

/** Every score gets a placement under any policy or none; the floor comes last. Never throws. */
export function route(score: Score, live: LivePolicy | null): Placement {
  const sound = readLive(live);
  return applyFloor(placeByPolicy(score.total, sound), score);
}

interface Sound {
  readonly prepared: PreparedPolicy;
  readonly hash: string;
}

function readLive(live: LivePolicy | null): Sound | null {
  try {
    const { policy, hash }: { readonly policy?: unknown; readonly hash?: unknown } = live ?? {};
    const prepared = preparePolicy(policy);
    if (prepared !== null && typeof hash === 'string') return { prepared, hash };
  } catch {
    // What throws when it is read is the same to the visitor as no policy.
  }
  return null;
}

function placeByPolicy(total: number | null, sound: Sound | null): Placement {
  const policyHash = sound?.hash ?? null;
  const recheckAfterDays = sound?.prepared.recheckAfterDays ?? RECHECK_AFTER_DAYS;
  const common = {
    ruleId: null,
    policyHash,
    supportFirst: false,
    crisisFloor: false,
    recheckAfterDays,
  };
  if (total === null) return { ...common, tier: null, reason: 'no_total', alsoOpen: TIERS };
  const rule = sound?.prepared.ruleByTotal[total];
  if (rule === undefined) {
    // Too much care offered is the safe mistake.
    return { ...common, tier: 'face_to_face', reason: 'no_policy', alsoOpen: BELOW_FACE_TO_FACE };
  }
  return { ...common, tier: rule.tier, reason: 'policy', ruleId: rule.id, alsoOpen: rule.alsoOpen };
}
