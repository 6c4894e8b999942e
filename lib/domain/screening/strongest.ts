import type { ItemAnswer } from './answers.ts';

/** More than half the days: the answers worth naming back to the person. */
const NAMED_FROM = 2;
const MOST_NAMED = 3;
/** Question 9 has a page of its own; question 10 is no symptom. */
const LAST_NAMED_ITEM = 8;

/** The person's own strongest answers, strongest first, at most three; none below "more than half the days". */
export function strongest<R extends { readonly n: number; readonly answer: ItemAnswer | null }>(
  rows: readonly R[],
): readonly R[] {
  return rows
    .filter(({ n, answer }) => n <= LAST_NAMED_ITEM && Number(answer) >= NAMED_FROM)
    .toSorted((a, b) => Number(b.answer) - Number(a.answer) || a.n - b.n)
    .slice(0, MOST_NAMED);
}
