import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPhrases } from '#lib/domain/safety/risk-phrases/find-phrases.ts';
import { findRisk } from '#lib/domain/safety/risk-phrases/find-risk.ts';
import { tokenise } from '#lib/domain/safety/risk-phrases/tokens.ts';
import { readSets } from './sets.ts';

const level = (text: string) => findRisk(text).level;
const marked = (text: string) =>
  findRisk(text).spans.map(({ start, end }) => text.slice(start, end));

test('a span is the place in the text as it was written', () => {
  const text = 'Hello. I want to K​ILL  my-self, really.';
  expect(findRisk(text).spans).toContainEqual({ start: 17, end: 31, kind: 'explicit' });
  expect(text.slice(17, 31)).toBe('K​ILL  my-self');
  expect(marked('𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞 𠝹手')).toContain('𠝹手');
});

test('every language is looked for, whatever the page', () => {
  expect(level('今日返工好攰。 I want to die. 多謝')).toBe('explicit');
  expect(level('thanks for the visit, 我不想活了')).toBe('explicit');
});

test.each([
  'su1cide',
  'SUICIDE',
  's u i c i d e',
  's-u-i-c-i-d-e',
  'sui-cide',
  'suiiicide',
  'ѕuісіdе',
  'ｓｕｉｃｉｄｅ',
  'k*ll myself',
  'k!ll my self',
  'want to d1e',
  'unalive',
  'kms',
  'k.m.s',
  'I. want. to. die.',
  'I don’t want to live any more',
  '自s',
  '自.杀',
  '自 * 殺',
  '自​杀',
  '紫砂',
  '自鲨',
  'zs了',
  '嘎了',
  '鲨了自己',
  '想4',
  '死左算',
  '唔想做人',
])('a disguise is seen through: %s', (text) => {
  expect(level(text)).not.toBe('none');
});

test.each([
  'dying to see you',
  'this exam is killing me',
  'I could murder a curry',
  '笑死我了',
  '累死了',
  '饿死',
  '热死',
  '攰死',
  '好想死你',
  'suicide squad film',
  'my friend died last year',
  'I would never hurt myself',
  'I ran 10 kms',
  '我想4点起床',
])('an everyday saying is left alone: %s', (text) => {
  expect(level(text)).toBe('none');
});

test('a negation in the present does not hide explicit words', () => {
  expect(level('I am not going to kill myself but I think of it')).toBe('explicit');
  expect(level('我不会自杀的，但是我天天想死')).toBe('explicit');
  expect(level('我唔會自殺，但係我日日都想死')).toBe('explicit');
});

test('an everyday saying does not hide what is said beside it', () => {
  expect(level('This exam is killing me. I want to die.')).toBe('explicit');
  expect(level('累死了，真的不想活了')).toBe('explicit');
  expect(level('想饿死自己')).toBe('explicit');
});

test('a word for a method alone is at least implicit', () => {
  for (const text of ['a noose', '烧炭', '吊頸']) expect(level(text)).not.toBe('none');
});

test.each([
  ['I just want to go to sleep and stay there.', 'go to sleep'],
  ['我想休息了，长长久久地休息。', '想休息'],
  ['唔想再同個世界有任何關係。', '唔想再'],
])(
  'words without a phrase are added up, and those that weigh most are marked: %s',
  (text, part) => {
    expect(findPhrases(tokenise(text))).toEqual([]);
    expect(level(text)).toBe('implicit');
    expect(marked(text)).toContain(part);
  },
);

test.each([
  'Greetings from Norway',
  'What colour is the door?',
  '番茄',
  '門口喺邊面',
  '你好',
  'hi',
])('a few words that say nothing weigh too little: %s', (text) => {
  expect(level(text)).toBe('none');
});

test('a phrase that may mean something else does not count among harmless words', () => {
  const text = 'There is no way out of this meeting, so bring biscuits for the team.';
  expect(findPhrases(tokenise(text)).map(({ kind }) => kind)).toEqual(['implicit']);
  expect(level(text)).toBe('none');
});

test('worrying words are found in a long text', () => {
  const dull = 'We had soup and bread and then we walked to the shop with the dog. '.repeat(40);
  const text = `${dull}I have given my things away. Everyone will be better off when I am gone. ${dull}`;
  expect(level(text)).not.toBe('none');
  expect(level(dull)).toBe('none');
});

test('a gap does not reach into the next sentence', () => {
  expect(level('We want to. Dinner was nice. Die Hard is on.')).toBe('none');
  expect(level('我想去。党员死记硬背')).toBe('none');
});

test('any text has an answer, with spans inside it, in order, and of its level', () => {
  const sentences = readSets().flatMap(({ explicit, implicit, benign }) => [
    ...explicit,
    ...implicit,
    ...benign,
  ]);
  const pieces = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...sentences), fc.string()),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const { level: found, spans } = findRisk(text);
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      expect(spans.map(({ start }) => start)).toEqual(
        spans.map(({ start }) => start).sort((a, b) => a - b),
      );
      expect(found === 'none').toBe(spans.length === 0);
      expect(found === 'explicit').toBe(spans.some(({ kind }) => kind === 'explicit'));
    }),
    { numRuns: process.env['HANDRAIL_NIGHTLY'] ? 20_000 : 500 },
  );
});
