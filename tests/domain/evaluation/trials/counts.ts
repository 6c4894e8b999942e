import type { TrialCounts } from '#lib/domain/evaluation/trials/counts.ts';

const WAYS = ['if-then-plan', 'information-page', 'feedback-only'] as const;
const NONE = {
  ...{ assigned: 0, shown: 0, followed: 0, attended: 0 },
  ...{ told: 0, verified: 0, planned: 0, booked: 0, harmed: 0 },
};

/** Arms in the order of the shipped template. */
export function countsOf(given: readonly Partial<TrialCounts>[]): readonly TrialCounts[] {
  return given.map((one, i) => ({ ...NONE, arm: WAYS[i] ?? 'if-then-plan', ...one }));
}
