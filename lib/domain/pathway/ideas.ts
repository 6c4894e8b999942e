import type { Population } from '#lib/domain/bridges/bridge.ts';
import { type Bundle, bundleFor, hasStaffVariant } from '#lib/domain/bridges/bundle.ts';
import { derive } from './derive.ts';
import type { PathwayRow } from './row.ts';
import type { PayloadOf, Transition } from './transition.ts';

export interface OwnIdeas {
  readonly row: PathwayRow;
  readonly ideas: Bundle;
  /** Which answer about obstacles they follow from, by its place in the pathway. */
  readonly report: number;
  /** Whether there are ideas for people who work in health care among them. */
  readonly hasStaffVariant: boolean;
}

/** The ideas for the obstacles that were named last; null where the last answer named none. */
export function ideasOf(
  transitions: readonly Transition[],
  population: Population,
): OwnIdeas | null {
  const last = transitions.findLast((one) => one.step === 'barriers.reported');
  if (last?.payload.answer !== 'given') return null;
  const row = derive(transitions);
  const { codes } = last.payload;
  return {
    row,
    ideas: bundleFor({ codes, intention: intentionOf(row), population }),
    report: last.seq,
    hasStaffVariant: hasStaffVariant(codes),
  };
}

/** The strength on record: after a step was chosen, else before the result. */
export function intentionOf(row: PathwayRow): number | null {
  return row.intentionAfter ?? row.intentionBefore;
}

/** What is recorded of an idea that was shown or used. */
export function ideaPayload({
  bridge,
  barrier,
  dimension,
}: Bundle[number]): PayloadOf<'bridge.shown'> {
  return { bridge: bridge.id, version: bridge.version, dimension, barrier };
}
