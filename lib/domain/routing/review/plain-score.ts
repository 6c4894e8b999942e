import type { Score } from '#lib/domain/screening/score.ts';

/**
 * The score of a person who is made up of what a policy may read. Where nothing is said of the question
 * about death or self-harm, it stands at "Not at all" on the PHQ-9, whose item it is.
 */
export function plainScore(
  instrument: string,
  { total, item9, difficulty = null }: Partial<Pick<Score, 'total' | 'item9' | 'difficulty'>>,
): Score {
  const answer = item9 ?? (instrument === 'phq-9' ? 0 : null);
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
