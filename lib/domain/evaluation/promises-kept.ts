import { LEAST_SHOWN, roundCount } from './disclosure.ts';
import { LEAST_WIDTH } from './watched.ts';

/** How many promised answers came in time, under the rule for every count that anyone sees (decision D15). */
export type PromisesKept =
  | { readonly kind: 'few' }
  /** Fewer than ten were late, or in time: that is all that is told of them. */
  | { readonly kind: 'few_late' | 'few_kept'; readonly all: number }
  /** Percent, from the rounded counts. */
  | {
      readonly kind: 'both';
      readonly all: number;
      readonly kept: number;
      readonly share: number;
    };

/** Ten of the other kind, and ten values left open for the few. */
const LEAST_TOTAL = LEAST_SHOWN + LEAST_WIDTH;

export function promisesKept(counts: {
  readonly kept: number;
  readonly late: number;
}): PromisesKept {
  const { kept, late } = counts;
  const all = roundCount(kept + late);
  // Beside a smaller total "fewer than ten" of one kind would say how many of it, to within ten.
  if (all < LEAST_TOTAL) return { kind: 'few' };
  if (late < LEAST_SHOWN) return kept < LEAST_SHOWN ? { kind: 'few' } : { kind: 'few_late', all };
  if (kept < LEAST_SHOWN) return { kind: 'few_kept', all };
  const inTime = roundCount(kept);
  return { kind: 'both', all, kept: inTime, share: Math.round((100 * inTime) / all) };
}
