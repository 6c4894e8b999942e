import { readLetter } from '#lib/domain/safety/risk-phrases/letters.ts';
import { isUncommon } from '../finders/words.ts';
import type { Clause } from './clauses.ts';

/** The longest run of words or characters. */
const RUN = 3;
/** How far apart two of them may be to make a pair. */
const FAR = 4;
const LETTERS = 3;
/** Of what is counted, no more is told apart. */
const MOST = 9;

const TOKEN = /[a-z0-9_'’]+|\p{Script=Han}|\p{Co}|[^\s\p{L}\p{N}]/gu;
const DRESSED =
  /[\u{1D400}-\u{1D7FF}\u2460-\u24FF\u2776-\u2793\u{1F130}-\u{1F189}\u1D00-\u1D22\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]{2}/u;
const UNSEEN = /[\p{L}\p{N}][\u200b-\u200d\u2060\ufeff]+[\p{L}\p{N}]/u;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** What the clause at `at` is scored by, each once: itself, and what stands before and after it. */
export function gramsOf(clauses: readonly Clause[], at: number): Set<string> {
  const grams = new Set<string>();
  const clause = clauses[at];
  if (clause === undefined) return grams;
  const tokens = tokensOf(clause);
  addRuns(tokens, '', grams);
  addPairs(tokens, grams);
  for (const token of tokens) addLetters(token, grams);
  addShapes(clause, '', grams);
  grams.add(`#length${Math.min(MOST, tokens.length >> 1)}`);
  for (const [sign, beside] of [
    ['<', clauses[at - 1]],
    ['>', clauses[at + 1]],
  ] as const) {
    if (beside === undefined) {
      grams.add(sign);
    } else {
      addRuns(tokensOf(beside), sign, grams);
      addShapes(beside, sign, grams);
    }
  }
  return grams;
}

/** Words, characters and signs, with `|` at both ends; numbers and platforms as one each. */
function tokensOf({ read }: Clause): string[] {
  const tokens = (read.match(TOKEN) ?? []).map((token) => {
    const word = token.replace(/['’]/gu, '');
    // Numbers are read elsewhere, where it is known which ones lead to somebody.
    if (/^\d+$/u.test(word)) return '#number';
    if (/[\d_]/u.test(word)) return '#mixed';
    if (/^\p{Co}$/u.test(word)) return '#platform';
    return /^[a-z]/u.test(word) ? word : readLetter(word);
  });
  return ['|', ...tokens, '|'];
}

function addRuns(tokens: readonly string[], sign: string, grams: Set<string>): void {
  for (let from = 0; from < tokens.length; from += 1) {
    let run = sign;
    for (let to = from; to < Math.min(from + RUN, tokens.length); to += 1) {
      run += `_${tokens[to]}`;
      grams.add(run);
    }
  }
}

function addPairs(tokens: readonly string[], grams: Set<string>): void {
  tokens.forEach((token, from) => {
    for (let to = from + 2; to <= Math.min(from + FAR, tokens.length - 1); to += 1) {
      grams.add(`${token}+${tokens[to]}`);
    }
  });
}

/** Parts of a Latin word. */
function addLetters(token: string, grams: Set<string>): void {
  if (!/^[a-z]/u.test(token)) return;
  const word = `<${token}>`;
  for (let i = 0; i + LETTERS <= word.length; i += 1) grams.add(`~${word.slice(i, i + LETTERS)}`);
}

/** How it is written, whatever it says. */
function addShapes({ read, written }: Clause, sign: string, grams: Set<string>): void {
  const count = (pattern: RegExp) => Math.min(MOST, read.match(pattern)?.length ?? 0);
  const rare = (read.match(/[a-z][a-z']+/gu) ?? []).filter(isUncommon).length;
  grams.add(`${sign}#rare${Math.min(3, rare)}`);
  grams.add(`${sign}#single${Math.min(5, count(/(?<![a-z0-9])[a-z](?![a-z0-9])/gu))}`);
  const shapes = {
    dressed: DRESSED.test(written),
    unseen: UNSEEN.test(written),
    foreign: FOREIGN.test(written) && /[a-z]/iu.test(written),
    mixed: /\p{Script=Han}[a-z]|[a-z]\p{Script=Han}/u.test(read),
    joined: /[a-z][._@-][a-z0-9]|[a-z0-9][._@-][a-z]/u.test(read),
    platform: /\p{Co}/u.test(read),
  };
  for (const [name, is] of Object.entries(shapes)) if (is) grams.add(`${sign}#${name}`);
}
