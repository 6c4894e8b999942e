import { z } from 'zod';
import { answerTo, askedIn } from '#app/_request/check/asked.ts';
import {
  firstOpen,
  type InCheck,
  readAnswer,
  withAnswer,
} from '#app/_request/check/check-steps.ts';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { checkPage } from '#app/_request/page.ts';
import { AllQuestions } from '#components/screening/all-questions.tsx';
import { longForms } from '#lib/domain/screening/topics.ts';
import type { Check } from '#lib/usecases/context.ts';

export const dynamic = 'force-dynamic';

/** Names the list of questions: an answer belongs to a number of the list that was shown. */
const listOf = (check: Check) => longForms(check).join(' ');

export const { GET, POST } = checkPage({
  view({ frame, errors, values, session }) {
    const { check } = session;
    if (!check) return { go: '/mine' };
    if (check.done) return { go: '/check/answers' };
    const asked = askedIn(check, frame.locale).map((one) => ({
      ...one,
      chosen: readAnswer(values[`q${one.n}`]) ?? answerTo(check, one),
    }));
    const page = (
      <AllQuestions
        frame={frame}
        errors={errors}
        asked={asked}
        about={listOf(check)}
        more={check.topic === 'both' ? (longForms(check).length > 0 ? 'came' : 'may') : null}
        back="/check/1"
      />
    );
    return { page };
  },
  // As many as the visit asks; whatever is no answer counts as none.
  fields: z.record(z.string(), z.string()),
  async act(ctx, { about, ...typed }, { locale }) {
    const { session } = ctx;
    if (!session.check) return { go: '/mine' };
    if (session.check.done) return { go: '/check/answers' };
    if (about !== undefined && about !== listOf(session.check)) return { go: '/check/all' };
    const shown = askedIn(session.check, locale);
    let changed: InCheck = { ...session, check: session.check };
    for (const one of shown) {
      const given = readAnswer(typed[`q${one.n}`]);
      if (given !== null) changed = withAnswer(changed, one, given);
    }
    const { check } = changed;
    const open = shown.filter((one) => answerTo(check, one) === null);
    if (open.length > 0) {
      return { errors: open.map(({ n }) => ({ field: `q${n}`, text: 'check.question.error' })) };
    }
    // The answers lead to more questions.
    if (firstOpen(check, locale) !== null) return { go: '/check/all', session: changed };
    return finishCheck(ctx, changed);
  },
});
