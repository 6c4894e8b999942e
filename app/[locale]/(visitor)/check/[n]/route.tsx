import { z } from 'zod';
import {
  answerOf,
  firstOpen,
  type InCheck,
  needsSupport,
  questionCount,
  readAnswer,
  supportBefore,
  unfinished,
  withAnswer,
} from '#app/_request/check/check-steps.ts';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { checkPage } from '#app/_request/page.ts';
import { Difficulty } from '#components/screening/difficulty.tsx';
import { Question } from '#components/screening/question.tsx';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';

export const dynamic = 'force-dynamic';

/** Of the language that has most (decision D22). */
const MOST_QUESTIONS = Math.max(...LOCALES.map(questionCount));

/** The number of the question in the address, or null where no language has such a one. */
function numberOf(text: unknown): number | null {
  const n = typeof text === 'string' && /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return n >= 1 && n <= MOST_QUESTIONS ? n : null;
}

export const { GET, POST } = checkPage({
  view({ frame, errors, values, session, opened }) {
    const count = questionCount(frame.locale);
    const n = numberOf(opened.params['n']);
    if (n === null) return { status: 404 };
    const { check } = session;
    if (!check) return { go: '/mine' };
    // Somebody changed the language on the question that only the other one has.
    if (n > count) return { go: unfinished(check, frame.locale) };
    const { stem, items, options, functionalItem } = phq9Wording(frame.locale);
    const chosen = readAnswer(values['answer']) ?? answerOf(check, n);
    const common = { frame, errors, values, chosen, last: n === count };
    if (n === 10 && functionalItem) {
      const back = needsSupport(check) ? '/check/support' : '/check/9';
      // It asks how difficult, not how often.
      const told = errors.map((error) => ({ ...error, text: 'check.question.choose' }));
      const page = <Difficulty {...common} errors={told} n={n} {...functionalItem} back={back} />;
      return { page };
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
    const n = numberOf(params['n']);
    const { session } = ctx;
    const given = readAnswer(answer);
    if (n === null || given === null) return { status: 404 };
    if (!session.check) return { go: '/mine' };
    if (n > count) return { go: unfinished(session.check, locale) };
    const before = { ...session, check: session.check };
    const changed = withAnswer(before, n, given);
    if (n === 9 && !changed.check.done && needsSupport(changed.check)) {
      return supportBefore(changed) ?? { go: '/check/support', session: changed };
    }
    const open = firstOpen(changed.check, locale);
    if (n === count && open === null && !before.check.done) return finishCheck(ctx, changed);
    // An answer changed once all were given goes back to the list it was changed from.
    if (hasAll(before, locale)) return { go: '/check/answers', session: changed };
    return { go: n === count ? `/check/${open}` : `/check/${n + 1}`, session: changed };
  },
});

const hasAll = ({ check }: InCheck, locale: Locale) =>
  check.done || firstOpen(check, locale) === null;
