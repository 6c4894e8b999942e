import type { Counts, Limits } from './counts.ts';
import { wilson } from './wilson.ts';

export interface Difference extends Limits {
  readonly diff: number | null;
}

/**
 * The difference of two shares, first minus second, from their Wilson intervals: R. G. Newcombe, method 10, Stat Med
 * 17:873 (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
 */
export function riskDifference(first: Counts, second: Counts, confidence: number): Difference {
  const a = wilson(first.x, first.n, confidence);
  const b = wilson(second.x, second.n, confidence);
  if (a.p === null || b.p === null) return { diff: null, lo: null, hi: null };
  const below = (share: typeof a) => (share.p ?? 0) - (share.lo ?? 0);
  const above = (share: typeof a) => (share.hi ?? 0) - (share.p ?? 0);
  const diff = a.p - b.p;
  return {
    diff,
    lo: diff - Math.hypot(below(a), above(b)),
    hi: diff + Math.hypot(above(a), below(b)),
  };
}
