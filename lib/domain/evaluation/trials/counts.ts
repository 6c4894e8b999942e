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
  ...{ assigned: 0, shown: 0, followed: 0, attended: 0, told: 0 },
  ...{ verified: 0, planned: 0, booked: 0, harmed: 0 },
};
type Counted = keyof typeof NOBODY;

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
