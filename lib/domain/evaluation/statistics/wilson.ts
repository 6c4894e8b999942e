import type { Counts, Limits } from './counts.ts';
import { twoSidedZ } from './distributions.ts';

export interface Proportion extends Counts, Limits {
  readonly p: number | null;
}

/**
 * The share x/n with its score interval: E. B. Wilson, JASA 22:209 (1927), doi:10.1080/01621459.1927.10502953.
 * R: `prop.test(x, n, correct = FALSE)`. Nobody at all has no share.
 */
export function wilson(x: number, n: number, confidence: number): Proportion {
  if (n === 0) return { x, n, p: null, lo: null, hi: null };
  const z = twoSidedZ(confidence);
  const p = x / n;
  const half = (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + half / (2 * n));
  const end = (sign: 1 | -1) => (p + half + sign * reach) / (1 + 2 * half);
  return {
    x,
    n,
    p,
    lo: x === 0 ? 0 : Math.max(0, end(-1)),
    hi: x === n ? 1 : Math.min(1, end(1)),
  };
}
