import type { Plan, PlanDraft } from '#lib/domain/plan/plan.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import type { Frame } from '../layout/frame.ts';

type Words = Pick<Frame, 't' | 'locale'>;

/** A plan as two sentences: one for the day and time, one for the feeling that may come. */
export function planSentences(
  frame: Words,
  draft: PlanDraft | Plan,
  service: string | null,
): readonly string[] {
  return [whenSentence(frame, draft, service), feelingSentence(frame, draft)].filter(
    (one) => one !== null,
  );
}

function whenSentence({ t, locale }: Words, draft: PlanDraft, service: string | null) {
  const { day, minute, first, firstWords } = draft;
  if (day === undefined || minute === undefined || first === undefined) return null;
  const act = t(`plan.sentence.act.${first}`, {
    service: service ?? t('plan.first.theService'),
    words: firstWords ?? '',
  });
  return t('plan.sentence.when', { when: dateTimeText(locale, day, minute), act });
}

function feelingSentence({ t }: Words, { feeling, answer: code, answerWords }: PlanDraft) {
  if (feeling === undefined || code === undefined) return null;
  const answer = t(`plan.sentence.answer.${code}`, { words: answerWords ?? '' });
  if (feeling === 'other') return t('plan.sentence.feelingOther', { answer });
  if (feeling === 'not_bad_enough') return t('plan.sentence.notBadEnough', { answer });
  return t('plan.sentence.feeling', { feeling: t(`plan.sentence.feel.${feeling}`), answer });
}
