import type { ItemAnswer } from './answers.ts';
import { isSafetyQuestion, type Question } from './topics.ts';

/** More than half the days: the answers worth naming back to the person. */
const NAMED_FROM = 2;
const MOST_NAMED = 3;

interface Row {
  readonly n: number;
  /** Null: the question about difficulty, which is no symptom. */
  readonly question: Question | null;
  readonly answer: ItemAnswer | null;
}

/**
 * The person's own strongest answers, strongest first, at most three; none below "more than half the
 * days". The safety question has a page of its own.
 */
export function strongest<R extends Row>(rows: readonly R[]): readonly (R & Named)[] {
  return rows
    .filter((row): row is R & Named => row.question !== null && !isSafetyQuestion(row.question))
    .filter(({ answer }) => Number(answer) >= NAMED_FROM)
    .toSorted((a, b) => Number(b.answer) - Number(a.answer) || a.n - b.n)
    .slice(0, MOST_NAMED);
}

interface Named {
  readonly question: Question;
}
