import type { BarrierCode } from './barriers.ts';
import type { BridgeItem } from './bridge.ts';
import { COGNITIVE } from './items/cognitive.ts';
import { DIGITAL } from './items/digital.ts';
import { PSYCHOLOGICAL } from './items/psychological.ts';
import { SOCIOCULTURAL } from './items/sociocultural.ts';
import { STRUCTURAL } from './items/structural.ts';

const ALL = [...PSYCHOLOGICAL, ...COGNITIVE, ...SOCIOCULTURAL, ...STRUCTURAL, ...DIGITAL] as const;

/** The name of an idea: an idea without its words in every language does not compile. */
export type BridgeId = (typeof ALL)[number]['id'];
export type Bridge = BridgeItem & { readonly id: BridgeId };

/** Every idea, in the order of the dimensions; the first of those that fit is shown first. */
export const BRIDGES: readonly Bridge[] = ALL;

export const BRIDGE_IDS = ALL.map(({ id }) => id) as [BridgeId, ...BridgeId[]];

/** True where the idea is about this obstacle. */
export function isAbout({ barriers }: Bridge, code: BarrierCode): boolean {
  return barriers.includes(code);
}
