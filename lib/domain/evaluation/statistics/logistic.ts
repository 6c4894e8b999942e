import { finiteOrNull, type Limits, NO_LIMITS } from './counts.ts';
import { normalTwoSided } from './distributions.ts';
import { ratioLimits } from './risk-ratio.ts';

export interface OddsPerUnit extends Limits {
  readonly or: number | null;
  readonly p: number | null;
}

const NONE: OddsPerUnit = { or: null, ...NO_LIMITS, p: null };
/** As R's `glm.control()`: the precision of its results is part of being equal to it. */
const PRECISION = 1e-8;
const MOST_STEPS = 25;
const NEAR_CERTAIN = 10 * Number.EPSILON;

interface Fit {
  readonly slope: number;
  readonly error: number;
  readonly chances: readonly number[];
  readonly deviance: number;
}

/**
 * How the odds of a yes change with each unit of x: logistic regression by iterated weighted least squares, Nelder &
 * Wedderburn, J R Stat Soc A 135:370 (1972), doi:10.2307/2344614. R: `glm(y ~ x, binomial)`, Wald interval and test.
 * Null where x does not vary, all answers are the same, or x tells them apart without error.
 */
export function logisticSlope(
  xs: readonly number[],
  yes: readonly boolean[],
  confidence: number,
): OddsPerUnit {
  const fit = converge(xs, yes);
  if (fit === null) return NONE;
  const or = Math.exp(fit.slope);
  const p = normalTwoSided(fit.slope / fit.error);
  return { or: finiteOrNull(or), ...ratioLimits(or, fit.error, confidence), p: finiteOrNull(p) };
}

function converge(xs: readonly number[], yes: readonly boolean[]): Fit | null {
  if (new Set(xs).size < 2 || new Set(yes).size < 2) return null;
  let chances: readonly number[] = yes.map((y) => (y ? 0.75 : 0.25));
  let deviance = devianceOf(chances, yes);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const fit = weightedLine(xs, yes, chances);
    const change = Math.abs(fit.deviance - deviance) / (Math.abs(fit.deviance) + 0.1);
    // A chance of 0 or 1: the two answers are told apart without error.
    if (fit.chances.some((p) => !(p > NEAR_CERTAIN && p < 1 - NEAR_CERTAIN))) return null;
    if (change < PRECISION) return fit;
    ({ chances, deviance } = fit);
  }
  return null;
}

/** One step: the line through the working answers, each weighted by p (1 - p). */
function weightedLine(
  xs: readonly number[],
  yes: readonly boolean[],
  chances: readonly number[],
): Fit {
  const points = xs.map((x, i) => {
    const p = chances[i] ?? 0;
    const weight = p * (1 - p);
    return { x, weight, z: Math.log(p / (1 - p)) + ((yes[i] ? 1 : 0) - p) / weight };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const meanX = points.reduce((sum, { weight, x }) => sum + weight * x, 0) / total;
  const meanZ = points.reduce((sum, { weight, z }) => sum + weight * z, 0) / total;
  const spread = points.reduce((sum, { weight, x }) => sum + weight * (x - meanX) ** 2, 0);
  const slope =
    points.reduce((sum, { weight, x, z }) => sum + weight * (x - meanX) * (z - meanZ), 0) / spread;
  const next = xs.map((x) => 1 / (1 + Math.exp(-(meanZ + slope * (x - meanX)))));
  return { slope, error: 1 / Math.sqrt(spread), chances: next, deviance: devianceOf(next, yes) };
}

const devianceOf = (chances: readonly number[], yes: readonly boolean[]) =>
  -2 * chances.reduce((sum, p, i) => sum + Math.log(yes[i] ? p : 1 - p), 0);
