import type { Tier } from '#lib/domain/routing/tier.ts';

/** What one step shows: facts only, the words are in the texts of each (band, tier). */
export interface StepCard {
  readonly tier: Tier;
  /** When a guide answers, in words. */
  readonly promise?: string;
  /** The place with the shortest wait, and what it costs. */
  readonly serviceName?: string;
  readonly waitDays?: number;
  readonly cost?: string;
}

export interface StepOption extends StepCard {
  readonly suggested: boolean;
  readonly closed: boolean;
}
