import type { Counts, Limits } from './counts.ts';

export interface SequenceOptions {
  readonly alpha: number;
  /** Where the interval is narrowest: tuned at the planned number. */
  readonly rho: number;
  /** The chance of being assigned to the first arm. */
  readonly allocation: number;
}

/**
 * The difference of two shares, first minus second, with an interval that holds at every look: asymptotic confidence
 * sequence of Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas, Ann Statist 52:2613 (2024), doi:10.1214/24-AOS2408
 * (arXiv:2103.06476), over y A / p - y (1 - A) / (1 - p). That is a function of the four counts alone.
 */
export function confidenceSequence(
  first: Counts,
  second: Counts,
  { alpha, rho, allocation }: SequenceOptions,
): { readonly est: number | null } & Limits {
  const t = first.n + second.n;
  if (t === 0) return { est: null, lo: null, hi: null };
  const { est, error } = weighedDifference(first, second, allocation);
  const mixed = t * rho * rho + 1;
  const width =
    error * Math.sqrt(((2 * mixed) / (t * rho * rho)) * Math.log(Math.sqrt(mixed) / alpha));
  return { est, lo: est - width, hi: est + width };
}

/** What the sequence is about, with the standard error that it has at one look. */
export function weighedDifference(
  first: Counts,
  second: Counts,
  allocation: number,
): { readonly est: number; readonly error: number } {
  const t = first.n + second.n;
  const est = (first.x / allocation - second.x / (1 - allocation)) / t;
  const squares = (first.x / allocation ** 2 + second.x / (1 - allocation) ** 2) / t;
  return { est, error: Math.sqrt(Math.max(0, squares - est * est) / t) };
}
