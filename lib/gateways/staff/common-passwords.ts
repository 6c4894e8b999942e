import { dictionary } from '@zxcvbn-ts/language-common';

/** Shorter pieces are in every phrase. */
const SHORTEST_PIECE = 4;

let known: ReadonlySet<string> | undefined;

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** 49,000 passwords out of leaks, read when the first password is chosen. */
function leaked(): ReadonlySet<string> {
  known ??= new Set(dictionary['passwords-common'].map(fold));
  return known;
}

/**
 * Whether a new password is one that guessing starts with (NIST SP 800-63B-4, section 3.1.1.2): on a list
 * of leaked ones, one of them repeated, two in a row, or what is known of the person (`own`).
 */
export function isCommonPassword(password: string, own: readonly string[]): boolean {
  const text = fold(password);
  const unit = /^(.+?)\1*$/su.exec(text)?.[1] ?? text;
  const words = leaked();
  if (words.has(text) || words.has(unit)) return true;
  if (own.map(fold).some((word) => word === text || word === unit)) return true;
  const cuts = Array.from({ length: text.length }, (_, i) => i);
  return cuts.slice(SHORTEST_PIECE, 1 - SHORTEST_PIECE).some((cut) => {
    return words.has(text.slice(0, cut)) && words.has(text.slice(cut));
  });
}
