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
