import type { CurvePoint } from './curve.ts';

/** Days over which the mean is taken (RMST(30) of E5). */
export const MEAN_DAYS = 30;

/** Mean days without a visit among the first 30. */
export interface WithoutVisit {
  readonly days: number;
  /** As the ends of the band (95 %) have it: wider than an interval of the mean itself, since it takes each day at its end. */
  readonly lo: number;
  readonly hi: number;
}

/**
 * The area above the printed line, straight between its points, up to day 30: the restricted mean of J. O. Irwin, J Hyg
 * 47:188 (1949), doi:10.1017/S0022172400014443, of a life table. Null where the line ends before.
 */
export function withoutVisit(points: readonly CurvePoint[]): WithoutVisit | null {
  if ((points.at(-1)?.day ?? 0) < MEAN_DAYS) return null;
  const above = (share: (point: CurvePoint) => number): number => {
    let [day, value, area] = [0, 0, 0];
    for (const point of points) {
      const end = Math.min(point.day, MEAN_DAYS);
      const reached = value + ((share(point) - value) * (end - day)) / (point.day - day);
      area += (end - day) * (1 - (value + reached) / 2);
      [day, value] = [end, reached];
      if (end === MEAN_DAYS) break;
    }
    return area;
  };
  return {
    days: above(({ value }) => value),
    lo: above(({ hi }) => hi),
    hi: above(({ lo }) => lo),
  };
}
