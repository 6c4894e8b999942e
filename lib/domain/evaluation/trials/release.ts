import type { Day } from '#lib/domain/basics/ids.ts';
import { isDue, type Period } from '../release/period.ts';
import type { Registration } from './registration.ts';
import type { TrialNow } from './state.ts';
import { OPEN_STAGES, OUTCOME_STAGES, TRIAL_STAGES, type TrialStage } from './table.ts';

/** Why the figures of a comparison are counted: a period is over, two people look early, or its results were opened. */
export const OCCASIONS = ['period', 'look', 'opening'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Of a release, when it was counted and why. */
export interface MadeRelease {
  readonly occasion: Occasion;
  readonly countedOn: Day;
}

type Now = Pick<TrialNow, 'state' | 'lookedEarly'>;

/** With what it is asked whether a release is due. */
export interface Course {
  /** The day on which it was started. */
  readonly began: Day;
  readonly today: Day;
  readonly period: Period;
  /** The latest last. */
  readonly releases: readonly MadeRelease[];
}

/**
 * Which release of a comparison is to be made now. When the next one comes follows from the calendar and from what people
 * did to the comparison, never from how many are in it: a first release that came with the fiftieth person would tell the
 * day on which that one came.
 */
export function dueOf({ state, lookedEarly }: Now, course: Course): Occasion | null {
  const { began, today, period, releases } = course;
  const isMade = (one: Occasion) => releases.some(({ occasion }) => occasion === one);
  switch (state) {
    case 'opened':
      return isMade('opening') ? null : 'opening';
    case 'running':
    case 'paused':
    case 'closed':
      if (lookedEarly && !isMade('look')) return 'look';
      return isDue(today, period, releases.at(-1)?.countedOn ?? began) ? 'period' : null;
    default:
      return null;
  }
}

/** Whether people are registered to see the running figures of a comparison that is not analysed once, at its end. */
const isWatched = ({ analysis, mayLook }: Registration) =>
  analysis !== 'fixed' && mayLook.length > 0;

/**
 * What a release prints. Before results are open nothing that they are made of, unless somebody may see it: what was
 * printed once holds its number back later, and where everybody's days are over those whose days are and those who
 * were assigned cannot both be printed.
 */
export function stagesPrinted(registration: Registration, now: Now): readonly TrialStage[] {
  const names = TRIAL_STAGES.map(({ stage }) => stage);
  if (now.state === 'opened') return names;
  const runs = now.state === 'running' || now.state === 'paused';
  const isSeen = now.lookedEarly || (runs && isWatched(registration));
  const open: readonly TrialStage[] = isSeen
    ? [...OPEN_STAGES, 'followed', ...OUTCOME_STAGES]
    : OPEN_STAGES;
  return names.filter((stage) => open.includes(stage));
}

/** Whether this person sees the outcome while it runs. */
export function mayLookNow(registration: Registration, { state }: Now, person: string): boolean {
  const runs = state === 'running' || state === 'paused';
  return runs && isWatched(registration) && registration.mayLook.includes(person);
}
