/** Stages of the funnel, each with the one it is counted out of. Ever reached, in any order of pages. */
export const STAGES = [
  { stage: 'started', parent: null },
  { stage: 'completed', parent: 'started' },
  { stage: 'viewed', parent: 'completed' },
  { stage: 'engaged', parent: 'viewed' },
  // Asked before the result as well, so an intender need not have done anything after it.
  { stage: 'intended', parent: 'viewed' },
  { stage: 'chose', parent: 'engaged' },
  { stage: 'acted', parent: 'engaged' },
] as const;
export type Stage = (typeof STAGES)[number]['stage'];
