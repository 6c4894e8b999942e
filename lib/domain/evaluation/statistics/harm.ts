import { logBetaAbove } from './distributions.ts';

export interface HarmSoFar {
  /** How many in each arm had the safety outcome; one person counts once. */
  readonly treatedEvents: number;
  readonly controlEvents: number;
  /** The chance of being assigned to the treated arm. */
  readonly allocation: number;
}

/**
 * How strongly the events so far speak for harm, as an e-value: at every look, also one chosen by what was seen, it
 * reaches 1/alpha with a chance of at most alpha where the treated arm is no worse (Ville 1939). Under equal risks an
 * event falls into the treated arm with the chance `allocation`; against it stand all higher chances, weighted by
 * Beta(1/2, 1/2): Wald's sequential ratio with a mixture, H. Robbins, Ann Math Statist 41:1397 (1970),
 * doi:10.1214/aoms/1177696786; Ramdas et al., Statist Sci 38:576 (2023), doi:10.1214/23-STS894.
 */
export function harmEvidence({ treatedEvents, controlEvents, allocation }: HarmSoFar): number {
  const mixture =
    logBetaAbove(allocation, treatedEvents + 0.5, controlEvents + 0.5) -
    logBetaAbove(allocation, 0.5, 0.5);
  const equal = treatedEvents * Math.log(allocation) + controlEvents * Math.log(1 - allocation);
  return Math.exp(mixture - equal);
}

/** The rule of a registered comparison: assignment pauses, and the clinician who answers for it is told. */
export function isHarmLikely(seen: HarmSoFar, level: number): boolean {
  return harmEvidence(seen) >= 1 / level;
}
