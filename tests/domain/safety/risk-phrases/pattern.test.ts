import { expect, test } from 'vitest';
import { makeLexicon } from '#lib/domain/safety/risk-phrases/lexicon.ts';
import { matchLengths, parsePattern } from '#lib/domain/safety/risk-phrases/pattern.ts';
import { tokenise } from '#lib/domain/safety/risk-phrases/tokens.ts';

const lists = { people: ['my mum', 'everyone'] };
const match = (source: string, text: string) => {
  const lexicon = makeLexicon();
  const pattern = parsePattern(source, lists, lexicon);
  return matchLengths(pattern, lexicon.read(tokenise(text)), 0);
};

test('words, alternatives, lists and what may be missing', () => {
  expect(match('want to (die|be dead)', 'Want to be dead!')?.shortest).toBe(4);
  expect(match('<people> (would)? (be)? better', 'my mum would better')?.shortest).toBe(4);
  expect(match('(不想|不愿)(再)?活', '不想活了')?.shortest).toBe(3);
  expect(match('want to (die|be dead)', 'want to be')).toBeNull();
});

test('a gap holds up to its number of words and stays in its sentence', () => {
  expect(match('want ..2 die', 'want to just die')?.shortest).toBe(4);
  expect(match('want ..2 die', 'want to really just die')).toBeNull();
  expect(match('want ..2 die', 'want it, die')?.shortest).toBe(3);
  expect(match('we want ..2 die', 'we want. Die')).toBeNull();
});

test('an end is a comma, a full stop or the end of the text', () => {
  for (const text of ['want out', 'want out, please', 'want out. Please']) {
    expect(match('want out $', text)?.shortest).toBe(2);
  }
  expect(match('want out $', 'want out of it')).toBeNull();
});

test('Chinese words are not put together across a comma', () => {
  expect(match('了结', '了，结果')).toBeNull();
});

test('the shortest and the longest match are told apart', () => {
  expect(match('笑死 (我)? (了)?', '笑死我了')).toEqual({ shortest: 2, longest: 4 });
});

test.each(['(a|b', '(a|)', '..3 die', '(a)? die', 'want ..3', '<nobody> die', 'a $ b', '..0 a'])(
  'what is not in the language is refused: %s',
  (source) => {
    expect(() => parsePattern(source, lists, makeLexicon())).toThrow(source);
  },
);
