import { worstCase } from '../statistics/worst-case.ts';
import { type Printed, standsFor } from '../widest.ts';

/** Of one arm: who went, whose days are over, and of whom of these it is known whether they went; as printed. */
export interface KnownOutcome {
  readonly attended: Printed;
  readonly followed: Printed;
  readonly heard: Printed;
}

/**
 * The difference, the first less the second, if everybody of whom nothing is known had gone in the one arm and nobody in
 * the other, either way round (E14): between these it lies, whatever made people answer. Of every count that the printed
 * ones may stand for.
 */
export function boundsOfDifference(
  first: KnownOutcome,
  second: KnownOutcome,
): { readonly lo: number; readonly hi: number } {
  const [a, b] = [shareOf(first), shareOf(second)];
  return { lo: a.lo - b.hi, hi: a.hi - b.lo };
}

function shareOf({ attended, followed, heard }: KnownOutcome): { lo: number; hi: number } {
  const [x, n, known] = [standsFor(attended), standsFor(followed), standsFor(heard)];
  const { lo } = worstCase({ x: x.lower, missing: 0, n: n.upper });
  const missing = Math.max(0, n.upper - known.lower);
  const { hi } = worstCase({ x: x.upper, missing, n: n.upper });
  return { lo: Math.max(0, lo ?? 0), hi: Math.min(1, hi ?? 1) };
}
