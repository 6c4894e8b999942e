import type { WAIT_DAYS } from '#lib/domain/pathway/payloads.ts';
import { mayBeSaid, type VisitWord, visitSteps } from '#lib/domain/pathway/visit-word.ts';
import { byPerson, byStaff } from './journal.ts';
import { chance, logit } from './logit.ts';
import type { Way } from './way.ts';

/** Days from arranging to the date: log-normal, median of measurement.md E4; the spread is an assumption. */
const WAIT = { median: 21, sigma: 0.8 };
/** Who simply comes in. An assumption. */
const WALKS_IN = 0.1;

/**
 * Who goes where a date stands: .63, and 75 % with an if-then plan (Sheeran, Aubrey & Kellett 2007, JCCP: odds ratio
 * 1.76); a reminder 1.1 times (Cochrane CD007458, quoted from memory); odds x .95 for each week of waiting (Psychol
 * Serv 2023;20:983), counted from the median wait, at which .63 is taken to hold.
 */
const GOES = 0.63;
const PLAN_ODDS = 1.76;
const REMINDER_RISK = 1.1;
const WEEK_ODDS = 0.95;

/** Of those who went and had chosen the service here (measurement.md E4), with days until the sheet is typed in (ours). */
const CODE_REDEEMED = 0.7;
const ON_SHEET = 0.3;
const LATEST_SHEET = 7;

/** Assumptions. */
const SAYS_BOOKED = 0.5;
const TELLS_WAIT = 0.8;
const MOVED = 0.08;
const CALLS_OFF = 0.4;
const SAYS_GAVE_UP = 0.5;

/** A visit is arranged. Whether somebody goes is settled by its date. */
export function bookVisit(way: Way, at: number): void {
  const { agenda, facts, journal } = way;
  const draws = way.draws('visit');
  const walksIn = draws.happens(WALKS_IN);
  const wait = walksIn ? 0 : draws.logNormal(WAIT.median, WAIT.sigma);
  const [tells, tellsWait, moves] = [
    draws.happens(SAYS_BOOKED),
    draws.happens(TELLS_WAIT),
    draws.happens(MOVED),
  ];
  facts.booked = at;
  facts.wait = wait;
  if (facts.engaged && tells && !walksIn) {
    say(way, at, 'booked', tellsWait ? bucketOf(wait) : null);
    if (moves) agenda.plan(at + wait / 2, (moment) => say(way, moment, 'moved'));
  }
  const u = draws.uniform();
  agenda.plan(at + wait, (date) => {
    if (walksIn || u < goes(way)) attend(way, date);
    else if (journal.row.bookedDay !== null && draws.happens(CALLS_OFF)) say(way, date, 'self');
  });
}

function goes({ facts }: Way): number {
  const weeks = ((facts.wait ?? 0) - WAIT.median) / 7;
  const odds =
    logit(GOES) + (facts.planned ? Math.log(PLAN_ODDS) : 0) + weeks * Math.log(WEEK_ODDS);
  return Math.min(1, chance(odds) * (facts.reminded ? REMINDER_RISK : 1));
}

/** Somebody says it on the page of those who wait, where it can be said. */
export function say(
  { journal }: Way,
  at: number,
  word: VisitWord,
  waitDays: (typeof WAIT_DAYS)[number] | null = null,
): void {
  if (!mayBeSaid(word, journal.transitions)) return;
  journal.write(at, ...visitSteps(word, waitDays));
}

function attend(way: Way, at: number): void {
  const { agenda, journal, facts, world } = way;
  const draws = way.draws('visit');
  facts.attended = at;
  const [redeemed, sheet] = [draws.happens(CODE_REDEEMED), draws.happens(ON_SHEET)];
  const typed = sheet ? at + draws.uniform() * LATEST_SHEET : at;
  const { service } = journal.row;
  if (service === null || !redeemed) return;
  const mode = world.services.find(({ id }) => id === service)?.mode ?? 'in_person';
  const recorded = { attended: true, evidence: 'code', mode } as const;
  agenda.plan(typed, (moment) => journal.write(moment, byStaff('attendance.recorded', recorded)));
}

/** Somebody gives up for good. Half of those who went on so far say so, and do not want to be asked again. */
export function giveUp({ journal, facts, draws }: Way, at: number): void {
  facts.steppedOut = at;
  const saysSo = draws('visit').happens(SAYS_GAVE_UP);
  if (!facts.engaged || !saysSo) return;
  const said = {
    tier: null,
    decision: 'declined',
    askAgainDays: null,
    reason: 'not_for_me',
  } as const;
  journal.write(at, byPerson('tier.decided', said));
}

function bucketOf(days: number): (typeof WAIT_DAYS)[number] {
  if (days <= 7) return '0-7';
  if (days <= 14) return '8-14';
  if (days <= 28) return '15-28';
  return days <= 84 ? '29-84' : '85+';
}
