import { answerOf, questionCount } from '#app/_request/check/check-steps.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { translate } from '#lib/i18n/translate.ts';
import type { Check } from '#lib/usecases/context.ts';

/** The published words of an answer, or our own words for one that was left out. */
export function answerLabel(locale: Locale, n: number, answer: ItemAnswer): string {
  const { options, functionalItem } = phq9Wording(locale);
  const found = (n === 10 ? functionalItem?.options : options)?.find((o) => o.value === answer);
  return found?.label ?? translate(locale)('check.question.skip');
}

export interface AnswerRow {
  readonly n: number;
  readonly item: string;
  readonly label: string;
  readonly answer: ItemAnswer;
}

/** A question that was never asked, since the answers were given in another language, is left out. */
export function answerRows(locale: Locale, check: Check): readonly AnswerRow[] {
  const { items, functionalItem } = phq9Wording(locale);
  return Array.from({ length: questionCount(locale) }, (_, i) => i + 1).flatMap((n) => {
    const answer = answerOf(check, n);
    if (answer === null) return [];
    const item = items[n - 1]?.text ?? functionalItem?.text ?? '';
    return [{ n, item, label: answerLabel(locale, n, answer), answer }];
  });
}
