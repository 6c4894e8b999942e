import { advance } from '#lib/domain/pathway/derive.ts';
import { mayAppend, mayFollow } from '#lib/domain/pathway/guards.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import type { NewTransition, PayloadOf, Step, Transition } from '#lib/domain/pathway/transition.ts';
import type { Draws } from './draws.ts';

/** A share of what is recorded goes under the date of the day after. */
const SKEWED_STEPS = 0.5;

/** What the product records of one pathway, under its own guards and with its own fold. */
export class Journal {
  row: PathwayRow = EMPTY_ROW;
  readonly transitions: Transition[] = [];
  readonly #until: number;
  readonly #skew: Draws | null;
  #kept = { count: 0, row: EMPTY_ROW };

  /** `until`: the last moment of which anything is known, in days. `skew`: this pathway is recorded by a clock that is wrong. */
  constructor(until: number, skew: Draws | null) {
    this.#until = until;
    this.#skew = skew;
  }

  /** What is on record when it ends: a later end only adds to it. */
  get kept(): { readonly transitions: readonly Transition[]; readonly row: PathwayRow } {
    const { count, row } = this.#kept;
    return { transitions: this.transitions.slice(0, count), row };
  }

  may(step: Step): boolean {
    return mayFollow(this.row, step);
  }

  /** The day that the product would record. Moments count in days from the midnight before the start. */
  dayAt(at: number): number {
    return Math.max(1, Math.floor(at));
  }

  /** @throws Error where the product would refuse it: that is a mistake of the simulator. */
  write(at: number, ...steps: readonly NewTransition[]): void {
    for (const step of steps) this.#append(at, step);
  }

  #append(at: number, step: NewTransition): void {
    if (!mayAppend(this.row, step)) throw new Error(`Simulated, and refused: ${step.step}`);
    const seq = this.row.lastSeq + 1;
    const skewed = this.#skew?.happens(SKEWED_STEPS) ? 1 : 0;
    const transition = { ...step, seq, day: this.dayAt(at + skewed) } as Transition;
    this.transitions.push(transition);
    this.row = advance(this.row, transition);
    if (at < this.#until) this.#kept = { count: seq, row: this.row };
  }
}

/** A step of the person's own, as the product writes it. */
export function byPerson<S extends Step>(step: S, payload: PayloadOf<S>): NewTransition {
  return { step, origin: 'user', policyHash: null, payload } as unknown as NewTransition;
}

/** A step that the product takes by itself. */
export function bySystem<S extends Step>(step: S, payload: PayloadOf<S>): NewTransition {
  return { step, origin: 'system', policyHash: null, payload } as unknown as NewTransition;
}

/** A step of somebody who works there. */
export function byStaff<S extends Step>(step: S, payload: PayloadOf<S>): NewTransition {
  return { step, origin: 'staff', policyHash: null, payload } as unknown as NewTransition;
}
