import { normalBelow, normalQuantile } from './distributions.ts';
import { findRoot } from './find-root.ts';

/** Two-sided level, and the chance to find what is there. */
export interface Plan {
  readonly alpha: number;
  readonly power: number;
}

/**
 * The chance to find a difference of two shares with n in each arm: J. L. Fleiss, Statistical Methods for Rates and
 * Proportions (1981). R: `power.prop.test`. The chance to find it on the wrong side is left out.
 */
export function powerOf(n: number, shares: { p1: number; p2: number }, alpha: number): number {
  const { p1, p2 } = shares;
  const pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
  const apart = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  const reach = Math.sqrt(n) * Math.abs(p1 - p2) + normalQuantile(alpha / 2) * pooled;
  if (apart === 0) return reach > 0 ? 1 : 0;
  return normalBelow(reach / apart);
}

/** The least share above p1 that n in each arm would find; null where even 1 would not be found. */
export function leastDetectable(n: number, p1: number, { alpha, power }: Plan): number | null {
  const missing = (p2: number) => powerOf(n, { p1, p2 }, alpha) - power;
  const certain = 1 - 1e-12;
  if (p1 >= certain || missing(p1) >= 0 || missing(certain) < 0) return null;
  return findRoot(missing, p1, certain);
}

/** How many in each arm find the difference, rounded up; null where there is none. */
export function sizePerArm(
  { p1, p2 }: { readonly p1: number; readonly p2: number },
  { alpha, power }: Plan,
): number | null {
  if (p1 === p2) return null;
  const pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
  const apart = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  const root = (-normalQuantile(alpha / 2) * pooled + normalQuantile(power) * apart) / (p1 - p2);
  return Math.ceil(root ** 2);
}

/**
 * How many events find a ratio of rates, with the share `allocation` in one arm: D. A. Schoenfeld, Biometrics 39:499
 * (1983), doi:10.2307/2531021. Null where the ratio is 1.
 */
export function schoenfeldEvents(
  ratio: number,
  { alpha, power }: Plan,
  allocation: number,
): number | null {
  if (ratio === 1) return null;
  const reach = normalQuantile(power) - normalQuantile(alpha / 2);
  return Math.ceil(reach ** 2 / (allocation * (1 - allocation) * Math.log(ratio) ** 2));
}
