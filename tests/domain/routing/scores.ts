import { type Facts, firstCheck } from '#lib/domain/routing/facts.ts';
import { type LivePolicy, type Placement, route } from '#lib/domain/routing/route.ts';
import type { Score } from '#lib/domain/screening/score.ts';

/** A score with a total and no crisis answer, as far as a test does not say otherwise. */
export function scoreOf(part: Partial<Score>): Score {
  const item9 = part.item9 === undefined ? 0 : part.item9;
  return {
    instrument: 'phq-9',
    total: 0,
    band: null,
    subscales: {},
    result: null,
    symptomClass: null,
    missing: 0,
    item9,
    difficulty: null,
    crisis: item9 !== 0,
    ...part,
  };
}

/** A first check with this score alone. */
export function placeScore(score: Score, live: LivePolicy | null): Placement {
  return route(firstCheck(score), live);
}

/** Every cell that a policy could tell apart: total 0–27 or none × question 9 × difficulty. */
export const CELLS: readonly Score[] = [null, ...Array.from({ length: 28 }, (_, n) => n)].flatMap(
  (total) =>
    ([0, 1, 2, 3, 'declined'] as const).flatMap((item9) =>
      ([0, 1, 2, 3, null] as const).map((difficulty) =>
        scoreOf({ total, item9, difficulty, missing: total === null ? 1 : 0 }),
      ),
    ),
);

/** The same at a first check and at a later one that came out `change` points worse. */
export function occasionsOf(score: Score, change: number): readonly Facts[] {
  const first = firstCheck(score);
  return [first, { ...first, recheck: true, change: { [score.instrument]: change } }];
}
