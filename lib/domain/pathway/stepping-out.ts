import { INTENDER_FROM } from '#lib/domain/basics/intention.ts';
import type { Transition } from './transition.ts';

/**
 * The day on which somebody stepped out, as far as is known (measurement.md A3): that of their last decision, where it was
 * "not today" and not to ask again and no step towards a visit came after it; or that of a withdrawal, if that was first.
 * Silence is no stepping out, nor is asking to be asked later. "Not today" stands below all the steps and says no to each,
 * the meeting in person among them, whichever was offered; nor may it depend on the offer, which beside a total tells the
 * answer to question 9 to whoever holds a package. Its twins are `subject.facts_between` and `pub.package_pathways`.
 */
export function steppedOut(known: readonly Transition[]): number | null {
  const closed = known.find(
    (one) => one.step === 'pathway.closed' && one.payload.reason === 'withdrawn',
  );
  const last = known.findLast((one) => one.step === 'tier.decided' || leadsToVisit(one));
  const days = [closed, last !== undefined && isNoForGood(last) ? last : undefined].flatMap(
    (one) => one?.day ?? [],
  );
  return days.length === 0 ? null : Math.min(...days);
}

function isNoForGood({ step, payload }: Transition): boolean {
  if (step !== 'tier.decided' || payload.decision !== 'declined') return false;
  return payload.askAgainDays === null && (payload.tier ?? 'face_to_face') === 'face_to_face';
}

/**
 * Who answers a check again, writes, reads or looks around has come back, but not to go. A visit itself is none of these:
 * one that stands counts before any stepping out, and one that was taken back was never there.
 */
function leadsToVisit({ step, payload }: Transition): boolean {
  switch (step) {
    case 'referral.opened':
    case 'referral.chosen':
    case 'plan.made':
    case 'appointment.booked':
      return true;
    case 'intention.stated':
    case 'checkin.answered':
      return (payload.strength ?? 0) >= INTENDER_FROM;
    default:
      return false;
  }
}
