import type { Place } from './lexicon.ts';
import { neededWords, type Pattern } from './pattern.ts';

/** Numbers of the patterns that may match at a place among the words looked at. */
export type Candidates = (place: Place) => readonly number[];

/** A pattern's number and the number of one of its parts, in one number. */
const PART_BITS = 5;
const PART_MASK = (1 << PART_BITS) - 1;

/**
 * Tells from the words of a text which of many patterns can match in it: those that find each of their parts. Most
 * are left out before any is tried. What is handed back holds until the next text is looked at.
 */
export function indexPatterns(
  patterns: readonly Pattern[],
): (places: readonly Place[]) => Candidates {
  const needs = new Map<number, number[]>();
  const beginning = new Map<number, number[]>();
  const all = patterns.map((pattern, number) => {
    const parts = neededWords(pattern);
    parts.forEach((words, part) => {
      for (const word of words) {
        pushTo(needs, word, (number << PART_BITS) | part);
        if (part === 0) pushTo(beginning, word, number);
      }
    });
    return (1 << parts.length) - 1;
  });
  const met = new Int32Array(patterns.length);
  const meet = (word: number) => {
    for (const need of needs.get(word) ?? []) {
      met[need >> PART_BITS] = (met[need >> PART_BITS] ?? 0) | (1 << (need & PART_MASK));
    }
  };
  const begunBy = (word: number) => (beginning.get(word) ?? []).filter((n) => met[n] === all[n]);
  return (places) => {
    met.fill(0);
    for (const { one, two } of places) {
      meet(one);
      meet(two);
    }
    return ({ one, two }) => {
      const [byOne, byTwo] = [begunBy(one), begunBy(two)];
      return byTwo.length === 0 ? byOne : [...new Set([...byOne, ...byTwo])];
    };
  };
}

function pushTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
