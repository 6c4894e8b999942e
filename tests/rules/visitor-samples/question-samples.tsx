import type { Frame } from '#components/layout/frame.ts';
import { AllQuestions } from '#components/screening/all-questions.tsx';
import { Answers } from '#components/screening/answers.tsx';
import { Difficulty } from '#components/screening/difficulty.tsx';
import { Question } from '#components/screening/question.tsx';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { failed, NONE, type Sample } from './sample.ts';

export function questionSamples(frame: Frame): readonly Sample[] {
  const { stem, items, options, functionalItem } = phq9Wording(frame.locale);
  const total = items.length + (functionalItem ? 1 : 0);
  const question = {
    ...{ frame, ...NONE, n: 3, total, stem, options, item: items[2]?.text ?? '' },
    ...{ chosen: null, back: '/check/2', first: false, last: false },
  } as const;
  const all = {
    ...{ frame, ...NONE, stem, items, options, difficulty: functionalItem, back: '/check/1' },
    chosen: Array.from({ length: total }, () => null),
  } as const;
  const rows = items.map(({ text }, i) => ({
    n: i + 1,
    item: text,
    answer: options[i % 4]?.label ?? '',
    href: `/check/${i + 1}`,
  }));
  const difficult = functionalItem && (
    <Difficulty {...question} n={10} text={functionalItem.text} options={functionalItem.options} />
  );
  return [
    { name: 'question', page: <Question {...question} /> },
    {
      name: 'question-failed',
      page: <Question {...question} errors={failed('answer', 'check.question.error')} />,
      failing: ['answer'],
    },
    { name: 'question-chosen', page: <Question {...question} chosen={2} last /> },
    ...(difficult ? [{ name: 'difficulty', page: difficult }] : []),
    { name: 'all', page: <AllQuestions {...all} /> },
    {
      name: 'all-failed',
      page: <AllQuestions {...all} errors={failed('q9', 'check.question.error')} />,
      failing: ['q9'],
    },
    { name: 'answers', page: <Answers frame={frame} errors={[]} rows={rows} /> },
  ];
}
