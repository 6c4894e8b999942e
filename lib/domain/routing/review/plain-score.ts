import type { Score } from '#lib/domain/screening/score.ts';

/**
 * The score of a person who is made up of what a policy may read. Only the PHQ-9 asks about death or
 * self-harm, and "Not at all" stands there unless the person says otherwise.
 */
export function plainScore(
  instrument: string,
  { total, item9, difficulty = null }: Partial<Pick<Score, 'total' | 'item9' | 'difficulty'>>,
): Score {
  const answer = instrument === 'phq-9' ? (item9 ?? 0) : null;
  return {
    instrument,
    total: total ?? null,
    band: null,
    subscales: {},
    result: null,
    symptomClass: null,
    missing: total === null ? 1 : 0,
    item9: answer,
    difficulty,
    crisis: answer !== null && answer !== 0,
  };
}
