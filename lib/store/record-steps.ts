import { dayNumber } from '#lib/domain/basics/day.ts';
import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import { advance } from '#lib/domain/pathway/derive.ts';
import { mayAppend } from '#lib/domain/pathway/guards.ts';
import { EMPTY_ROW, type PathwayRow } from '#lib/domain/pathway/row.ts';
import type { NewTransition, Step, Transition } from '#lib/domain/pathway/transition.ts';
import type { Tx } from './client.ts';
import { appendTransitions, readPathway, type StoredPathway, startPathway } from './pathways.ts';

export interface At {
  readonly id: PathwayId;
  /** Random id of the posted form; null for what nobody posted. */
  readonly key: string | null;
  readonly today: Day;
}

export type Recorded =
  | {
      readonly kind: 'recorded';
      readonly row: PathwayRow;
      readonly transitions: readonly Transition[];
    }
  /** This form was posted before, and what it did is in the row. */
  | { readonly kind: 'repeated'; readonly row: PathwayRow }
  | { readonly kind: 'unchanged'; readonly row: PathwayRow }
  /** What the pathway has been through does not allow this step. Nothing was written. */
  | { readonly kind: 'refused'; readonly step: Step; readonly row: PathwayRow }
  | { readonly kind: 'gone' };

export type BuildSteps = (
  now: StoredPathway & { readonly day: number },
) => readonly NewTransition[] | Promise<readonly NewTransition[]>;

const MOST_TRIES = 60;

/** Reads, lets `build` say which steps follow, and records them; again from the start on a lost race. */
export async function recordSteps(tx: Tx, at: At, build: BuildSteps): Promise<Recorded> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stored = await readPathway(tx, at.id, at.key);
    if (!stored) return { kind: 'gone' };
    if (stored.keyUsed) return { kind: 'repeated', row: stored.row };
    const day = dayNumber(stored.start, at.today);
    const steps = numberSteps(stored.row, await build({ ...stored, day }), day);
    if (steps.kind !== 'recorded') return steps;
    const append = { ...steps, ...at, pathwayId: at.id, expectedSeq: stored.row.lastSeq };
    if (await appendTransitions(tx, append)) return steps;
  }
  throw new Error('A pathway is written to too often at once');
}

/** A new pathway with its first steps. */
export async function beginPathway(
  tx: Tx,
  at: At & { readonly key: string },
  steps: readonly NewTransition[],
): Promise<Recorded> {
  const first = numberSteps(EMPTY_ROW, steps, 1);
  if (first.kind !== 'recorded') return first;
  if (await startPathway(tx, { ...first, ...at })) return first;
  const stored = await readPathway(tx, at.id, at.key);
  return stored ? { kind: 'repeated', row: stored.row } : { kind: 'gone' };
}

function numberSteps(start: PathwayRow, steps: readonly NewTransition[], day: number): Recorded {
  let row = start;
  const transitions: Transition[] = [];
  for (const step of steps) {
    if (!mayAppend(row, step)) return { kind: 'refused', step: step.step, row: start };
    const transition = { ...step, seq: row.lastSeq + 1, day } as Transition;
    transitions.push(transition);
    row = advance(row, transition);
  }
  if (transitions.length === 0) return { kind: 'unchanged', row };
  return { kind: 'recorded', row, transitions };
}
