import { INTENDER_FROM } from '#lib/domain/basics/intention.ts';
import { BARRIER_CODES, type BarrierCode, type Dimension, dimensionOf } from './barriers.ts';

const FOR_INTENDERS: readonly Dimension[] = ['structural'];
const FOR_OTHERS: readonly Dimension[] = ['psychological', 'cognitive'];

/**
 * What to begin with. Where there is an intention, conditions decide whether it turns into a step (the
 * moderating layer), so structural ones come first; where there is none yet, feelings and thoughts do
 * (the input layer). Among equals the codebook's order holds.
 */
export function rankBarriers(
  chosen: readonly BarrierCode[],
  intention: number | null,
): readonly BarrierCode[] {
  const first = (intention ?? 0) >= INTENDER_FROM ? FOR_INTENDERS : FOR_OTHERS;
  const inOrder = BARRIER_CODES.filter((code) => chosen.includes(code));
  const leads = (code: BarrierCode) => first.includes(dimensionOf(code));
  return [...inOrder.filter(leads), ...inOrder.filter((code) => !leads(code))];
}

/** The dimension to begin with; null where nothing was chosen. */
export function topDimension(
  chosen: readonly BarrierCode[],
  intention: number | null,
): Dimension | null {
  const [first] = rankBarriers(chosen, intention);
  return first === undefined ? null : dimensionOf(first);
}
