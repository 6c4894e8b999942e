import { findPhrases, type RiskSpan, withoutInner } from './find-phrases.ts';
import { stretchesOf } from './grams.ts';
import { reasonsOf } from './score.ts';
import { tokenise } from './tokens.ts';

export interface Risk {
  readonly level: 'none' | 'implicit' | 'explicit';
  /** The phrases, and where a stretch of text has none but speaks of risk all the same, its words that weigh most. */
  readonly spans: readonly RiskSpan[];
}

/**
 * What may speak of suicide, self-harm, danger or methods, in all three languages at once. It puts a message first in a
 * human's queue and shows help to its writer; it never decides anything, and finding nothing says nothing.
 * An explicit phrase or a method counts wherever it stands. An implicit phrase is one sign among all the words around
 * it, which are added up ("no way out of this meeting"); they may be enough without any phrase.
 */
export function findRisk(text: string): Risk {
  const tokens = tokenise(text);
  const phrases = findPhrases(tokens);
  let next = 0;
  const reasons = stretchesOf(tokens).flatMap((stretch) => {
    const [first, end] = [next, stretch.tokens.at(-1)?.end ?? 0];
    while ((phrases[next]?.start ?? end) < end) next++;
    const inside = phrases.slice(first, next);
    const found = reasonsOf(stretch, inside);
    return found === null || inside.length === 0 ? (found ?? []) : inside;
  });
  if (reasons.length === 0 && phrases.every(({ kind }) => kind === 'implicit')) {
    return { level: 'none', spans: [] };
  }
  const isExplicit = phrases.some(({ kind }) => kind === 'explicit');
  return {
    level: isExplicit ? 'explicit' : 'implicit',
    spans: withoutInner([...phrases, ...reasons]),
  };
}
