import { askedIn } from '#app/_request/check/asked.ts';
import type { Frame } from '#components/layout/frame.ts';
import { AllQuestions } from '#components/screening/all-questions.tsx';
import { Answers } from '#components/screening/answers.tsx';
import { OtherCare } from '#components/screening/other-care.tsx';
import { Question } from '#components/screening/question.tsx';
import type { Check } from '#lib/usecases/context.ts';
import { emptyCheck } from '#lib/usecases/visitor/check/start-check.ts';
import { failed, NONE, type Sample } from './sample.ts';

/** Both forms in full: the first answers lead on. */
const BOTH: Check = {
  ...emptyCheck('both'),
  worry: [1, null, null, null, null, null, null],
  items: [1, null, null, null, null, null, null, null, null],
};

export function questionSamples(frame: Frame): readonly Sample[] {
  const asked = askedIn(emptyCheck('mood'), frame.locale);
  const [, , third] = asked;
  const last = asked.at(-1);
  if (!third || !last) throw new Error('nothing is asked');
  const question = {
    ...{ frame, ...NONE, asked: third, total: asked.length, chosen: null },
    ...{ back: '/check/2', note: null },
  } as const;
  const unanswered = asked.map((one) => ({ ...one, chosen: null }));
  const all = {
    ...{ frame, ...NONE, asked: unanswered, about: 'phq-9', more: null, back: '/check/1' },
  } as const;
  const both = askedIn(BOTH, frame.locale).map((one) => ({ ...one, chosen: null }));
  const rows = asked.map(({ n, text, options }) => ({
    n,
    item: text,
    answer: options[n % 4]?.label ?? '',
    href: `/check/${n}`,
  }));
  const care = { frame, ...NONE };
  return [
    { name: 'care', page: <OtherCare {...care} /> },
    {
      name: 'care-failed',
      page: <OtherCare {...care} errors={failed('care', 'check.oddAnswer')} />,
      failing: ['care'],
    },
    { name: 'question', page: <Question {...question} /> },
    {
      name: 'question-failed',
      page: <Question {...question} errors={failed('answer', 'check.question.error')} />,
      failing: ['answer'],
    },
    { name: 'question-chosen', page: <Question {...question} chosen={2} /> },
    { name: 'question-more', page: <Question {...question} note="check.question.moreCame" /> },
    { name: 'question-last', page: <Question {...question} asked={last} /> },
    { name: 'all', page: <AllQuestions {...all} /> },
    {
      name: 'all-failed',
      page: <AllQuestions {...all} errors={failed('q9', 'check.question.error')} />,
      failing: ['q9'],
    },
    { name: 'all-both', page: <AllQuestions {...all} asked={both} more="came" /> },
    { name: 'answers', page: <Answers frame={frame} errors={[]} rows={rows} /> },
  ];
}
