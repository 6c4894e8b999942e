import type { Agenda } from './agenda.ts';

/** A hazard a day that holds until a day; the last one has no end. */
export type Pieces = readonly (readonly [until: number, perDay: number])[];

interface Clock {
  readonly pieces: Pieces;
  /** Where time is counted from. */
  readonly from: number;
  /** What is left of a unit exponential. */
  readonly left: number;
  readonly act: (at: number) => void;
}

/**
 * A moment with a piecewise-exponential hazard whose pace may change on the way, by time change: it comes where the
 * cumulated hazard has used up a unit exponential (Lawless 2003, Statistical Models and Methods for Lifetime Data).
 */
export class Hazard {
  readonly #agenda: Agenda;
  readonly #clock: Clock;
  #left: number;
  #seen: number;
  #pace = 1;
  #version = 0;

  constructor(agenda: Agenda, clock: Clock, pace: number) {
    this.#agenda = agenda;
    this.#clock = clock;
    this.#left = clock.left;
    this.#seen = clock.from;
    this.#pace = pace;
    this.#plan();
  }

  /** It does not come any more. */
  stop(): void {
    this.#version += 1;
  }

  /** From now on it comes so many times as fast. */
  change(now: number, times: number): void {
    this.#left -= this.#pace * this.#between(this.#seen, now);
    this.#seen = now;
    this.#pace *= times;
    this.#plan();
  }

  #plan(): void {
    this.#version += 1;
    const version = this.#version;
    const at = this.#arrival();
    this.#agenda.plan(at, (moment) => {
      if (version === this.#version) this.#clock.act(moment);
    });
  }

  /** The cumulated hazard between two moments, at pace 1. */
  #between(start: number, end: number): number {
    const { from, pieces } = this.#clock;
    let [sum, begun] = [0, 0];
    for (const [until, perDay] of pieces) {
      const [a, b] = [Math.max(start - from, begun), Math.min(end - from, until)];
      if (b > a) sum += perDay * (b - a);
      begun = until;
    }
    return sum;
  }

  #arrival(): number {
    const { from, pieces } = this.#clock;
    let [left, at] = [this.#left, this.#seen - from];
    for (const [until, perDay] of pieces) {
      if (until <= at) continue;
      const needed = left / (this.#pace * perDay);
      if (at + needed <= until) return from + at + needed;
      left -= this.#pace * perDay * (until - at);
      at = until;
    }
    return Number.POSITIVE_INFINITY;
  }
}
