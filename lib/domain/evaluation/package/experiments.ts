import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Registration } from '../trials/registration.ts';
import type { TrialEventKind } from '../trials/state.ts';

interface Registered {
  readonly registration: Registration;
  readonly hash: string | null;
  readonly events: readonly {
    readonly kind: TrialEventKind;
    readonly note: string;
    readonly at: Instant;
  }[];
}

/**
 * `experiments.json`: the comparisons that are in `assignments`, each as it was locked, with what happened to it. Who
 * did it is in no package; `mayLook` holds random ids, without which the hash could not be checked. Days are those of the
 * deployment, as in `policies.json`.
 */
export function experimentsOf(
  trials: readonly Registered[],
  comparisons: readonly string[],
  dayOf: (at: Instant) => Day,
) {
  const dateOf = (at: Instant) => isoDate(dayOf(at));
  return trials
    .filter(({ registration }) => comparisons.includes(registration.code))
    .toSorted(
      (a, b) => comparisons.indexOf(a.registration.code) - comparisons.indexOf(b.registration.code),
    )
    .map(({ registration, hash, events }) => ({
      code: registration.code,
      hash,
      registration,
      events: events.map(({ kind, at }) => ({ kind, on: dateOf(at) })),
      deviations: events
        .filter(({ kind }) => kind === 'deviation')
        .map(({ note, at }) => ({ on: dateOf(at), note })),
      opened_early: events.some(({ kind }) => kind === 'look_signed'),
    }));
}
