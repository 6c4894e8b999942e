// What a data set shows of people who stop, answer, or are recorded, beside what is true of them.
import type { Window } from '#lib/domain/evaluation/cubes.ts';
import { chapman } from '#lib/domain/evaluation/statistics/chapman.ts';
import type { Counts } from '#lib/domain/evaluation/statistics/counts.ts';
import { gapFacts } from '#lib/domain/pathway/gap-facts.ts';
import type { TransitionOf } from '#lib/domain/pathway/transition.ts';
import type { Simulated } from '#lib/domain/simulation/simulate.ts';
import { of, tell, windowOf } from '#tests/support/told.ts';
import { TODAY } from './data-sets.ts';

/** The check-in of a month, and how long it is waited for (lib/domain/simulation/told.ts). */
const ASKED_AFTER = 30;
const ANSWERED_WITHIN = 30;
/** Of what people say of a visit, as they are simulated there. */
export const SAYING = { se: 0.93, sp: 0.93 };

const NEVER = Number.POSITIVE_INFINITY;
export const countOf = <T>(all: readonly T[], is: (one: T) => boolean): Counts => ({
  x: all.filter(is).length,
  n: all.length,
});

/** Both readings of a stop at the result (measurement.md A3), of everybody with a result a week ago. */
export function stopsIn(people: readonly Simulated[]) {
  const facts = people
    .filter(({ row, start }) => start + (row.viewedDay ?? NEVER) <= TODAY - 7)
    .map(({ transitions }) => gapFacts(transitions, TODAY));
  return {
    stopped: countOf(facts, ({ stoppedAtResult }) => stoppedAtResult === true),
    satisfied: countOf(facts, ({ satisfiedByResult }) => satisfiedByResult === true),
  };
}

/** Somebody with a plan, after whose check-in of a month so many days have passed. */
export interface Planner {
  readonly hasService: boolean;
  /** What they said; null: nothing. */
  readonly said: boolean | null;
  readonly coded: boolean;
  readonly codedOrSaidEver: { readonly coded: boolean; readonly said: boolean };
  /** Went before they said so, or before they were asked. */
  readonly went: boolean;
  readonly wentEver: boolean;
}

export function plannersIn(people: readonly Simulated[]): readonly Planner[] {
  return people.flatMap(({ row, start, transitions, truth }) => {
    const asked = (row.plannedDay ?? NEVER) + ASKED_AFTER;
    if (start + asked + ANSWERED_WITHIN > TODAY) return [];
    const answer = of(transitions, 'checkin.answered').find(
      ({ payload, day }) => payload.due === ASKED_AFTER && day <= asked + ANSWERED_WITHIN,
    );
    return [
      {
        hasService: row.service !== null,
        said: answer === undefined ? null : answer.payload.went === 'done',
        coded: (row.attendedCodeDay ?? NEVER) <= asked,
        codedOrSaidEver: {
          coded: row.attendedCodeDay !== null,
          said: row.attendedSelfDay !== null,
        },
        went: (truth.attended_day ?? NEVER) < (answer?.day ?? asked + 1),
        wentEver: truth.would_attend,
      },
    ];
  });
}

/** How many went according to two lists, over how many there were: as recorded, and of who did go alone. */
export function listsOver(planners: readonly Planner[]) {
  const chose = planners.filter(({ hasService }) => hasService);
  const went = chose.filter(({ wentEver }) => wentEver);
  const estimate = (all: readonly Planner[]) =>
    chapman({
      first: all.filter(({ codedOrSaidEver: { coded } }) => coded).length,
      second: all.filter(({ codedOrSaidEver: { said } }) => said).length,
      both: all.filter(({ codedOrSaidEver: { coded, said } }) => coded && said).length,
    });
  return { went: went.length, ofWhoWent: estimate(went), asRecorded: estimate(chose) };
}

/**
 * Of intenders whose window is closed, as the pages count them, and by the truth's own day of a visit: who went in it;
 * of these who is neither known to have gone nor unheard, and who said after its end that they had not.
 */
export function closedIn(people: readonly Simulated[], days: Window) {
  const sums = { n: 0, verified: 0, attended: 0, unheard: 0, went: 0, lost: 0, denied: 0 };
  for (const { start, transitions, truth } of people) {
    const told = tell(transitions, start);
    const { t0, intender } = told.facts;
    if (t0 === null || !intender || TODAY - start - t0 < days) continue;
    const [, counts] = windowOf(told, 'all', days);
    for (const key of ['n', 'verified', 'attended', 'unheard'] as const) sums[key] += counts[key];
    if ((truth.attended_day ?? NEVER) > t0 + days) continue;
    sums.went += 1;
    if (counts.attended + counts.unheard > 0) continue;
    sums.lost += 1;
    const isNo = ({ payload, day }: TransitionOf<'checkin.answered'>) =>
      day >= t0 + days && !['done', 'declined'].includes(payload.went);
    sums.denied += Number(of(transitions, 'checkin.answered').some(isNo));
  }
  return sums;
}
