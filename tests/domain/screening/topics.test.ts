import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import {
  firstForm,
  isSafetyQuestion,
  LONG_QUESTIONS,
  longForms,
  questionsOf,
  scoreTopic,
  TOPICS,
  type TopicAnswers,
  topicOf,
} from '#lib/domain/screening/topics.ts';

type Given = (ItemAnswer | null)[];

const answers = (topic: TopicAnswers['topic'], worry: Given, items: Given): TopicAnswers => ({
  topic,
  worry: Array.from({ length: 7 }, (_, i) => worry[i] ?? null),
  items: Array.from({ length: 9 }, (_, i) => items[i] ?? null),
  difficulty: null,
});
const asked = (given: TopicAnswers) =>
  questionsOf(given).map(({ form, item }) => `${form}#${item}`);
const zeros = (n: number): Given => Array.from({ length: n }, () => 0);
const gad = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `gad-7#${from + i}`);
const phq = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `phq-9#${from + i}`);

describe('the questions of a topic', () => {
  it('are the nine of low mood, or the seven of worry and the safety question', () => {
    expect(asked(answers('mood', [], []))).toEqual(phq(1, 9));
    expect(asked(answers('worry', [], []))).toEqual([...gad(1, 7), 'phq-9#9']);
  });

  it('are four and the safety question for both, until an answer leads on', () => {
    const four = [...gad(1, 2), ...phq(1, 2)];
    expect(asked(answers('both', [], []))).toEqual([...four, 'phq-9#9']);
    expect(asked(answers('both', [0, 0], [0, 0]))).toEqual([...four, 'phq-9#9']);
    expect(asked(answers('both', [0, 1], [0, 0]))).toEqual([...four, ...gad(3, 7), 'phq-9#9']);
    expect(asked(answers('both', [0, 0], ['declined', 0]))).toEqual([...four, ...phq(3, 9)]);
    expect(asked(answers('both', [3, 0], [0, 2]))).toEqual([...four, ...gad(3, 7), ...phq(3, 9)]);
  });

  const answer = fc.constantFrom<ItemAnswer | null>(0, 1, 2, 3, 'declined', null);
  const given = fc
    .tuple(
      fc.constantFrom(...TOPICS),
      fc.array(answer, { minLength: 7, maxLength: 7 }),
      fc.array(answer, { minLength: 9, maxLength: 9 }),
    )
    .map(([topic, worry, items]) => answers(topic, worry, items));

  it('name no question twice, and the safety question once, as the last one', () => {
    fc.assert(
      fc.property(given, (one) => {
        const list = questionsOf(one);
        expect(new Set(asked(one)).size).toBe(list.length);
        expect(list.findIndex(isSafetyQuestion)).toBe(list.length - 1);
      }),
    );
  });

  it('every score of a check carries its answer about self-harm, and its crisis', () => {
    fc.assert(
      fc.property(given, (one) => {
        const scores = scoreTopic(one);
        const nine = one.items[8] ?? 'declined';
        expect(scores.length).toBeGreaterThan(0);
        for (const score of scores) {
          expect(score.item9).toBe(nine);
          expect(score.crisis).toBe(nine !== 0);
        }
        const names = scores.map(({ instrument }) => instrument);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

test('every item of the two long forms can be asked', () => {
  expect(LONG_QUESTIONS.map(({ form, item }) => `${form}#${item}`)).toEqual([
    ...gad(1, 7),
    ...phq(1, 9),
  ]);
});

test('the safety question is the ninth of the PHQ-9 and no other', () => {
  expect(isSafetyQuestion({ form: 'phq-9', item: 9 })).toBe(true);
  expect(isSafetyQuestion({ form: 'phq-9', item: 8 })).toBe(false);
  expect(isSafetyQuestion({ form: 'gad-7', item: 9 })).toBe(false);
});

describe('what is kept of a visit', () => {
  const kept = (given: TopicAnswers) =>
    scoreTopic(given).map(({ instrument, total }) => [instrument, total]);

  it('is one form where one was asked', () => {
    expect(kept(answers('mood', [], [1, 2, 0, 0, 0, 0, 0, 0, 0]))).toEqual([['phq-9', 3]]);
    expect(kept(answers('worry', [3, 3, 0, 0, 0, 0, 0], [...zeros(8), 1]))).toEqual([['gad-7', 6]]);
  });

  it('is its own long form, also where every answer is "Not at all" or the other topic was answered', () => {
    expect(kept(answers('mood', [], zeros(9)))).toEqual([['phq-9', 0]]);
    expect(kept(answers('worry', zeros(7), zeros(9)))).toEqual([['gad-7', 0]]);
    expect(kept(answers('mood', [3, 3], [1, ...zeros(8)]))).toEqual([['phq-9', 1]]);
    expect(kept(answers('worry', [1, ...zeros(6)], [3, 3, ...zeros(7)]))).toEqual([['gad-7', 1]]);
    expect(kept(answers('mood', zeros(7), [0, 'declined', ...zeros(7)]))).toEqual([
      ['phq-9', null],
    ]);
  });

  it('says of each form how hard daily life was', () => {
    const given = {
      ...answers('both', [2, ...zeros(6)], [2, ...zeros(8)]),
      difficulty: 2,
    } as const;
    expect(scoreTopic(given).map(({ difficulty }) => difficulty)).toEqual([2, 2]);
    const short = { ...answers('both', zeros(7), zeros(9)), difficulty: 1 } as const;
    expect(scoreTopic(short).map(({ difficulty }) => difficulty)).toEqual([null]);
  });

  it('is the short form where nothing led on, and the long ones where something did', () => {
    expect(longForms(answers('both', [0, 0], [0, 0]))).toEqual([]);
    expect(longForms(answers('both', [0, 1], [1, 0]))).toEqual(['gad-7', 'phq-9']);
    expect(longForms(answers('worry', [], []))).toEqual(['gad-7']);
    expect(kept(answers('both', [0, 0], [0, 0, ...zeros(6), 0]))).toEqual([['phq-4', 0]]);
    const long = answers('both', [2, 1, 0, 0, 0, 0, 1], [1, 0, 0, 0, 3, 0, 0, 0, 0]);
    expect(kept(long)).toEqual([
      ['gad-7', 4],
      ['phq-9', 4],
    ]);
    expect(kept(answers('both', [2, 1, 0, 0, 0, 0, 1], [0, 0, ...zeros(7)]))).toEqual([
      ['gad-7', 4],
    ]);
  });

  it('is the short form too where a long one cannot be added up', () => {
    const left = answers(
      'both',
      [2, 1, 'declined', 0, 0, 0, 1],
      [1, 3, 'declined', 0, 0, 0, 0, 0, 0],
    );
    expect(kept(left)).toEqual([
      ['phq-4', 7],
      ['gad-7', null],
      ['phq-9', null],
    ]);
    const one = answers('both', [2, 1, 'declined', 0, 0, 0, 1], [1, 3, 0, 0, 0, 0, 0, 0, 0]);
    expect(kept(one)).toEqual([
      ['phq-4', 7],
      ['gad-7', null],
      ['phq-9', 4],
    ]);
    expect(kept(answers('both', ['declined', 0], [0, 0, ...zeros(7)]))).toEqual([
      ['phq-4', null],
      ['gad-7', null],
    ]);
  });

  it('has the answers of an item that was not asked again out of it', () => {
    // Question 5 was answered before the first two were changed to "Not at all".
    expect(kept(answers('both', [0, 0], [0, 0, 0, 0, 3, 0, 0, 0, 0]))).toEqual([['phq-4', 0]]);
  });
});

describe('the topic of a later check', () => {
  it('is that of the check before', () => {
    expect(TOPICS.map(firstForm)).toEqual(['phq-9', 'gad-7', 'phq-4']);
    expect(TOPICS.map((topic) => topicOf(firstForm(topic)))).toEqual(TOPICS);
    expect(topicOf('')).toBe('mood');
  });
});
