import { CANCEL_REASONS } from './payloads.ts';
import type { NewTransition, PayloadOf, Transition } from './transition.ts';
import { waitingOf } from './waiting.ts';

/** What somebody can say of a visit of theirs. Never what a clinic says. */
export const VISIT_WORDS = ['booked', 'been', ...CANCEL_REASONS] as const;
export type VisitWord = (typeof VISIT_WORDS)[number];

/** What somebody who waits can say. */
export const WAITING_WORDS = ['still', ...VISIT_WORDS] as const;
export type WaitingWord = (typeof WAITING_WORDS)[number];

/** It ends a date that stands. */
export function endsDate(word: WaitingWord): word is (typeof CANCEL_REASONS)[number] {
  return (CANCEL_REASONS as readonly WaitingWord[]).includes(word);
}

/** A date that does not stand cannot end. */
export function mayBeSaid(word: VisitWord, transitions: readonly Transition[]): boolean {
  return !endsDate(word) || waitingOf(transitions)?.booked === true;
}

/** The steps that say it. A date that was moved ends, and there is a new one. */
export function visitSteps(
  word: VisitWord,
  waitDays: PayloadOf<'appointment.booked'>['waitDays'] = null,
): readonly NewTransition[] {
  const said = { origin: 'user', policyHash: null } as const;
  const booked = { step: 'appointment.booked', ...said, payload: { waitDays } } as const;
  if (word === 'booked') return [booked];
  if (endsDate(word)) {
    const payload = { reason: word } as const;
    const ended = { step: 'appointment.cancelled', ...said, payload } as const;
    return word === 'moved' ? [ended, booked] : [ended];
  }
  const payload = { attended: true, evidence: 'self_report', mode: null } as const;
  return [{ step: 'attendance.recorded', ...said, payload }];
}
