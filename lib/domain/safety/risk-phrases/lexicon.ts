import type { Token } from './tokens.ts';

/** A token with the numbers of its word and of the pair it makes with the next; 0 for what no pattern holds. */
export interface Place extends Token {
  readonly one: number;
  readonly two: number;
}

/** Gives the words and pairs of words of the patterns numbers, which are compared faster than letters. */
export interface Lexicon {
  readonly learn: (words: string) => number;
  readonly read: (tokens: readonly Token[]) => Place[];
}

export function makeLexicon(): Lexicon {
  const numbers = new Map<string, number>();
  const known = (words: string) => numbers.get(words) ?? 0;
  return {
    learn: (words) => {
      if (!numbers.has(words)) numbers.set(words, numbers.size + 1);
      return known(words);
    },
    read: (tokens) =>
      tokens.map(({ word, start, end, pause }, i) => {
        const next = tokens[i + 1]?.word ?? '';
        return { word, start, end, pause, one: known(word), two: known(`${word} ${next}`) };
      }),
  };
}
