import { finiteOrNull, type Limits } from './counts.ts';
import { studentTwoSided, twoSidedT } from './distributions.ts';

export interface Moments {
  readonly n: number;
  readonly mean: number | null;
  /** Of a sample: the sum of squares over n - 1. */
  readonly sd: number | null;
}

export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null };
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { n, mean, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
}

/** The interval of a mean: Student, Biometrika 6:1 (1908), doi:10.1093/biomet/6.1.1. R: `t.test(x)$conf.int`. */
export function meanLimits({ n, mean, sd }: Moments, confidence: number): Limits {
  if (mean === null || sd === null) return { lo: null, hi: null };
  const reach = (twoSidedT(confidence, n - 1) * sd) / Math.sqrt(n);
  return { lo: mean - reach, hi: mean + reach };
}

/** Two means, spreads not taken as equal: B. L. Welch, Biometrika 34:28 (1947), doi:10.2307/2332510. R: `t.test(x, y)`. */
export function welchTest(first: Moments, second: Moments): number | null {
  const errors = [first, second].map(({ n, sd }) => (sd === null ? Number.NaN : sd ** 2 / n));
  const [a = Number.NaN, b = Number.NaN] = errors;
  const t = ((first.mean ?? Number.NaN) - (second.mean ?? Number.NaN)) / Math.sqrt(a + b);
  const degrees = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  return Number.isFinite(t) && Number.isFinite(degrees)
    ? finiteOrNull(studentTwoSided(t, degrees))
    : null;
}
