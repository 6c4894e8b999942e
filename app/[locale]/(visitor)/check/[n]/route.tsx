import { z } from 'zod';
import {
  answerOf,
  firstOpen,
  needsSupport,
  questionCount,
  readAnswer,
  withAnswer,
} from '#app/_request/check/check-steps.ts';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { visitorPage } from '#app/_request/page.ts';
import { Difficulty } from '#components/screening/difficulty.tsx';
import { Question } from '#components/screening/question.tsx';
import { phq9Wording } from '#lib/i18n/instruments.ts';

export const dynamic = 'force-dynamic';

/** The number of the question in the address, or null where there is none such in this language. */
function numberOf(text: unknown, count: number): number | null {
  const n = typeof text === 'string' && /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return n >= 1 && n <= count ? n : null;
}

export const { GET, POST } = visitorPage({
  view({ frame, errors, values, session, opened }) {
    const count = questionCount(frame.locale);
    const n = numberOf(opened.params['n'], count);
    if (n === null) return { status: 404 };
    const { check } = session;
    if (!check) return { go: '/mine' };
    const { stem, items, options, functionalItem } = phq9Wording(frame.locale);
    const chosen = readAnswer(values['answer']) ?? answerOf(check, n);
    const common = { frame, errors, values, chosen, last: n === count };
    if (n === 10 && functionalItem) {
      const back = needsSupport(check) ? '/check/support' : '/check/9';
      return { page: <Difficulty {...common} n={n} {...functionalItem} back={back} /> };
    }
    const page = (
      <Question
        {...common}
        n={n}
        total={count}
        stem={stem}
        item={items[n - 1]?.text ?? ''}
        options={options}
        back={n === 1 ? '/check/research' : `/check/${n - 1}`}
        first={n === 1}
      />
    );
    return { page };
  },
  fields: z.object({
    answer: z.enum(['0', '1', '2', '3', 'declined'], 'check.question.error'),
  }),
  async act(ctx, { answer }, { locale, params }) {
    const count = questionCount(locale);
    const n = numberOf(params['n'], count);
    const { session } = ctx;
    const given = readAnswer(answer);
    if (n === null || given === null) return { status: 404 };
    if (!session.check) return { go: '/mine' };
    const check = withAnswer(session.check, n, given);
    const changed = { ...session, check };
    // An answer changed after the result goes back to the list it was changed from.
    if (check.done) return { go: '/check/answers', session: changed };
    const open = firstOpen(check, locale);
    if (n === count && open !== null) return { go: `/check/${open}`, session: changed };
    if (n === count) return finishCheck(ctx, check);
    return {
      go: n === 9 && needsSupport(check) ? '/check/support' : `/check/${n + 1}`,
      session: changed,
    };
  },
});
