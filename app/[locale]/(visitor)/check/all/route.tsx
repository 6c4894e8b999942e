import { z } from 'zod';
import {
  answerOf,
  firstOpen,
  type InCheck,
  questionCount,
  readAnswer,
  withAnswer,
} from '#app/_request/check/check-steps.ts';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { checkPage } from '#app/_request/page.ts';
import { AllQuestions } from '#components/screening/all-questions.tsx';
import { phq9Wording } from '#lib/i18n/instruments.ts';

export const dynamic = 'force-dynamic';

const answer = z.enum(['0', '1', '2', '3', 'declined']).optional();
const fields = z.object({
  q1: answer,
  q2: answer,
  q3: answer,
  q4: answer,
  q5: answer,
  q6: answer,
  q7: answer,
  q8: answer,
  q9: answer,
  q10: answer,
});

export const { GET, POST } = checkPage({
  view({ frame, errors, values, session }) {
    const { check } = session;
    if (!check) return { go: '/mine' };
    if (check.done) return { go: '/check/answers' };
    const { functionalItem, ...wording } = phq9Wording(frame.locale);
    const chosen = Array.from(
      { length: questionCount(frame.locale) },
      (_, i) => readAnswer(values[`q${i + 1}`]) ?? answerOf(check, i + 1),
    );
    const page = (
      <AllQuestions
        frame={frame}
        errors={errors}
        values={values}
        {...wording}
        difficulty={functionalItem}
        chosen={chosen}
        back="/check/1"
      />
    );
    return { page };
  },
  fields,
  async act(ctx, typed, { locale }) {
    const { session } = ctx;
    if (!session.check) return { go: '/mine' };
    if (session.check.done) return { go: '/check/answers' };
    let changed: InCheck = { ...session, check: session.check };
    for (let n = 1; n <= questionCount(locale); n += 1) {
      const given = readAnswer(typed[`q${n}` as keyof typeof typed]);
      if (given !== null) changed = withAnswer(changed, n, given);
    }
    const { check } = changed;
    if (firstOpen(check, locale) !== null) {
      const errors = Array.from({ length: questionCount(locale) }, (_, i) => i + 1)
        .filter((n) => answerOf(check, n) === null)
        .map((n) => ({ field: `q${n}`, text: 'check.question.error' }));
      return { errors };
    }
    return finishCheck(ctx, changed);
  },
});
