import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Transition } from '#lib/domain/pathway/transition.ts';
import { Agenda } from './agenda.ts';
import { Draws, drawsOf } from './draws.ts';
import { Journal } from './journal.ts';
import { personAt } from './person.ts';
import { firstVisit } from './result.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';
import { Seeking } from './seeking.ts';
import { type Truth, truthOf } from './truth.ts';
import { type Arm, newFacts, type Way } from './way.ts';
import type { World } from './world.ts';

/** How long what happens is followed, whatever is known of it: two weeks beyond the last suggested check, in days. */
export const FOLLOWED_DAYS = 182;

/** A study that keeps nobody longer ends following between these days, whatever happened (measurement.md E5). */
const KEPT_DAYS = { least: 60, most: 180 };

/** Who has everything deleted, a day: .4 % a month (measurement.md E5). */
const WITHDRAWS_A_DAY = 0.004 / 30.4;

/** Of pathways, where the clock is wrong. */
const SKEWED = 0.1;

export interface Simulated {
  readonly id: PathwayId;
  readonly start: Day;
  /** What is on record up to today: nothing where everything was deleted. */
  readonly transitions: readonly Transition[];
  readonly row: PathwayRow;
  readonly truth: Truth;
}

/** What is simulated: one pathway of one scenario under one seed. */
export interface Which {
  readonly scenario: ScenarioName;
  /** Whole numbers from 0 (draws.ts). */
  readonly seed: number;
  readonly index: number;
}

/**
 * One whole pathway. It follows from its arguments alone, so any slice of a simulation can be made again, in any
 * order or place. `arm`: what would have been in that arm, with everything else as it was.
 */
export function simulatePathway(world: World, which: Which, arm?: Arm): Simulated {
  const { scenario: name, seed, index } = which;
  const scenario = SCENARIOS[name];
  const draws = drawsOf(seed, index);
  const starts = draws('start');
  const start = (world.today - Math.floor(starts.uniform() * world.days)) as Day;
  const begin = 0.3 + 0.65 * starts.uniform();
  const kept = KEPT_DAYS.least + draws('end').uniform() * (KEPT_DAYS.most - KEPT_DAYS.least);
  const withdrew = begin + draws('end').wait(1 / WITHDRAWS_A_DAY);
  // As in the product, what happens up to today is on record: a key lives longer than all that is followed here.
  const until = world.today - start + 1;
  const assigned: Arm = draws('arm').happens(0.5) ? 1 : 0;
  const isSkewed = draws('skew').happens(SKEWED) && scenario.mechanisms.clockSkew;
  const journal = new Journal(until, isSkewed ? draws('skew') : null);
  const agenda = new Agenda(FOLLOWED_DAYS);
  const id = idOf(which);
  const way: Way = {
    ...{ id, scenario, mechanisms: scenario.mechanisms, world, start, draws, journal, agenda },
    person: personAt(scenario, seed, index),
    arm: arm ?? assigned,
    seeking: new Seeking(agenda),
    facts: newFacts(),
  };
  firstVisit(way, begin);
  agenda.run();
  const gone = withdrew < until;
  way.facts.withdrew = gone ? withdrew : null;
  const known = gone ? { transitions: [], row: new Journal(0, null).row } : journal.kept;
  const closed = { id, start, followed: Math.min(until, kept), skewed: isSkewed };
  return { id, start, ...known, truth: truthOf(way, which.index, closed) };
}

/** The pathway as it went, whose truth also tells how it would have gone in the other arm: the effect of the arms. */
export function simulateBothArms(world: World, which: Which): Simulated {
  const one = simulatePathway(world, which);
  if (SCENARIOS[which.scenario].mechanisms.arm === 'none') return one;
  const other = simulatePathway(world, which, one.truth.arm === 1 ? 0 : 1);
  return { ...one, truth: { ...one.truth, attended_day_other_arm: other.truth.attended_day } };
}

/** A version 4 UUID (RFC 9562) that is another one in each scenario. */
function idOf({ scenario, seed, index }: Which): PathwayId {
  const draws = new Draws(seed, index, 'id');
  const of = [...scenario].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  const words = [0, 1, 2, 3].map((n) => (draws.word() ^ Math.imul(of, n + 1)) >>> 0);
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const part = (from: number, to: number) => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-4${part(13, 16)}-${variant}${part(17, 20)}-${part(20, 32)}` as PathwayId;
}
