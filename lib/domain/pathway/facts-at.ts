import type { Facts } from '#lib/domain/routing/facts.ts';
import type { Score } from '#lib/domain/screening/score.ts';
import type { PayloadOf, Transition, TransitionOf } from './transition.ts';

/** Where in a pathway a placement is made: at which check, with which scores, on which day. */
export interface Moment {
  readonly occasion: number;
  readonly day: number;
  readonly scores: readonly Score[];
}

/** What a policy may read at a moment, from what was recorded before it (decision D13). */
export function factsAt(before: readonly Transition[], moment: Moment): Facts {
  const { occasion, day, scores } = moment;
  const past = completedOf(before).filter(({ payload }) => payload.occasion < occasion);
  const change = scores.flatMap(({ instrument, total }) => {
    const last = past.findLast(({ payload }) => payload.instrument === instrument)?.payload.total;
    return total === null || last == null ? [] : [[instrument, total - last] as const];
  });
  return {
    scores,
    recheck: occasion > 0,
    change: Object.fromEntries(change),
    step: stepAt(before, day),
    ...saidAt(before, occasion),
  };
}

/** The scores of a check as they were kept: one for every form of it, in the order of the answers. */
export function scoresAt(before: readonly Transition[], occasion: number): readonly Score[] {
  return completedOf(before)
    .filter(({ payload }) => payload.occasion === occasion)
    .map(({ payload }) => scoreOf(payload));
}

function completedOf(before: readonly Transition[]) {
  return before.filter(
    (one): one is TransitionOf<'screening.completed'> => one.step === 'screening.completed',
  );
}

function scoreOf(kept: PayloadOf<'screening.completed'>): Score {
  const { instrument, total, symptomClass, missing, item9, difficulty } = kept;
  return {
    instrument,
    total,
    // Bands, subscales and the whole result follow from the total, and no policy reads them from here.
    band: null,
    subscales: {},
    result: null,
    symptomClass,
    missing,
    item9,
    difficulty,
    crisis: item9 !== null && item9 !== 0,
  };
}

/** The step that was chosen last; a look at another one, or "not today", ends none. */
function stepAt(before: readonly Transition[], day: number): Facts['step'] {
  const chosen = before.flatMap((one) => {
    const tier = one.step === 'tier.decided' ? one.payload.tier : null;
    return tier === null ? [] : [{ tier, days: Math.min(365, day - one.day) }];
  });
  return chosen.at(-1) ?? null;
}

/** What the person said of care and of signs, where a check asks for it. */
function saidAt(before: readonly Transition[], occasion: number): Pick<Facts, 'care' | 'signs'> {
  const last = completedOf(before).findLast(({ payload }) => payload.occasion === occasion);
  return { care: last?.payload.care ?? null, signs: last?.payload.signs ?? null };
}
