import { compiled, igamc, incbet, incbi, lbeta, lgam, ndtr, ndtri } from 'cephes';

// Moshier's Cephes library (1989, netlib.org/cephes), compiled to WebAssembly: a few milliseconds, once.
await compiled;

/** The share of a standard normal distribution below `z`. */
export const normalBelow = (z: number): number => orAtUnderflow(0, () => ndtr(z));

/** The point of a standard normal distribution with the share `p` below it, for 0 < p < 1. */
export const normalQuantile = (p: number): number => ndtri(p);

/** Standard errors on either side of an estimate that hold the share `confidence`: 1.96 for .95. */
export const twoSidedZ = (confidence: number): number => -normalQuantile((1 - confidence) / 2);

/** The share of a normal distribution that is further from 0 than `z`, on either side. */
export const normalTwoSided = (z: number): number => 2 * normalBelow(-Math.abs(z));

/** The share of a chi-square distribution above `x`. */
export function chiSquareAbove(x: number, degrees: number): number {
  return orAtUnderflow(x < degrees ? 1 : 0, () => igamc(degrees / 2, x / 2));
}

/** The share of Student's distribution that is further from 0 than `t`, on either side. */
export function studentTwoSided(t: number, degrees: number): number {
  return orAtUnderflow(0, () => incbet(degrees / 2, 0.5, degrees / (degrees + t * t)));
}

/** As `twoSidedZ`, for Student's distribution. */
export function twoSidedT(confidence: number, degrees: number): number {
  const share = incbi(0.5, degrees / 2, confidence);
  return Math.sqrt((degrees * share) / (1 - share));
}

/** The natural logarithm of the part of the beta function that is above `x`. */
export function logBetaAbove(x: number, a: number, b: number): number {
  return lbeta(a, b) + Math.log(orAtUnderflow(0, () => incbet(b, a, 1 - x)));
}

/** The natural logarithm of the gamma function. */
export const logGamma = (x: number): number => lgam(x);

/** The library throws where a result is nearer to 0 than a number can be. */
function orAtUnderflow(limit: number, compute: () => number): number {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Error && error.message.includes('underflow')) return limit;
    throw error;
  }
}
