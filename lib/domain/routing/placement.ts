import type { Tier } from './tier.ts';

export const PLACEMENT_REASONS = [
  'policy',
  'crisis_floor',
  'severe_floor',
  'no_total',
  'no_policy',
] as const;
export type PlacementReason = (typeof PLACEMENT_REASONS)[number];

/** What is offered first, and why. The visitor may still choose any other tier, or nothing. */
export interface Placement {
  /** `null`: it cannot be added up and no floor applies, so nothing is chosen beforehand. */
  readonly tier: Tier | null;
  readonly reason: PlacementReason;
  /** What the policy said, also where the floor went above it. */
  readonly ruleId: string | null;
  readonly policyHash: string | null;
  readonly alsoOpen: readonly Tier[];
  /** The support page comes before any result. */
  readonly supportFirst: boolean;
  readonly crisisFloor: boolean;
}
