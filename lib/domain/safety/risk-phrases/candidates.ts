import type { Place } from './lexicon.ts';
import { neededWords, type Pattern, reachOf } from './pattern.ts';

/** Further than any text goes. */
const FAR = 2 ** 31 - 1;

/** Calls back with the number of each pattern that may match and where; for one place perhaps twice. */
export type VisitCandidates = (
  places: readonly Place[],
  visit: (pattern: number, at: number) => void,
) => void;

/**
 * Tells which of many patterns may match at a place: those that find something for each of their parts within their
 * reach. Most are left out before any is tried. A text is read from its end, so that the last place where a part
 * was seen is the nearest one to come.
 */
export function indexPatterns(patterns: readonly Pattern[]): VisitCandidates {
  const partsByWord = new Map<number, number[]>();
  const beginning = new Map<number, number[]>();
  const reach = patterns.map(reachOf);
  const firstPart: number[] = [];
  let parts = 0;
  patterns.forEach((pattern, number) => {
    firstPart.push(parts);
    neededWords(pattern).forEach((words, i) => {
      for (const word of words) {
        pushTo(partsByWord, word, parts);
        if (i === 0) pushTo(beginning, word, number);
      }
      parts++;
    });
  });
  firstPart.push(parts);
  const seen = new Int32Array(parts);
  const isNear = (pattern: number, at: number) => {
    const last = at + (reach[pattern] ?? 0);
    for (let part = firstPart[pattern] ?? 0; part < (firstPart[pattern + 1] ?? 0); part++) {
      if ((seen[part] ?? 0) > last) return false;
    }
    return true;
  };
  const see = (word: number, at: number) => {
    for (const part of partsByWord.get(word) ?? []) seen[part] = at;
  };
  const near = (word: number, at: number) =>
    (beginning.get(word) ?? []).filter((pattern) => isNear(pattern, at));
  return (places, visit) => {
    seen.fill(FAR);
    for (let at = places.length - 1; at >= 0; at--) {
      const { one, two } = places[at] ?? { one: 0, two: 0 };
      see(one, at);
      see(two, at);
      for (const pattern of near(one, at)) visit(pattern, at);
      for (const pattern of near(two, at)) visit(pattern, at);
    }
  };
}

function pushTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
