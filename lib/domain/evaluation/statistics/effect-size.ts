import { type Estimate, finiteOrNull } from './counts.ts';
import { twoSidedZ } from './distributions.ts';
import type { Moments } from './moments.ts';

/**
 * The difference of two means, first minus second, in units of their common spread: J. Cohen's d, and g, which is d
 * with the correction for small samples of L. V. Hedges, J Educ Stat 6:107 (1981), doi:10.3102/10769986006002107.
 */
export function standardisedDifference(first: Moments, second: Moments, confidence: number) {
  const degrees = first.n + second.n - 2;
  const squares = [first, second].map(({ n, sd }) => (n - 1) * (sd ?? Number.NaN) ** 2);
  const spread = Math.sqrt(squares.reduce((sum, x) => sum + x, 0) / degrees);
  const d = ((first.mean ?? Number.NaN) - (second.mean ?? Number.NaN)) / spread;
  const g = d * (1 - 3 / (4 * degrees - 1));
  // Borenstein et al., Introduction to Meta-Analysis (2009), chapter 4.
  const variance = 1 / first.n + 1 / second.n + (g * g) / (2 * (first.n + second.n));
  const reach = twoSidedZ(confidence) * Math.sqrt(variance);
  return {
    d: finiteOrNull(d),
    g: { est: finiteOrNull(g), lo: finiteOrNull(g - reach), hi: finiteOrNull(g + reach) },
  };
}

/**
 * An odds ratio on the scale of standardised differences, as if a logistic spread lay under the yes or no: S. Chinn,
 * Stat Med 19:3127 (2000), doi:10.1002/1097-0258(20001130)19:22<3127::AID-SIM784>3.0.CO;2-M.
 */
export function differenceFromOdds({ est, lo, hi }: Estimate): Estimate {
  const convert = (odds: number | null) =>
    odds === null ? null : finiteOrNull((Math.log(odds) * Math.sqrt(3)) / Math.PI);
  return { est: convert(est), lo: convert(lo), hi: convert(hi) };
}

/**
 * How much of a change in intention becomes behaviour. Anchor: .36/.66 = .55 in Webb & Sheeran, Psychol Bull 132:249
 * (2006), doi:10.1037/0033-2909.132.2.249. It is read beside the intervals of both parts, and has none itself.
 */
export function translationRatio(behaviour: Estimate, intention: Estimate): number | null {
  if (behaviour.est === null || intention.est === null) return null;
  return finiteOrNull(behaviour.est / intention.est);
}
