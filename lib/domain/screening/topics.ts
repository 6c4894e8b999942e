import type { Answers, ItemAnswer } from './answers.ts';
import { getInstrument } from './instruments.ts';
import { phq9 } from './phq9.ts';
import { type Score, scoreAnswers } from './score.ts';

/** What a person may want to look at: low mood, worry, or both in a few questions. */
export const TOPICS = ['mood', 'worry', 'both'] as const;
export type Topic = (typeof TOPICS)[number];

/** Every form that a visit may be kept as. */
export const FORMS_OF_TOPICS = ['phq-9', 'gad-7', 'phq-4'] as const;

/** The long forms, whose items are the only ones that are asked: the PHQ-4 is made of four of them. */
export type LongForm = 'phq-9' | 'gad-7';

/** One item of a long form, counted from 1. */
export interface Question {
  readonly form: LongForm;
  readonly item: number;
}

/** The answers of one visit. Each item is asked once, whatever forms share it. */
export interface TopicAnswers {
  readonly topic: Topic;
  /** Of the PHQ-9. */
  readonly items: Answers['items'];
  /** Of the GAD-7. */
  readonly worry: Answers['items'];
  readonly difficulty: ItemAnswer | null;
}

const gad7 = getInstrument('gad-7');
const phq4 = getInstrument('phq-4');

const ask = (form: LongForm, from: number, to: number): readonly Question[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ form, item: from + i }));

/** Every item that a visit may ask. */
export const LONG_QUESTIONS: readonly Question[] = [...ask('gad-7', 1, 7), ...ask('phq-9', 1, 9)];

/** Thoughts of death or self-harm: asked whatever the topic, so that no short form stands before it. */
export const SAFETY_QUESTION: Question = { form: 'phq-9', item: 9 };

export function isSafetyQuestion({ form, item }: Question): boolean {
  return form === SAFETY_QUESTION.form && item === SAFETY_QUESTION.item;
}

/**
 * The questions of a visit, in order. After the four of "both", any answer above "Not at all", or none,
 * leads to the rest of that long form (PHQ-4: Kroenke et al. 2009, DOI 10.1176/appi.psy.50.6.613, names
 * it a first step before the longer ones).
 */
export function questionsOf(answers: TopicAnswers): readonly Question[] {
  switch (answers.topic) {
    case 'mood':
      return ask('phq-9', 1, 9);
    case 'worry':
      return [...ask('gad-7', 1, 7), SAFETY_QUESTION];
    case 'both':
      return [
        ...ask('gad-7', 1, 2),
        ...ask('phq-9', 1, 2),
        ...(leadsOn(answers.worry) ? ask('gad-7', 3, 7) : []),
        ...(leadsOn(answers.items) ? ask('phq-9', 3, 8) : []),
        SAFETY_QUESTION,
      ];
  }
}

/** Questions of "both" before the answers decide what follows. */
export const FIRST_OF_BOTH = 4;

const leadsOn = ([first, second]: Answers['items']): boolean =>
  [first, second].some((answer) => answer !== null && answer !== 0);

/** The long forms that are asked in full. */
export function longForms({ topic, items, worry }: TopicAnswers): readonly LongForm[] {
  if (topic === 'mood') return ['phq-9'];
  if (topic === 'worry') return ['gad-7'];
  const forms: LongForm[] = [];
  if (leadsOn(worry)) forms.push('gad-7');
  if (leadsOn(items)) forms.push('phq-9');
  return forms;
}

/**
 * What is kept of a visit: a score for each form, the one a page shows first last. The short form counts
 * only where a long one could not be added up. Every score carries the answer to the safety question and the
 * difficulty, since both were asked once for all of them.
 */
export function scoreTopic(answers: TopicAnswers): readonly Score[] {
  const { items, worry } = answers;
  const forms = longForms(answers);
  // Asked after a long form alone: what was said before that one fell away is no answer any more.
  const difficulty = forms.length === 0 ? null : answers.difficulty;
  const long = forms.map((form) =>
    form === 'phq-9'
      ? scoreAnswers(phq9, { items, difficulty })
      : scoreAnswers(gad7, { items: worry, difficulty }),
  );
  const whole = long.length > 0 && long.every(({ total }) => total !== null);
  const short = answers.topic === 'both' && !whole;
  // Its four items; what comes after them is not looked at.
  const ofBoth = { items: [...worry.slice(0, 2), ...items], difficulty };
  const { item9, crisis } = scoreAnswers(phq9, { items, difficulty });
  return [...(short ? [scoreAnswers(phq4, ofBoth)] : []), ...long].map((score) => ({
    ...score,
    item9,
    crisis,
  }));
}

/** The form that a visit begins with. */
export function firstForm(topic: Topic): string {
  return { mood: 'phq-9', worry: 'gad-7', both: 'phq-4' }[topic];
}

/** The topic of a later check: the same questions as before, so that the two can be compared. */
export function topicOf(first: string): Topic {
  return TOPICS.find((topic) => firstForm(topic) === first) ?? 'mood';
}
