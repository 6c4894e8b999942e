import type { Agenda } from './agenda.ts';
import type { Draws } from './draws.ts';
import { Hazard, type Pieces } from './hazard.ts';

/**
 * Two things compete from the result on: that somebody arranges a visit, and that they give up (cause-specific,
 * piecewise exponential; measurement.md E5). Arranging ends in half of those who go on, within 90 days, at pace 1: the
 * cumulated hazard to day 90 is ln 2. Its shape, and the hazard of giving up, are assumptions.
 */
const ARRANGE: Pieces = [
  [7, 0.04],
  [30, 0.01],
  [90, 0.0031],
  [Number.POSITIVE_INFINITY, 0.001],
];
const GIVE_UP: Pieces = [[Number.POSITIVE_INFINITY, 0.002]];

/** A reminder speeds arranging up by this much, for so many days (measurement.md E5). */
const REMINDED = 1.6;
const REMINDED_DAYS = 2;

export interface SeekingStart {
  readonly from: number;
  readonly draws: Draws;
  /** How many times as fast as the baseline a visit is arranged. */
  readonly pace: number;
  readonly onArranged: (at: number) => void;
  readonly onGivenUp: (at: number) => void;
}

/** The way to a visit, which begins at the result. Before that, and after it is settled, nothing changes it. */
export class Seeking {
  readonly #agenda: Agenda;
  #arrange: Hazard | null = null;
  #giveUp: Hazard | null = null;

  constructor(agenda: Agenda) {
    this.#agenda = agenda;
  }

  begin({ from, draws, pace, onArranged, onGivenUp }: SeekingStart): void {
    const clock = (pieces: Pieces, act: (at: number) => void) => ({
      pieces,
      from,
      left: draws.wait(1),
      act: (at: number) => {
        this.#settle();
        act(at);
      },
    });
    this.#arrange = new Hazard(this.#agenda, clock(ARRANGE, onArranged), pace);
    this.#giveUp = new Hazard(this.#agenda, clock(GIVE_UP, onGivenUp), 1);
  }

  /** From now on a visit is arranged so many times as fast. */
  change(now: number, times: number): void {
    this.#arrange?.change(now, times);
  }

  remind(now: number): void {
    this.change(now, REMINDED);
    this.#agenda.plan(now + REMINDED_DAYS, (at) => this.change(at, 1 / REMINDED));
  }

  #settle(): void {
    this.#arrange?.stop();
    this.#giveUp?.stop();
    this.#arrange = null;
    this.#giveUp = null;
  }
}
