import type { Transition } from '#lib/domain/pathway/transition.ts';
import type { Facts } from '#lib/domain/routing/facts.ts';
import type { Score } from '#lib/domain/screening/score.ts';

/** Longer than this is the same to every rule (`days_on_step` in the schema of a policy). */
const MOST_DAYS = 365;

/** What the steps before a check say about it; `day` is that of the check, counted as theirs are. */
export function historyFacts(
  before: readonly Transition[],
  scores: readonly Pick<Score, 'instrument' | 'total'>[],
  day: number,
): Pick<Facts, 'change' | 'step'> {
  return { change: changeSince(before, scores), step: stepSince(before, day) };
}

/** Points since the last time of the same form, where both could be added up; positive is worse. */
function changeSince(
  before: readonly Transition[],
  scores: readonly Pick<Score, 'instrument' | 'total'>[],
): Facts['change'] {
  const changes = scores.flatMap(({ instrument, total }) => {
    const last = before.findLast(
      (t) => t.step === 'screening.completed' && t.payload.instrument === instrument,
    );
    const was = last?.step === 'screening.completed' ? last.payload.total : null;
    return was === null || total === null ? [] : [[instrument, total - was] as const];
  });
  return Object.fromEntries(changes);
}

/** The step chosen last, whatever was decided about later offers. */
function stepSince(before: readonly Transition[], day: number): Facts['step'] {
  for (const { step, payload, day: on } of before.toReversed()) {
    if (step !== 'tier.decided' || payload.tier === null) continue;
    return { tier: payload.tier, days: Math.min(MOST_DAYS, day - on) };
  }
  return null;
}
