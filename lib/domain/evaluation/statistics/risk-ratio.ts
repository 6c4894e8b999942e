import { type Counts, type Estimate, finiteOrNull, NO_LIMITS } from './counts.ts';
import { twoSidedZ } from './distributions.ts';

/** The ratio of two shares: Katz, Baptista, Azen & Pike, Biometrics 34:469 (1978), doi:10.2307/2530610. */
export function riskRatio(first: Counts, second: Counts, confidence: number): Estimate {
  const est = first.x / first.n / (second.x / second.n);
  const error = Math.sqrt(1 / first.x - 1 / first.n + 1 / second.x - 1 / second.n);
  return { est: finiteOrNull(est), ...ratioLimits(est, error, confidence) };
}

/** The odds ratio: B. Woolf, Ann Hum Genet 19:251 (1955), doi:10.1111/j.1469-1809.1955.tb01348.x. */
export function oddsRatio(first: Counts, second: Counts, confidence: number): Estimate {
  const [missed, others] = [first.n - first.x, second.n - second.x];
  const est = (first.x * others) / (second.x * missed);
  const error = Math.sqrt(1 / first.x + 1 / missed + 1 / second.x + 1 / others);
  return { est: finiteOrNull(est), ...ratioLimits(est, error, confidence) };
}

/** `error` is the standard error of the logarithm. A ratio with an empty cell has no limits. */
export function ratioLimits(ratio: number, error: number, confidence: number) {
  if (!(ratio > 0 && Number.isFinite(ratio) && Number.isFinite(error))) return NO_LIMITS;
  const reach = twoSidedZ(confidence) * error;
  return {
    lo: finiteOrNull(ratio * Math.exp(-reach)),
    hi: finiteOrNull(ratio * Math.exp(reach)),
  };
}
