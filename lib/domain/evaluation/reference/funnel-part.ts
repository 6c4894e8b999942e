import { shareOf } from '../statistics/counts.ts';
import { phi } from '../statistics/phi.ts';
import { type Proportion, wilson } from '../statistics/wilson.ts';
import { attendedBy, closedBy, eachDay, eachGroup, intendersOf, type Pathway } from './pathways.ts';
import { type Asked, USUAL_HORIZON } from './spec.ts';

/** Beside the usual horizon the quadrants are told after 90 days too. */
const LATER = 90;

/** Of `all`, those that `holds`. */
export function proportion(
  all: readonly Pathway[],
  holds: (pathway: Pathway) => boolean,
  confidence: number,
): Proportion {
  return wilson(all.filter(holds).length, all.length, confidence);
}

export function funnelPart(all: readonly Pathway[], { confidence, horizon }: Asked) {
  const completed = all.filter((row) => row.completed === true);
  const viewed = completed.filter((row) => row.viewed === true);
  const answered = viewed.filter((row) => row.answered === true);
  const intenders = intendersOf(all);
  const of = (group: readonly Pathway[], holds: (row: Pathway) => boolean) =>
    proportion(group, holds, confidence);
  return {
    completed: of(all, (row) => row.completed === true),
    viewed: of(completed, (row) => row.viewed === true),
    accepted: of(viewed, (row) => row.accepted === true),
    answered: of(viewed, (row) => row.answered === true),
    intended: of(answered, (row) => row.intention === true),
    booked_of_intended: of(intenders, (row) => row.booked === true),
    [`attended${horizon}_of_intended`]: of(closedBy(horizon, intenders), (row) =>
      attendedBy(horizon, row),
    ),
  };
}

/** Who wanted to and did not, of those whose window is closed; in groups by the horizon. */
export function gapPart(all: readonly Pathway[], { days, confidence, horizon }: Asked) {
  const intenders = intendersOf(all);
  const gap = (day: number, group: readonly Pathway[]) =>
    proportion(closedBy(day, group), (row) => !attendedBy(day, row), confidence);
  const atHorizon = (group: readonly Pathway[]) => gap(horizon, group);
  return {
    overall: eachDay(days, (day) => gap(day, intenders)),
    by_tier: eachGroup('tier', intenders, atHorizon),
    by_barrier: eachGroup('barrier', intenders, atHorizon),
    by_policy: eachGroup('policy', intenders, atHorizon),
    by_arm: eachGroup('arm', intenders, atHorizon),
  };
}

/** Intention against behaviour: Orbell & Sheeran, Br J Soc Psychol 37:151 (1998), doi:10.1111/j.2044-8309.1998.tb01162.x. */
export function quadrantsPart(all: readonly Pathway[], asked: Asked) {
  const { confidence } = asked;
  return eachDay(quadrantDays(asked), (day) => {
    const closed = closedBy(day, all).filter((row) => row.intention !== null);
    const quadrant = (inclined: boolean, acted: boolean) =>
      proportion(
        closed,
        (row) => row.intention === inclined && attendedBy(day, row) === acted,
        confidence,
      );
    const inclinedActors = quadrant(true, true);
    const inclinedAbstainers = quadrant(true, false);
    const disinclinedActors = quadrant(false, true);
    const disinclinedAbstainers = quadrant(false, false);
    return {
      n: closed.length,
      inclined_actors: inclinedActors,
      inclined_abstainers: inclinedAbstainers,
      disinclined_actors: disinclinedActors,
      disinclined_abstainers: disinclinedAbstainers,
      share_of_gap_from_inclined_abstainers: shareOf(
        inclinedAbstainers.x,
        inclinedAbstainers.x + disinclinedActors.x,
      ),
      phi: phi(
        { x: inclinedActors.x, n: inclinedActors.x + inclinedAbstainers.x },
        { x: disinclinedActors.x, n: disinclinedActors.x + disinclinedAbstainers.x },
        confidence,
      ).est,
    };
  });
}

/** From the horizon on. */
function quadrantDays({ days, horizon }: Asked): readonly number[] {
  const usual = horizon === USUAL_HORIZON ? [LATER] : [];
  const all = new Set([horizon, ...usual, ...days.filter((day) => day > horizon)]);
  return [...all].sort((a, b) => a - b);
}

/** Two ways in which something anonymous may stand in for care: the review, 3.5. */
export function patternsPart(all: readonly Pathway[], confidence: number) {
  const atOrAbove = (score: number | null) => score !== null && score >= CASENESS;
  const viewed = all.filter((row) => row.viewed === true);
  const ill = all.filter((row) => atOrAbove(row.phq9_0) && row.phq9_1 !== null);
  return {
    assessment_as_satisfaction: proportion(
      viewed,
      (row) => row.accepted === false && row.answered === false && row.anon_actions === 0,
      confidence,
    ),
    substitution: proportion(
      ill,
      (row) =>
        atOrAbove(row.phq9_1) &&
        row.anon_actions !== null &&
        row.anon_actions >= 2 &&
        row.status !== null &&
        row.status !== 1,
      confidence,
    ),
  };
}

/** Moderate or worse on the PHQ-9. */
export const CASENESS = 10;
