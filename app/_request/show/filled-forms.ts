import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import type { Answers } from '#lib/domain/screening/answers.ts';
import type { Filled } from '#lib/domain/screening/fhir/write-bundle.ts';
import { getInstrument } from '#lib/domain/screening/instruments.ts';
import type { LongForm, TopicAnswers } from '#lib/domain/screening/topics.ts';
import { wordingOf } from '#lib/i18n/instruments.ts';

/** The long forms with whatever was asked of them; its ninth question is asked of the PHQ-9 in every check. */
export function filledForms(
  locale: Locale,
  { items, worry, difficulty }: TopicAnswers,
  base: string,
): readonly Filled[] {
  const forms: readonly (readonly [LongForm, Answers])[] = [
    ['gad-7', { items: worry, difficulty: null }],
    ['phq-9', { items, difficulty }],
  ];
  return forms.flatMap(([id, answers]) => {
    const wording = wordingOf(id, locale);
    if (wording === null || answers.items.every((answer) => answer === null)) return [];
    return [
      { published: { instrument: getInstrument(id), wording, lang: LANG[locale], base }, answers },
    ];
  });
}
