/** Severity of a total, lowest first. Its cut-offs are data of the instrument. */
export const BANDS = ['minimal', 'mild', 'moderate', 'moderately_severe', 'severe'] as const;
export type Band = (typeof BANDS)[number];
