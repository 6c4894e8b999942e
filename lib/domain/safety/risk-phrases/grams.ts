import type { RiskSpan } from './find-phrases.ts';
import type { Token } from './tokens.ts';

/** What a text is scored in: words, or Chinese characters of either script, which are read alike. */
export type ScoredLanguage = 'en' | 'zh';

/** Words or characters that are scored together: whole sentences. */
export interface Stretch {
  readonly language: ScoredLanguage;
  readonly tokens: readonly Token[];
}

/** Where a run was seen first, as tokens: from, and up to. A phrase is no run: it has spans of its own. */
export type Place = readonly [from: number, to: number] | null;

/** After so many tokens a stretch ends with its sentence, at twice as many anyway: a long text is read in parts. */
const LENGTH: Readonly<Record<ScoredLanguage, number>> = { en: 60, zh: 100 };
/** The longest run of words or characters. */
const RUN = 3;
/** How far apart two English words may be to make a pair. */
const FAR = 4;
/** The lengths of the parts of an English word. */
const LETTERS = [3, 4];
const LONGEST_WORD = 30;

export function stretchesOf(tokens: readonly Token[]): Stretch[] {
  const han = tokens.filter(({ word }) => word >= '㐀').length;
  const language = han * 2 >= tokens.length ? 'zh' : 'en';
  const stretches: Stretch[] = [];
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    const [length, most] = [i - from, LENGTH[language]];
    const ends = (tokens[i]?.pause === 'sentence' && length >= most) || length >= 2 * most;
    if (i < tokens.length && !ends) continue;
    stretches.push({ language, tokens: tokens.slice(from, i) });
    from = i;
  }
  return stretches;
}

/**
 * What a stretch is scored by, each once: characters in a row, or words in a row, pairs of words that stand near each
 * other and parts of words; and how many phrases of each kind there are.
 */
export function gramsOf(stretch: Stretch, phrases: readonly RiskSpan[]): Map<string, Place> {
  const grams = new Map<string, Place>();
  const add = (gram: string, place: Place) => {
    if (!grams.has(gram)) grams.set(gram, place);
  };
  if (stretch.language === 'zh') {
    addCharacters(stretch.tokens, add);
  } else {
    addWords(stretch.tokens, add);
    addPairs(stretch.tokens, add);
    addLetters(stretch.tokens, add);
  }
  for (const { kind } of phrases) add(grams.has(`#${kind}`) ? `#${kind}s` : `#${kind}`, null);
  return grams;
}

type Add = (gram: string, place: Place) => void;

/** Up to three words; a comma or a full stop ends a run. */
function addWords(tokens: readonly Token[], add: Add): void {
  for (let from = 0; from < tokens.length; from++) {
    let run = tokens[from]?.word ?? '';
    add(run, [from, from + 1]);
    for (let to = from + 1; to < from + RUN && tokens[to]?.pause === 'none'; to++) {
      run += `_${tokens[to]?.word ?? ''}`;
      add(run, [from, to + 1]);
    }
  }
}

/** Up to three characters; `|` stands where a comma, a full stop, the beginning or the end is. */
function addCharacters(tokens: readonly Token[], add: Add): void {
  const breaks = tokens.map(({ pause }, at) => at === 0 || pause !== 'none');
  const markAt = (at: number) => (breaks[at] === false ? '' : '|');
  for (let from = 0; from < tokens.length; from++) {
    let run = '';
    for (let to = from; to < Math.min(from + RUN, tokens.length); to++) {
      run += `${to === from ? '' : markAt(to)}${tokens[to]?.word ?? ''}`;
      const place = [from, to + 1] as const;
      add(run, place);
      add(`${markAt(from)}${run}`, place);
      add(`${run}${markAt(to + 1)}`, place);
    }
  }
}

function addPairs(tokens: readonly Token[], add: Add): void {
  tokens.forEach(({ word }, from) => {
    for (let to = from + 2; to <= Math.min(from + FAR, tokens.length - 1); to++) {
      add(`${word}+${tokens[to]?.word ?? ''}`, [from, to + 1]);
    }
  });
}

/** `~` tells parts from words; `_` is the beginning or the end of the word. */
function addLetters(tokens: readonly Token[], add: Add): void {
  tokens.forEach(({ word }, at) => {
    const whole = `_${word.slice(0, LONGEST_WORD)}_`;
    for (const length of LETTERS) {
      for (let i = 0; i + length <= whole.length; i++) {
        add(`~${whole.slice(i, i + length)}`, [at, at + 1]);
      }
    }
  });
}
