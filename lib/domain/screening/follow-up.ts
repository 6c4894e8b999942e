import type { ItemAnswer } from './answers.ts';
import { getInstrument } from './instruments.ts';
import { scoreAnswers } from './score.ts';

/** How soon to talk to somebody: thoughts now; thoughts or an attempt, or a question left open; none. */
export const FOLLOW_UPS = ['now', 'soon', 'none'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

const asq = getInstrument('asq');

/** Of the five answers of the ASQ (Horowitz et al. 2012, DOI 10.1001/archpediatrics.2012.1276). */
export function followUpOf(items: readonly ItemAnswer[]): FollowUp {
  const { result } = scoreAnswers(asq, { items, difficulty: null });
  if (result === 'acute_positive') return 'now';
  // The published rule looks at the first four; here the fifth is asked of everyone.
  return result === 'negative' && items[4] === 0 ? 'none' : 'soon';
}
