import type { CurvePoint } from './curve.ts';

/** Between two days of the printed line; `by` null: not reached at the last of them, `after`. */
export interface Between {
  readonly after: number;
  readonly by: number | null;
}

/** When half of everyone had gone, as finely as the printed line tells. */
export interface HalfGone extends Between {
  /** Where chance alone may put it: from the upper to the lower end of the band (95 %). */
  readonly chance: Between;
}

const HALF = 0.5;

/** The median of the time to a first visit (E5), from printed points alone; null without one. */
export function halfGone(points: readonly CurvePoint[]): HalfGone | null {
  if (points.length === 0) return null;
  const at = (share: (point: CurvePoint) => number): Between => {
    const by = points.findIndex((point) => share(point) >= HALF);
    const before = by < 0 ? points.at(-1) : points[by - 1];
    return { after: before?.day ?? 0, by: points[by]?.day ?? null };
  };
  const { after } = at(({ hi }) => hi);
  return { ...at(({ value }) => value), chance: { after, by: at(({ lo }) => lo).by } };
}
