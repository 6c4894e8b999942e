import { type Asked, answerTo, askedIn } from '#app/_request/check/asked.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { translate } from '#lib/i18n/translate.ts';
import type { Check } from '#lib/usecases/context.ts';

export interface AnswerRow extends Pick<Asked, 'n' | 'question'> {
  readonly item: string;
  /** The published words of the answer, or our own for one that was left out. */
  readonly label: string;
  readonly answer: ItemAnswer;
}

/** A question that was never asked, since the answers were given in another language, is left out. */
export function answerRows(locale: Locale, check: Check): readonly AnswerRow[] {
  return askedIn(check, locale).flatMap(({ n, question, text, options }) => {
    const answer = answerTo(check, { question });
    if (answer === null) return [];
    const found = options.find(({ value }) => value === answer);
    const label = found?.label ?? translate(locale)('check.question.skip');
    return [{ n, question, item: text, label, answer }];
  });
}
