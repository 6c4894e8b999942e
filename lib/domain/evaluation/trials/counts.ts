import type { Arm } from './registration.ts';

/**
 * One arm by a day. `assigned` and `harmed` are of everybody assigned who is not erased; the rest of those who
 * agree to research still, and from `followed` on of those whose window is closed, whatever they did.
 */
export interface TrialCounts {
  readonly arm: Arm['way'];
  readonly assigned: number;
  readonly shown: number;
  readonly followed: number;
  /** Known by the end of their days, or later, whether they had gone by then. */
  readonly heard: number;
  readonly attended: number;
  /** By what people said, and by the clinic's code: `attended` is either. */
  readonly told: number;
  readonly verified: number;
  readonly planned: number;
  readonly booked: number;
  readonly harmed: number;
}

/** The people of one arm who were of one band and one language when they were assigned. */
export interface StratumCounts extends TrialCounts {
  readonly band: string;
  readonly locale: string;
}

const NOBODY = {
  ...{ assigned: 0, shown: 0, followed: 0, heard: 0, attended: 0 },
  ...{ told: 0, verified: 0, planned: 0, booked: 0, harmed: 0 },
};
type Counted = keyof typeof NOBODY;

/** Why chance gave somebody nothing, though they agreed that it may; the first that applies (`subject.trial_kept_out`). */
export const KEPT_OUT = ['earlier', 'safety', 'outside', 'other'] as const;

export interface KeptOut {
  readonly reason: (typeof KEPT_OUT)[number];
  readonly people: number;
}

/** What is known of the people of a comparison, by themselves. */
export interface TrialPeople {
  readonly strata: readonly StratumCounts[];
  /** Null: opened before it was counted, or not opened. */
  readonly keptOut: readonly KeptOut[] | null;
}

/** Each arm in the order of the registration; an arm that nobody is in counts 0. */
export function sumArms(
  strata: readonly StratumCounts[],
  arms: readonly Pick<Arm, 'way'>[],
): readonly TrialCounts[] {
  return arms.map(({ way }) => {
    const own = strata.filter(({ arm }) => arm === way);
    const sum = (stage: Counted) => own.reduce((so, one) => so + one[stage], 0);
    const counts = Object.keys(NOBODY).map((stage) => [stage, sum(stage as Counted)]);
    return { arm: way, ...NOBODY, ...Object.fromEntries(counts) };
  });
}
