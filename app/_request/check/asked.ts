import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import {
  isSafetyQuestion,
  LONG_QUESTIONS,
  longForms,
  type Question,
  questionsOf,
} from '#lib/domain/screening/topics.ts';
import type { Choice, Wording } from '#lib/domain/screening/wording.ts';
import { wordingOf } from '#lib/i18n/instruments.ts';
import type { Check } from '#lib/usecases/context.ts';

/** One question as it is asked: in published words, or the unscored one about difficulty. */
export interface Asked {
  /** Its place in the visit, from 1. */
  readonly n: number;
  /** Names it whatever its place, which changes with the answers before it: `gad-7#3`, `difficulty`. */
  readonly key: string;
  /** Null: the one about difficulty, which is no item. */
  readonly question: Question | null;
  readonly stem: string | null;
  readonly text: string;
  readonly options: readonly Choice[];
}

/** Everything that this visit asks in a language, in order. */
export function askedIn(check: Check, locale: Locale): readonly Asked[] {
  const asked = questionsOf(check).map((question): Omit<Asked, 'n'> => {
    const { form, item } = question;
    const { stem, items, options } = wordingOf(form, locale) as Wording;
    const text = items[item - 1]?.text ?? '';
    return { key: `${form}#${item}`, question, stem, text, options };
  });
  const last = longForms(check).at(-1);
  // Decision D22: asked of everyone where a published wording exists.
  const difficulty = last === undefined ? null : wordingOf(last, locale)?.functionalItem;
  const unscored = difficulty
    ? [{ key: 'difficulty', question: null, stem: null, ...difficulty }]
    : [];
  return [...asked, ...unscored].map((one, index) => ({ ...one, n: index + 1 }));
}

export function answerTo(check: Check, { question }: Pick<Asked, 'question'>): ItemAnswer | null {
  if (question === null) return check.difficulty;
  const answers = question.form === 'phq-9' ? check.items : check.worry;
  return answers[question.item - 1] ?? null;
}

/** The question of a key, whether this visit asks it or not; undefined where there is none. */
export function questionNamed(key: string): Question | null | undefined {
  if (key === 'difficulty') return null;
  return LONG_QUESTIONS.find(({ form, item }) => `${form}#${item}` === key);
}

export function asksSafety({ question }: Pick<Asked, 'question'>): boolean {
  return question !== null && isSafetyQuestion(question);
}

/** The address of the question that the support page belongs to. */
export function safetyPath(check: Check, locale: Locale): string {
  return `/check/${askedIn(check, locale).find(asksSafety)?.n}`;
}
