import { z } from 'zod';
import { type Asked, answerTo, askedIn, questionNamed } from '#app/_request/check/asked.ts';
import {
  type InCheck,
  readAnswer,
  safetyFirst,
  withAnswer,
} from '#app/_request/check/check-steps.ts';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { checkPage } from '#app/_request/page.ts';
import { AllQuestions } from '#components/screening/all-questions.tsx';
import { longForms } from '#lib/domain/screening/topics.ts';

export const dynamic = 'force-dynamic';

/** Names the questions of a list: an answer belongs to the one that was shown beside it. */
const keysOf = (asked: readonly Asked[]) => asked.map(({ key }) => key).join(' ');

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
        about={keysOf(asked)}
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
    const shown = about ?? keysOf(askedIn(session.check, locale));
    let changed: InCheck = { ...session, check: session.check };
    for (const [i, key] of shown.split(' ').entries()) {
      const given = readAnswer(typed[`q${i + 1}`]);
      const question = questionNamed(key);
      if (given !== null && question !== undefined) {
        changed = withAnswer(changed, { question }, given);
      }
    }
    const asked = askedIn(changed.check, locale);
    const missing = asked.filter((one) => answerTo(changed.check, one) === null);
    if (missing.length > 0 && keysOf(asked) === shown) {
      return { errors: missing.map(({ n }) => ({ field: `q${n}`, text: 'check.question.error' })) };
    }
    // The answers lead to more questions than were shown, or to others.
    if (missing.length > 0) {
      return safetyFirst(changed) ?? { go: '/check/all', session: changed };
    }
    return finishCheck(ctx, changed);
  },
});
