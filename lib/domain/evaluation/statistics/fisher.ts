import type { Counts } from './counts.ts';

/** As R: tables that are more likely than the observed one by less than rounding count as equally likely. */
const ROUNDING = 1 + 1e-7;

/**
 * The two-sided exact test of two shares: all tables with the same margins that are no likelier than this one.
 * R. A. Fisher, J R Stat Soc 98:39 (1935), doi:10.2307/2342435. R: `fisher.test`. Null where an arm is empty.
 */
export function fisherExact(first: Counts, second: Counts): number | null {
  if (first.n === 0 || second.n === 0) return null;
  const events = first.x + second.x;
  const least = Math.max(0, events - second.n);
  const most = Math.min(first.n, events);
  const weights = hypergeometric(first.n, second.n, events, { least, most });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const limit = (weights[first.x - least] ?? 0) * ROUNDING;
  const tail = weights.reduce((sum, weight) => (weight <= limit ? sum + weight : sum), 0);
  return Math.min(1, tail / total);
}

/** How likely each count in the first arm is, as a multiple of the likeliest. */
function hypergeometric(
  n1: number,
  n2: number,
  events: number,
  { least, most }: { readonly least: number; readonly most: number },
): readonly number[] {
  const likeliest = Math.floor(((events + 1) * (n1 + 1)) / (n1 + n2 + 2));
  const mode = Math.min(most, Math.max(least, likeliest));
  const weights = new Array<number>(most - least + 1).fill(0);
  weights[mode - least] = 1;
  const odds = (k: number) => ((n1 - k) * (events - k)) / ((k + 1) * (n2 - events + k + 1));
  for (let k = mode; k < most; k += 1) {
    weights[k + 1 - least] = (weights[k - least] ?? 0) * odds(k);
  }
  for (let k = mode - 1; k >= least; k -= 1) {
    weights[k - least] = (weights[k + 1 - least] ?? 0) / odds(k);
  }
  return weights;
}
