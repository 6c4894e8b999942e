import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { TrialCounts } from '#lib/domain/evaluation/trials/counts.ts';

export const TODAY = dayFromIso('2026-11-23') as Day;

const WAYS = ['if-then-plan', 'information-page', 'feedback-only'] as const;
const NONE = {
  ...{ assigned: 0, shown: 0, followed: 0, heard: 0, attended: 0 },
  ...{ told: 0, verified: 0, planned: 0, booked: 0, harmed: 0 },
};

/** Arms in the order of the shipped template. */
export function countsOf(given: readonly Partial<TrialCounts>[]): readonly TrialCounts[] {
  return given.map((one, i) => ({ ...NONE, arm: WAYS[i] ?? 'if-then-plan', ...one }));
}
