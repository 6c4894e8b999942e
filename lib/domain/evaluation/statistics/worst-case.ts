import { type Limits, shareOf } from './counts.ts';

/**
 * A share of n people, of whom nothing is known of some: from none of them to all of them. C. F. Manski, Am Econ Rev
 * 80:319 (1990).
 */
export function worstCase(counts: {
  readonly x: number;
  readonly missing: number;
  readonly n: number;
}): Limits {
  return { lo: shareOf(counts.x, counts.n), hi: shareOf(counts.x + counts.missing, counts.n) };
}
