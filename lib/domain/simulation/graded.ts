import { chance } from './logit.ts';

/** An item of a graded response model (Samejima 1969): how sharply it tells, and where each answer begins. */
export interface GradedItem {
  /** Slope. */
  readonly a: number;
  /** Latent severity from which "at least k" is more likely than not, for k = 1, 2, 3. */
  readonly b: readonly [number, number, number];
}

/**
 * The nine items of the PHQ-9 in their order (measurement.md E1). Solved from marginals like those of NHANES, which
 * are quoted from memory; check them before printing them anywhere. With a standard normal severity they give a mean
 * of 2.9, 7.0 % at 10 or more, and a log-frequency that falls linearly in the score from 5 to 20, as in 15,847 adults
 * (Tomitaka 2018, Front Psychiatry 9:390).
 */
export const PHQ9_ITEMS: readonly GradedItem[] = [
  { a: 2.4, b: [0.87, 1.88, 2.42] },
  { a: 2.8, b: [0.83, 1.85, 2.38] },
  { a: 1.6, b: [0.48, 1.8, 2.35] },
  { a: 2.0, b: [0.03, 1.44, 2.02] },
  { a: 1.7, b: [1.0, 2.11, 2.72] },
  { a: 2.4, b: [1.23, 2.06, 2.62] },
  { a: 1.9, b: [1.35, 2.26, 2.87] },
  { a: 1.9, b: [1.83, 2.65, 3.29] },
  { a: 2.2, b: [2.35, 3.06, 3.68] },
];

/** The answer 0 to 3 at a severity; `u` is uniform. */
export function answerAt(theta: number, { a, b }: GradedItem, u: number): 0 | 1 | 2 | 3 {
  if (u >= chance(a * (theta - b[0]))) return 0;
  if (u >= chance(a * (theta - b[1]))) return 1;
  return u >= chance(a * (theta - b[2])) ? 2 : 3;
}
