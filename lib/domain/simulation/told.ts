import { checkInOf } from '#lib/domain/pathway/check-in.ts';
import { CHECK_INS, type SOUGHT, TRIED_WHY } from '#lib/domain/pathway/payloads.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { waitingOf } from '#lib/domain/pathway/waiting.ts';
import { byPerson } from './journal.ts';
import { say } from './visit.ts';
import type { Way } from './way.ts';

/** Who answers, by the day on which it is asked: .45 (measurement.md E4); how it falls is an assumption. */
const ANSWERS: Readonly<Record<(typeof CHECK_INS)[number], number>> = {
  7: 0.45,
  14: 0.38,
  30: 0.32,
  90: 0.22,
};
const ANSWERS_AFTER_DAYS = 1.5;
/** Where who has not been to a visit answers less. An assumption. */
const SILENT = 0.4;

/** Of what somebody says of a visit: sensitivity and specificity (measurement.md E4). Somebody who is wrong stays so. */
const SENSITIVITY = 0.93;
const SPECIFICITY = 0.93;

/** Whom people turn to beside a professional, and what they add. Assumptions. */
const INFORMAL: readonly (readonly [(typeof SOUGHT)[number], number])[] = [
  ['professional_remote', 0.1],
  ['family', 0.35],
  ['friends', 0.4],
  ['online_community', 0.15],
  ['religious_leader', 0.05],
];
const TRIED = 0.15;
const SAYS_STRENGTH = 0.5;
const RATHER_NOT = 0.05;
/** The most that is said of a visit by who gave up. An assumption. */
const STRENGTH_GIVEN_UP = 2;

/** The days on which it is asked how a plan went. */
export function planCheckIns(way: Way, planned: number): void {
  const draws = way.draws('told');
  const told = { hides: !draws.happens(SENSITIVITY), claims: !draws.happens(SPECIFICITY) };
  for (const due of CHECK_INS) {
    const [u, late] = [draws.uniform(), draws.wait(ANSWERS_AFTER_DAYS)];
    way.agenda.plan(planned + due + late, (at) => {
      const { silentWithoutVisit } = way.mechanisms;
      const silent = silentWithoutVisit && way.facts.attended === null ? SILENT : 1;
      if (u < ANSWERS[due] * silent) answer(way, at, told);
    });
  }
}

interface Told {
  /** Does not say that they went. */
  readonly hides: boolean;
  /** Says so without having been. */
  readonly claims: boolean;
}

function answer(way: Way, at: number, { hides, claims }: Told): void {
  const { journal, facts } = way;
  const due = checkInOf(journal.row, journal.dayAt(at));
  if (due === null) return;
  const been = facts.attended === null ? claims : !hides;
  journal.write(at, byPerson('checkin.answered', { due, ...said(way, been) }));
  sayOfVisit(way, at, been);
}

function said(
  { facts, person, draws: drawsFor }: Way,
  been: boolean,
): Omit<PayloadOf<'checkin.answered'>, 'due'> {
  const draws = drawsFor('told');
  const gaveUp = facts.steppedOut !== null;
  const went = been ? 'done' : wentOtherwise(gaveUp, draws.uniform());
  const informal = INFORMAL.filter(([, share]) => draws.happens(share)).map(([one]) => one);
  const sought = been ? (['professional_in_person', ...informal] as const) : informal;
  const needMet = Math.floor(draws.uniform() * (been || person.z < 0 ? 5 : 4));
  const why = went === 'tried' ? draws.choose(WHY) : null;
  const meant = gaveUp ? Math.min(facts.strength, STRENGTH_GIVEN_UP) : facts.strength;
  const strength = draws.happens(SAYS_STRENGTH) ? meant : null;
  const waitingNow = been ? null : facts.booked !== null && !gaveUp;
  if (went === 'declined') return { went, why, sought: [], needMet: null, strength, waitingNow };
  const named = sought.length > 0 ? [...sought] : (['none'] as 'none'[]);
  return { went, why, sought: named, needMet, strength, waitingNow };
}

const WHY = TRIED_WHY.map((one) => [one, 1] as const);

function wentOtherwise(gaveUp: boolean, u: number) {
  if (u < RATHER_NOT) return 'declined';
  if (gaveUp) return 'changed';
  return u < RATHER_NOT + TRIED ? 'tried' : 'not_yet';
}

/** What the page asks beside it: said once, it is not said again. */
function sayOfVisit(way: Way, at: number, been: boolean): void {
  const { row, transitions } = way.journal;
  if (been && row.attendedSelfDay === null) say(way, at, 'been');
  const waits = way.facts.booked !== null && way.facts.attended === null;
  if (!been && waits && waitingOf(transitions)?.booked !== true) say(way, at, 'booked');
}
