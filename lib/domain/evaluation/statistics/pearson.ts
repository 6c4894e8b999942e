import type { Counts } from './counts.ts';
import { chiSquareAbove } from './distributions.ts';

export interface ChiSquare {
  readonly chisq: number | null;
  readonly p: number | null;
}

export const NO_CHI_SQUARE: ChiSquare = { chisq: null, p: null };

export function chiSquare(chisq: number, degrees: number): ChiSquare {
  return Number.isFinite(chisq) ? { chisq, p: chiSquareAbove(chisq, degrees) } : NO_CHI_SQUARE;
}

/** Two shares, without correction: K. Pearson, Phil Mag 50:157 (1900), doi:10.1080/14786440009463897. */
export function pearson(first: Counts, second: Counts): ChiSquare {
  const x = first.x + second.x;
  const n = first.n + second.n;
  const cross = first.x * (second.n - second.x) - second.x * (first.n - first.x);
  return chiSquare((n * cross * cross) / (first.n * second.n * x * (n - x)), 1);
}

/**
 * Whether people were assigned to arms in the shares that were planned. An alarm at p < .001 stops the reading of a
 * comparison: Fabijan et al., KDD 2019:2156, doi:10.1145/3292500.3330722.
 */
export function sampleRatio(counts: readonly number[], planned: readonly number[]): ChiSquare {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const parts = counts.map((count, i) => {
    const expected = n * (planned[i] ?? 0);
    return (count - expected) ** 2 / expected;
  });
  return chiSquare(
    parts.reduce((sum, part) => sum + part, 0),
    counts.length - 1,
  );
}
