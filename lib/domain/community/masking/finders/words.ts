import common from '../common-words.json' with { type: 'json' };
import { isHandle } from './tokens.ts';

const COMMON = new Set(common.words.split(' '));
/** Endings of words, never looked up with them: "scrolled", "memories". */
const ENDING = /(?:'?s|es|ed|d|ing|er|est|ly|ies|ied|able|ful|less|ness|ment|n't|'[a-z]+)$/u;
/** Words that end like this are hardly names. */
const NO_NAME = /(?:ing|ed|ly|ness|ment|able|ible|less|ful|tion|sion|ity|ous|ism|ive)$/u;

/** A Latin word that people do not use in a sentence: a name, or made up. */
export function isUncommon(word: string): boolean {
  const plain = word.replace(/[’']/gu, "'").replace(/^[^a-z0-9]+|[^a-z0-9]+$/gu, '');
  if (isHandle(plain)) return true;
  if (plain.length < 3 || !/^[a-z.'-]+$/u.test(plain)) return false;
  return plain.split(/[.'-]/u).some((part) => part.length >= 3 && isRare(part));
}

function isRare(word: string): boolean {
  if (NO_NAME.test(word) || COMMON.has(word)) return false;
  const stem = word.replace(ENDING, '');
  return stem === word || !(COMMON.has(stem) || COMMON.has(`${stem}e`) || COMMON.has(`${stem}y`));
}

/** A word that people do not use in a sentence, whatever it ends with: a town. */
export function isUnknown(word: string): boolean {
  return word.length >= 3 && !COMMON.has(word) && !COMMON.has(word.replace(ENDING, ''));
}
