/** Two scores of one person, of which a lower one is better. */
export interface ScorePair {
  readonly before: number;
  readonly after: number;
}

export interface ChangeCounts {
  readonly improved: number;
  readonly unchanged: number;
  readonly deteriorated: number;
}

/**
 * The least change that measurement error alone makes in fewer than one of twenty people: Jacobson & Truax, J Consult
 * Clin Psychol 59:12 (1991), doi:10.1037/0022-006X.59.1.12. The 1.96 is theirs, whatever the level of the intervals.
 */
export function reliableChange(sdBefore: number, reliability: number): number {
  return 1.96 * sdBefore * Math.SQRT2 * Math.sqrt(1 - reliability);
}

/** `beyond`: a change of exactly the threshold is none. */
export function countChanges(
  pairs: readonly ScorePair[],
  threshold: number,
  counted: 'reached' | 'beyond',
): ChangeCounts {
  const far = (change: number) =>
    counted === 'reached' ? change >= threshold : change > threshold;
  const improved = pairs.filter(({ before, after }) => far(before - after)).length;
  const deteriorated = pairs.filter(({ before, after }) => far(after - before)).length;
  return { improved, unchanged: pairs.length - improved - deteriorated, deteriorated };
}

/**
 * Lower by a fifth or more of the first score: Kounali et al., Psychol Med 52:1875 (2022),
 * doi:10.1017/S0033291720003700. Nobody improves on a score of 0.
 */
export function hasFallenByFifth({ before, after }: ScorePair): boolean {
  return before > 0 && 5 * (before - after) >= before;
}

/** At or above the cut-off first, below it now. */
export function hasRecovered({ before, after }: ScorePair, cutOff: number): boolean {
  return before >= cutOff && after < cutOff;
}
