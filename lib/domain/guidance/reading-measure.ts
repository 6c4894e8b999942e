import type { Locale } from '#lib/domain/basics/locale.ts';

/** How hard a text is to read: a guess for its writer, never a reason to refuse it. */
export type ReadingMeasure =
  | { readonly kind: 'grade'; readonly grade: number; readonly longest: number }
  | { readonly kind: 'stops'; readonly mean: number };

/**
 * English: the grade of Kincaid et al. 1975 (0.39 words a sentence + 11.8 syllables a word − 15.59), never under 1,
 * and the words of the longest sentence. Chinese: characters between stops, on average.
 */
export function measureReading(locale: Locale, text: string): ReadingMeasure {
  if (locale !== 'en') return { kind: 'stops', mean: meanBetweenStops(text) };
  const sentences = text
    .split(/[.!?:]+(?:\s|$)|\n+/)
    .map((sentence) => sentence.match(/[a-z0-9'’-]+/gi) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { kind: 'grade', grade: 1, longest: 0 };
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade =
    0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  const longest = Math.max(...sentences.map(({ length }) => length));
  return { kind: 'grade', grade: Math.max(1, Math.round(grade)), longest };
}

/** Groups of vowels, less a silent e at the end: right for nine English words in ten. */
function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = plain.replace(/([^aeiouyl])e$/, '$1').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

function meanBetweenStops(text: string): number {
  const lengths = text
    .split(/[，。；：？！、（）「」“”\s]+/)
    .map((part) => [...part].length)
    .filter((length) => length > 0);
  if (lengths.length === 0) return 0;
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
}
