import { DIGITAL } from '#lib/domain/bridges/items/digital.ts';
import { derive } from './derive.ts';
import { messageDays, SUBSTITUTE_DAYS } from './gap-facts.ts';
import type { PayloadOf, Transition } from './transition.ts';
import { waitingOf } from './waiting.ts';

/** The idea that the card shows. */
export const PERSON_CARD = 'one-step-with-a-person';

/** On record without an obstacle, since nobody named one. */
export function personCardPayload(): PayloadOf<'bridge.shown'> {
  const version = DIGITAL.find(({ id }) => id === PERSON_CARD)?.version ?? 1;
  return { bridge: PERSON_CARD, version, dimension: 'digital', barrier: null };
}

/**
 * Whether the card that leads back to a person is due: a visit was offered, help without a name was used on some
 * days, and there was no step towards a person since. `shown` on the day on which it was shown first; after that it
 * keeps silent until as many days were used again.
 */
export function personCard(
  transitions: readonly Transition[],
  day: number,
): 'due' | 'shown' | null {
  const row = derive(transitions);
  const been = row.attendedSelfDay !== null || row.attendedCodeDay !== null;
  if (row.tierOffered !== 'face_to_face' || been || waitingOf(transitions) !== null) return null;
  const shown = transitions.findLast(isCard)?.day ?? 0;
  if (shown === day) return 'shown';
  const from = Math.max(shown, transitions.findLast(isTowardsPerson)?.day ?? 0);
  return usedDays(transitions).filter((used) => used > from).length >= SUBSTITUTE_DAYS
    ? 'due'
    : null;
}

function isCard(one: Transition): boolean {
  return (
    one.step === 'bridge.shown' &&
    one.payload.bridge === PERSON_CARD &&
    one.payload.barrier === null
  );
}

function isTowardsPerson({ step, payload }: Transition): boolean {
  if (step === 'plan.made') return payload.tier === 'face_to_face';
  return step === 'referral.chosen' || step === 'appointment.booked';
}

/** Messages, and results of later checks. */
function usedDays(transitions: readonly Transition[]): readonly number[] {
  const again = transitions.flatMap((one) =>
    one.step === 'result.viewed' && one.payload.occasion > 0 ? [one.day] : [],
  );
  return [...new Set([...messageDays(transitions), ...again])];
}
