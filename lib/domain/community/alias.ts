import { LOCALES, type Locale } from '../basics/locale.ts';
import en from './aliases/en.json' with { type: 'json' };
import hans from './aliases/zh-hans.json' with { type: 'json' };
import hant from './aliases/zh-hant.json' with { type: 'json' };

interface Words {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/**
 * Words for the names in the group, written for this project: times, weather, moods; things of a home, plants, food.
 * No colour, no animal, no part of a body, no height, water or road. Kept at the end of a list only: a stored name
 * holds the place of its words.
 */
export const ALIAS_WORDS: Readonly<Record<Locale, Words>> = {
  en,
  'zh-hans': hans,
  'zh-hant': hant,
};

/** So many names of a language are tried before one gets a number: then most of them are in use in the topic. */
const TRIES_A_NUMBER = 40;

/**
 * The name to try next, as it is stored: the language, the places of its two words and, where they run short, a
 * number. `random` gives a number in [0, 1).
 */
export function drawAlias(locale: Locale, tries: number, random: () => number): string {
  const { first, second } = ALIAS_WORDS[locale];
  const pick = (words: readonly string[]) => Math.floor(random() * words.length);
  const number = 1 + Math.floor(tries / TRIES_A_NUMBER);
  const name = `${locale}.${pick(first)}.${pick(second)}`;
  return number === 1 ? name : `${name}.${number}`;
}

/** The stored names that are the same words in another language; most have none. */
export function namesAlike(stored: string): readonly string[] {
  const [words = '', number] = sayAlias(stored).words.split(' ');
  return LOCALES.flatMap((locale) => {
    const name = placeOf(locale, words);
    const other = name !== null && number !== undefined ? `${name}.${number}` : name;
    return other === null || other === stored ? [] : [other];
  });
}

/** Where two words without a space between them are in the lists of a language. */
function placeOf(locale: Locale, words: string): string | null {
  const { first, second } = ALIAS_WORDS[locale];
  const a = first.findIndex(
    (word) => words.startsWith(word) && second.includes(words.slice(word.length)),
  );
  return a < 0 ? null : `${locale}.${a}.${second.indexOf(words.slice(first[a]?.length))}`;
}

const STORED = /^(.+?)\.(\d+)\.(\d+)(?:\.(\d+))?$/;

/** A stored name in words, with the language they are in. @throws where it is none of ours */
export function sayAlias(stored: string): { readonly words: string; readonly locale: Locale } {
  const [, language, first = '', second = '', number] = STORED.exec(stored) ?? [];
  const locale = LOCALES.find((one) => one === language);
  const a = locale && ALIAS_WORDS[locale].first[Number(first)];
  const b = locale && ALIAS_WORDS[locale].second[Number(second)];
  if (!locale || !a || !b) throw new Error('No name of the group');
  const words = locale === 'en' ? `${a} ${b}` : `${a}${b}`;
  return { locale, words: number === undefined ? words : `${words} ${number}` };
}
