import { WAY_IDS, type WayId, wayOf } from '#lib/domain/bridges/ways.ts';
import type { NewTransition, Transition } from './transition.ts';

export interface Assigned {
  readonly experiment: string;
  readonly way: WayId;
  /** It was on its page already. */
  readonly shown: boolean;
}

/** What chance gave this person; null where nothing was compared. */
export function assignedWay(transitions: readonly Transition[]): Assigned | null {
  const assigned = transitions.find((one) => one.step === 'experiment.assigned');
  const way = WAY_IDS.find((id) => id === assigned?.payload.arm);
  if (!assigned || way === undefined) return null;
  const shown = transitions.some(
    ({ seq, step, payload }) =>
      seq > assigned.seq && step === 'bridge.shown' && payload.bridge === way,
  );
  return { experiment: assigned.payload.experiment, way, shown };
}

/** That a way is shown, as it is recorded before it is. */
export function wayShown(way: WayId): NewTransition {
  const { id, version } = wayOf(way);
  const payload = { bridge: id, version, dimension: null, barrier: null };
  return { step: 'bridge.shown', origin: 'system', policyHash: null, payload };
}
