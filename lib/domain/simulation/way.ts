import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import type { Agenda } from './agenda.ts';
import type { Draws, Stream } from './draws.ts';
import type { Journal } from './journal.ts';
import type { Person } from './person.ts';
import type { Mechanisms, Scenario } from './scenarios.ts';
import type { Seeking } from './seeking.ts';
import type { World } from './world.ts';

/** The second arm is what an experiment tries; the first is what it is compared with. */
export type Arm = 0 | 1;

/** One pathway on its way: what is recorded, what is true, and what is going to happen. */
export interface Way {
  readonly id: PathwayId;
  readonly scenario: Scenario;
  readonly mechanisms: Mechanisms;
  readonly world: World;
  readonly person: Person;
  readonly start: Day;
  readonly arm: Arm;
  readonly draws: (stream: Stream) => Draws;
  readonly journal: Journal;
  readonly agenda: Agenda;
  readonly seeking: Seeking;
  /** Filled in as things happen. */
  readonly facts: Facts;
}

/** What is true of a pathway and stands in no record, or differs from it. Moments are days from the midnight before the start. */
export interface Facts {
  asked: boolean;
  engaged: boolean;
  satisfied: boolean;
  /** How likely a visit is in their own mind, 1 to 7, whether or not it was asked. */
  strength: number;
  /** Latent severity at each check. */
  thetas: number[];
  planned: boolean;
  reminded: boolean;
  booked: number | null;
  /** Days from arranging a visit to its date. */
  wait: number | null;
  attended: number | null;
  steppedOut: number | null;
  withdrew: number | null;
  /** Days on which help without a name was used. */
  usedDays: Set<number>;
}

export function newFacts(): Facts {
  return {
    asked: true,
    engaged: false,
    satisfied: false,
    strength: 1,
    thetas: [],
    planned: false,
    reminded: false,
    booked: null,
    wait: null,
    attended: null,
    steppedOut: null,
    withdrew: null,
    usedDays: new Set(),
  };
}
