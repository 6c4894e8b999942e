import type { Optimum, Solve, Terms } from './linear-problem.ts';

/** How many values a hidden count must at least leave open, counted from the lowest to the highest (decision D15). */
export const LEAST_WIDTH = 10;

/** Slack for the solver's own tolerance of 1e-7. */
export const SLACK = 1e-4;

/** What is not to be known, and the widest range seen for it so far: hiding more never narrows it. */
export interface Watched {
  readonly terms: Terms;
  low: number;
  high: number;
}

export const isWide = ({ low, high }: Watched) =>
  Math.floor(high + SLACK) - Math.ceil(low - SLACK) >= LEAST_WIDTH;

/** One end of the range of a secret. The solution is a possible state of all counts, so it widens every range. */
export function seek(
  solve: Solve,
  goal: 'minimise' | 'maximise',
  secret: Watched,
  watched: readonly Watched[],
): Optimum {
  const optimum = solve(goal, secret.terms);
  for (const other of watched) {
    const value = other.terms.reduce((sum, [i, w]) => sum + w * (optimum.point[i] ?? 0), 0);
    other.low = Math.min(other.low, value);
    other.high = Math.max(other.high, value);
  }
  return optimum;
}
