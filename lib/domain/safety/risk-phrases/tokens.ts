import { isPartOfSensitive, undisguise } from './disguises.ts';
import { readLetter } from './letters.ts';

/** A Latin word or one Chinese character, with its place in the text as it was written (UTF-16 offsets). */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this token and the one before. */
  readonly pause: 'none' | 'comma' | 'sentence';
}

interface Letter {
  readonly value: string;
  readonly kind: 'word' | 'han' | 'mask' | 'other';
  readonly start: number;
  readonly end: number;
}

const APOSTROPHES = "'’‘`´ʼ＇";
const INVISIBLE = /[\p{M}\p{Cf}]/u;
const HAN = /\p{Script=Han}/u;
const WORD_LETTER = /[a-z0-9]/;
/** Signs that stand for a letter inside a word: k*ll, su!cide, $uicide. */
const MASK = '*@$!#|+';
const SENTENCE_END = '.!?;。…\n';
/** Between two Chinese characters other signs, a full stop too, are taken for a disguise: 自.杀. */
const CHINESE_SENTENCE_END = '!?;。…\n';
const COMMA = ',、:()"“”《》「」【】';

/** Cuts a text into words, undoing what people write to slip past a filter. */
export function tokenise(text: string): Token[] {
  return joinSpelledOut(cut(normalise(text)));
}

/** Compatibility forms, case, accents, invisible characters and apostrophes are taken away. */
function normalise(text: string): Letter[] {
  const letters: Letter[] = [];
  let start = 0;
  for (const raw of text) {
    const end = start + raw.length;
    if (!APOSTROPHES.includes(raw)) {
      for (const value of plain(raw)) letters.push({ value, kind: kindOf(value), start, end });
    }
    start = end;
  }
  return letters;
}

function plain(raw: string): string[] {
  if (WORD_LETTER.test(raw)) return [raw];
  if (isUnified(raw)) return [readLetter(raw)];
  return [...raw.normalize('NFKD').toLowerCase()].filter((c) => !INVISIBLE.test(c)).map(readLetter);
}

/** The block of Chinese characters that have no other form, and are nearly all of them. */
function isUnified(raw: string): boolean {
  return raw.length === 1 && raw >= '一' && raw <= '鿿';
}

function kindOf(value: string): Letter['kind'] {
  if (isUnified(value) || HAN.test(value)) return 'han';
  if (WORD_LETTER.test(value)) return 'word';
  return MASK.includes(value) ? 'mask' : 'other';
}

/** What has been cut so far, and how many words of it stand after the last full stop or new line. */
interface Cut {
  readonly tokens: Token[];
  sinceEnd: number;
}

function cut(letters: readonly Letter[]): Token[] {
  const done: Cut = { tokens: [], sinceEnd: 0 };
  let i = 0;
  while (i < letters.length) {
    const from = i;
    while (i < letters.length && !begins(letters, i)) i++;
    if (i === letters.length) break;
    const end = endOfWord(letters, i);
    push(done, letters.slice(i, end), letters.slice(from, i));
    i = end;
  }
  return done.tokens;
}

function begins(letters: readonly Letter[], i: number): boolean {
  const kind = letters[i]?.kind;
  return kind === 'han' || kind === 'word' || (kind === 'mask' && letters[i + 1]?.kind === 'word');
}

function endOfWord(letters: readonly Letter[], from: number): number {
  let end = from + 1;
  if (letters[from]?.kind === 'han') return end;
  for (let i = end; letters[i]?.kind === 'word' || letters[i]?.kind === 'mask'; i++) {
    if (letters[i]?.kind === 'word') end = i + 1;
  }
  return end;
}

/** A word with signs in it is one word if a sensitive one hides there, else the words between the signs. */
function push(done: Cut, word: readonly Letter[], gap: readonly Letter[]): void {
  const spelled = spell(word);
  const known = word[0]?.kind === 'han' ? spelled : undisguise(spelled);
  if (known !== null || word.every(({ kind }) => kind !== 'mask')) {
    add(done, known ?? spelled, word, gap);
    return;
  }
  let before = gap;
  let part: Letter[] = [];
  for (const letter of [...word, null]) {
    if (letter?.kind === 'word') {
      part.push(letter);
    } else if (part.length > 0) {
      add(done, spell(part), part, before);
      before = [];
      part = [];
    }
  }
}

function spell(letters: readonly Letter[]): string {
  return letters.map(({ value }) => value).join('');
}

function add(done: Cut, word: string, at: readonly Letter[], gap: readonly Letter[]): void {
  const [first, last] = [at[0], at.at(-1)];
  if (first === undefined || last === undefined) return;
  const pause = gap.length === 0 ? 'none' : pauseOf(done, word, gap);
  done.tokens.push({ word, start: first.start, end: last.end, pause });
  done.sinceEnd++;
}

/** "I. want. to. die." and one word on each line are not sentences: they need two words. */
function pauseOf(done: Cut, word: string, gap: readonly Letter[]): Token['pause'] {
  const isHan = HAN.test(word) && HAN.test(done.tokens.at(-1)?.word ?? '');
  const ends = isHan ? CHINESE_SENTENCE_END : SENTENCE_END;
  if (gap.some(({ value }) => ends.includes(value))) {
    const words = done.sinceEnd;
    done.sinceEnd = 0;
    return words < 2 ? 'none' : 'sentence';
  }
  return gap.some(({ value }) => COMMA.includes(value)) ? 'comma' : 'none';
}

/** "s u i c i d e", "sui-cide", "k.m.s": pieces that make a sensitive word together are that word. */
function joinSpelledOut(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const count = piecesOfOne(tokens, i);
    const [first, last] = [tokens[i], tokens[i + count - 1]];
    if (first === undefined || last === undefined) break;
    joined.push(
      count === 1 ? first : { ...first, word: spellOut(tokens, i, count), end: last.end },
    );
    i += count;
  }
  return joined;
}

function spellOut(tokens: readonly Token[], from: number, count: number): string {
  return tokens
    .slice(from, from + count)
    .map(({ word }) => word)
    .join('');
}

const MAX_PIECES = 10;
const MAX_SPACE = 3;

function piecesOfOne(tokens: readonly Token[], from: number): number {
  let spelled = tokens[from]?.word ?? '';
  let longest = 1;
  for (let n = 1; n < MAX_PIECES && isPartOfSensitive(spelled); n++) {
    const [last, next] = [tokens[from + n - 1], tokens[from + n]];
    if (last === undefined || next === undefined || next.start - last.end > MAX_SPACE) break;
    spelled += next.word;
    if (undisguise(spelled) === spelled) longest = n + 1;
  }
  return longest;
}
