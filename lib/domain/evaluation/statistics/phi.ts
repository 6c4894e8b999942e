import { type Counts, type Estimate, NO_LIMITS } from './counts.ts';
import { twoSidedZ } from './distributions.ts';

/**
 * How closely two yes-or-no answers go together, from -1 to 1: `x` of `n` with the second answer, of those with the
 * first and of those without. R: `cor`, `psych::phi`. Variance: Bishop, Fienberg & Holland, Discrete Multivariate
 * Analysis (1975), ch. 11; on R. A. Fisher's scale (Biometrika 10:507, 1915), so that its interval stays between the ends.
 */
export function phi(first: Counts, second: Counts, confidence: number): Estimate {
  const n = first.n + second.n;
  const [r1, r2] = [first.n / n, second.n / n];
  const c1 = (first.x + second.x) / n;
  const c2 = 1 - c1;
  const scale = Math.sqrt(r1 * r2 * c1 * c2);
  if (!(scale > 0)) return { est: null, ...NO_LIMITS };
  const cross = first.x * (second.n - second.x) - (first.n - first.x) * second.x;
  const est = cross / (n * n) / scale;
  const square = est * est;
  if (square >= 1) return { est, ...NO_LIMITS };
  const [rows, columns] = [r1 - r2, c1 - c2];
  const skew = (est * (1 + square / 2) * rows * columns) / scale;
  const uneven = rows ** 2 / (r1 * r2) + columns ** 2 / (c1 * c2);
  const variance = Math.max(0, 1 - square + skew - 0.75 * square * uneven) / n;
  const reach = (twoSidedZ(confidence) * Math.sqrt(variance)) / (1 - square);
  const middle = Math.atanh(est);
  return { est, lo: Math.tanh(middle - reach), hi: Math.tanh(middle + reach) };
}
