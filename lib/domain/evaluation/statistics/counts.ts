/** `x` of `n` people. */
export interface Counts {
  readonly x: number;
  readonly n: number;
}

/** The ends of an interval; null where there is nothing to compute one from. */
export interface Limits {
  readonly lo: number | null;
  readonly hi: number | null;
}

export interface Estimate extends Limits {
  readonly est: number | null;
}

export const NO_LIMITS: Limits = { lo: null, hi: null };

/** What cannot be computed is absent: it is never printed as a number that is none. */
export const finiteOrNull = (value: number): number | null =>
  Number.isFinite(value) ? value : null;

/** The quotient, or null where there is nothing to divide by. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;
