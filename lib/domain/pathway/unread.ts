import type { Transition } from './transition.ts';

/** Whether a guide's latest answer has not been looked at yet. */
export function hasUnreadAnswer(transitions: readonly Pick<Transition, 'step'>[]): boolean {
  const last = (step: Transition['step']) => transitions.findLastIndex((one) => one.step === step);
  return last('guidance.answered') > last('guidance.read');
}
