import type { Score } from '#lib/domain/screening/score.ts';
import type { Tier } from './tier.ts';

/** Whether somebody looks after this already; null: not asked. */
export const CARE = ['none', 'in_care', 'declined'] as const;
export type Care = (typeof CARE)[number];

/** Signs that these steps are not made for, such as mania or psychosis; null: not asked. */
export const SIGNS = ['none', 'some', 'declined'] as const;
export type Signs = (typeof SIGNS)[number];

/** Everything a policy may read of one person at one moment. Nothing else is kept (decision D13). */
export interface Facts {
  readonly scores: readonly Score[];
  /** False at the first check, true at every later one. */
  readonly recheck: boolean;
  /** Points since the check before, by instrument: positive is worse. */
  readonly change: Readonly<Record<string, number>>;
  /** The step the person is on, and since how many days; null where none was chosen. */
  readonly step: { readonly tier: Tier; readonly days: number } | null;
  readonly care: Care | null;
  readonly signs: Signs | null;
}

/** The facts of somebody who fills in one form for the first time. */
export function firstCheck(...scores: readonly Score[]): Facts {
  return { scores, recheck: false, change: {}, step: null, care: null, signs: null };
}
