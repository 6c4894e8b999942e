import { finiteOrNull } from './counts.ts';
import { alignDays, type DayTable, type GroupedDay } from './day-counts.ts';
import { type ChiSquare, chiSquare, NO_CHI_SQUARE } from './pearson.ts';
import { addInto, quadraticForm, zeros } from './quadratic-form.ts';

export interface LogRank extends ChiSquare {
  readonly df: number;
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

interface Sums {
  readonly observed: number[];
  readonly expected: number[];
  readonly variance: number[][];
}

/**
 * Whether the curves of groups differ: for each stratum, one table a group. `rho` 0 is the log-rank test (Mantel 1966;
 * Peto & Peto 1972), 1 Peto & Peto's Wilcoxon test; Harrington & Fleming, Biometrika 69:553 (1982),
 * doi:10.1093/biomet/69.3.553. R: `survdiff(…, rho)`. A group of which no event was to be expected is left out.
 */
export function logRank(strata: readonly (readonly DayTable[])[], rho = 0): LogRank {
  const size = Math.max(0, ...strata.map((groups) => groups.length));
  const none = () => new Array<number>(size).fill(0);
  const sums: Sums = { observed: none(), expected: none(), variance: zeros(size) };
  for (const groups of strata) addStratum(sums, alignDays(groups), rho);
  const { observed, expected, variance } = sums;
  const compared = expected.flatMap((value, g) => (value > 0 ? [g] : []));
  const free = compared.slice(1);
  const score = free.map((g) => (observed[g] ?? 0) - (expected[g] ?? 0));
  const matrix = free.map((g) => free.map((h) => variance[g]?.[h] ?? 0));
  const chisq = free.length === 0 ? null : quadraticForm(score, matrix);
  const df = Math.max(0, compared.length - 1);
  const test = chisq === null ? NO_CHI_SQUARE : chiSquare(chisq, df);
  return { chisq: test.chisq, df, p: test.p, observed, expected };
}

function addStratum(sums: Sums, days: readonly GroupedDay[], rho: number): void {
  let pooled = 1;
  for (const { atRisk, events } of days) {
    const n = sumOf(atRisk);
    const d = sumOf(events);
    if (d === 0) continue;
    // The curve of all groups together, just before this day.
    const weight = pooled ** rho;
    pooled *= (n - d) / n;
    const share = (g: number) => (atRisk[g] ?? 0) / n;
    for (const g of atRisk.keys()) {
      sums.observed[g] = (sums.observed[g] ?? 0) + weight * (events[g] ?? 0);
      sums.expected[g] = (sums.expected[g] ?? 0) + weight * d * share(g);
    }
    const drawn = finiteOrNull((d * (n - d)) / (n - 1)) ?? 0;
    addInto(
      sums.variance,
      (g, h) => weight ** 2 * drawn * share(g) * ((g === h ? 1 : 0) - share(h)),
    );
  }
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0);
