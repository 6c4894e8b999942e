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
  readonly verified: number;
  readonly planned: number;
  readonly booked: number;
  readonly harmed: number;
}
