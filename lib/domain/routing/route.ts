import type { Facts } from './facts.ts';
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

/** For an interval of 14 days: 2, 4 and 12 weeks from the start, then every 12 weeks (product C4). */
const FIRST_RECHECKS = [1, 2];
const LATER_RECHECKS = 6;

/**
 * The day of a pathway from which answering again is suggested, after a check on day `answered`, by the
 * policy that placed it. One that is less than half an interval away is left out: the check came early.
 */
export function recheckDay(policy: unknown, answered: number): number {
  const days = preparePolicy(policy)?.recheckAfterDays ?? RECHECK_AFTER_DAYS;
  const earliest = answered + days / 2;
  const first = FIRST_RECHECKS.map((times) => times * days).find((day) => day >= earliest);
  const later = LATER_RECHECKS * days;
  return first ?? later * Math.ceil(earliest / later);
}

/** Everybody gets a placement under any policy or none; the floor comes last. Never throws. */
export function route(facts: Facts, live: LivePolicy | null): Placement {
  const sound = readLive(live);
  return applyFloor(placeByPolicy(facts, sound), facts.scores);
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

function placeByPolicy(facts: Facts, sound: Sound | null): Placement {
  const common = {
    policyHash: sound?.hash ?? null,
    supportFirst: false,
    crisisFloor: false,
  };
  const decided = sound?.prepared.decide(facts);
  if (decided) return { ...common, ...decided, reason: 'policy' };
  if (sound !== null && facts.scores.every(({ total }) => total === null)) {
    return { ...common, ruleId: null, tier: null, reason: 'no_total', alsoOpen: TIERS };
  }
  // Too much care offered is the safe mistake.
  const safe = { tier: 'face_to_face', ruleId: null, alsoOpen: BELOW_FACE_TO_FACE } as const;
  return { ...common, ...safe, reason: 'no_policy' };
}
