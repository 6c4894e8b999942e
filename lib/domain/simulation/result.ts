import type { Day } from '#lib/domain/basics/ids.ts';
import { beginCheck, completeCheck } from './check.ts';
import { stateIntention, strengthOf } from './intention.ts';
import { byPerson } from './journal.ts';
import { OBSTACLE_FROM } from './obstacles.ts';
import { planRechecks } from './recheck.ts';
import { takeStep } from './step.ts';
import { bookVisit, giveUp } from './visit.ts';
import type { Facts, Way } from './way.ts';
import { comparedOn } from './world.ts';

/** Measurement.md E4. */
const COMPLETES = 0.88;
const VIEWS = 0.97;
/** 35 % of those who fill in a form on the web plan to do nothing (Mental Health America, first 100,000 screens). */
const GOES_ON = 0.65;

/** Who skips the question about intention, who agrees to research, who says "not today" aloud. Assumptions. */
const SKIPS = 0.1;
const AGREES_TO_RESEARCH = 0.35;
const SAYS_SO = 0.4;
/** Of those whom the result satisfied and who say so, the share that gives this as the reason. An assumption. */
const NAMES_REASON = 0.8;

/** Who is not asked about intention where asking is what is tried (measurement.md A3). */
const NOT_ASKED = 0.1;
/** What asking does then to the pace of seeking. An assumption. */
const ASKING = 1.2;

/** Of the second arm of a mismatch. An assumption. */
const LOST = 0.25;

/** The pace of seeking of who stops at the result and of who goes on without the intention. Assumptions. */
const PACE = { stops: 0.15, goesOn: 0.7, intends: 1.6 } as const;
const INTENDS_FROM = 5;
/** For each obstacle that stands. Assumptions. */
const PACE_BY_OBSTACLE = { psychological: 0.85, structural: 0.8 } as const;
/** Of the second arm where it harms. An assumption. */
const HARM_PACE = 0.6;

/** The first visit: consent, the check, the question about intention, the result. */
export function firstVisit(way: Way, at: number): void {
  const { journal, world, mechanisms, arm, facts, person } = way;
  const draws = way.draws('result');
  const [completes, skips, views, u] = [
    draws.happens(COMPLETES),
    draws.happens(SKIPS),
    draws.happens(VIEWS),
    draws.uniform(),
  ];
  const [goesOn, notAsked, lost, agrees] = [
    draws.happens(GOES_ON),
    draws.happens(NOT_ASKED),
    draws.happens(LOST),
    draws.happens(AGREES_TO_RESEARCH),
  ];
  facts.engaged = goesOn;
  facts.strength = strengthOf(person, goesOn, u);
  facts.asked = !(mechanisms.questionBehaviour && notAsked);
  const consent = { scopes: ['service'] as 'service'[], textVersion: world.texts.service };
  journal.write(at, byPerson('consent.set', consent));
  beginCheck(way, at);
  if (agrees) agreeToResearch(way, at);
  if (!completes) return;
  completeCheck(way, at, person.theta);
  if (facts.asked && !skips) stateIntention(way, at, 'before_result');
  if (!views || (mechanisms.arm === 'lost' && arm === 1 && lost)) return;
  viewResult(way, at);
}

/** Asked before the first question. */
function agreeToResearch({ journal, world, start }: Way, at: number): void {
  const today = (start + Math.floor(at)) as Day;
  const textVersion = comparedOn(world, today)?.text ?? world.texts.research;
  const scopes: ('service' | 'research')[] = ['service', 'research'];
  journal.write(at, byPerson('consent.set', { scopes, textVersion }));
}

/** The result, from which on everything else goes its way. */
function viewResult(way: Way, at: number): void {
  const { journal, facts } = way;
  journal.write(at, byPerson('result.viewed', { occasion: journal.row.occasion ?? 0 }));
  way.seeking.begin({
    from: at,
    draws: way.draws('seek'),
    pace: paceOf(way),
    onArranged: (moment) => bookVisit(way, moment),
    onGivenUp: (moment) => giveUp(way, moment),
  });
  planRechecks(way, at);
  if (facts.engaged) takeStep(way, at);
  else stopHere(way, at);
}

function paceOf({ facts, person, mechanisms, arm }: Way): number {
  const intends = facts.strength >= INTENDS_FROM;
  const base = intends ? PACE.intends : PACE.goesOn;
  const { psychological, structural } = person.obstacles;
  return (
    (facts.engaged ? base : PACE.stops) *
    Math.exp(person.frailty) *
    (psychological >= OBSTACLE_FROM ? PACE_BY_OBSTACLE.psychological : 1) *
    (structural >= OBSTACLE_FROM ? PACE_BY_OBSTACLE.structural : 1) *
    (mechanisms.questionBehaviour && facts.asked ? ASKING : 1) *
    (mechanisms.arm === 'harm' && arm === 1 ? HARM_PACE : 1)
  );
}

/** No step of their own follows. Some say "not today"; why somebody stopped is known of these alone. */
function stopHere(way: Way, at: number): void {
  const { journal, facts, mechanisms } = way;
  const draws = way.draws('step');
  facts.satisfied = draws.happens(mechanisms.satisfied);
  const [saysSo, names] = [draws.happens(SAYS_SO), draws.happens(NAMES_REASON)];
  const reason = names ? reasonOf(facts, draws.uniform()) : 'no_answer';
  const askAgainDays = draws.choose<14 | 30 | null>([
    [14, 0.3],
    [30, 0.2],
    [null, 0.5],
  ]);
  if (!saysSo) return;
  const said = { tier: null, decision: 'declined', askAgainDays, reason } as const;
  journal.write(at, byPerson('tier.decided', said));
}

function reasonOf({ satisfied }: Facts, u: number) {
  if (satisfied) return 'got_what_i_needed';
  if (u < 0.5) return 'not_now';
  return u < 0.8 ? 'not_for_me' : 'prefer_other';
}
