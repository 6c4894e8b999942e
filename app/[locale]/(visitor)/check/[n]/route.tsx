import { z } from 'zod';
import { answerTo, askedIn, asksSafety, questionNamed } from '#app/_request/check/asked.ts';
import {
  firstOpen,
  type InCheck,
  needsSupport,
  readAnswer,
  supportBefore,
  unfinished,
  withAnswer,
} from '#app/_request/check/check-steps.ts';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { checkPage } from '#app/_request/page.ts';
import { Question } from '#components/screening/question.tsx';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { FIRST_OF_BOTH, LONG_QUESTIONS, longForms } from '#lib/domain/screening/topics.ts';
import type { Check, VisitorContext } from '#lib/usecases/context.ts';

export const dynamic = 'force-dynamic';

/** All of both long forms, and the question about difficulty. */
const MOST_QUESTIONS = LONG_QUESTIONS.length + 1;

/** The number of the question in the address, or null where no visit has such a one. */
function numberOf(text: unknown): number | null {
  const n = typeof text === 'string' && /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return n >= 1 && n <= MOST_QUESTIONS ? n : null;
}

export const { GET, POST } = checkPage({
  view({ frame, errors, values, session, opened }) {
    const n = numberOf(opened.params['n']);
    if (n === null) return { status: 404 };
    const { check } = session;
    if (!check) return { go: '/mine' };
    const asked = askedIn(check, frame.locale);
    const one = asked[n - 1];
    // Somebody changed the language, or an answer on which later questions hang.
    if (!one) return { go: unfinished(check, frame.locale) };
    const before = asked[n - 2];
    const back = before && asksSafety(before) && needsSupport(check) ? '/check/support' : null;
    const page = (
      <Question
        frame={frame}
        // It asks how difficult, not how often.
        errors={one.question === null ? errors.map(chooseAny) : errors}
        asked={one}
        total={asked.length}
        chosen={readAnswer(values['answer']) ?? answerTo(check, one)}
        back={back ?? (before ? `/check/${before.n}` : '/check/care')}
        note={noteOf(check, n)}
      />
    );
    return { page };
  },
  fields: z.object({
    answer: z.enum(['0', '1', '2', '3', 'declined'], 'check.question.error'),
    about: z.string().optional(),
  }),
  async act(ctx, { answer, about }, { locale, params }) {
    const n = numberOf(params['n']);
    const { session } = ctx;
    const given = readAnswer(answer);
    if (n === null || given === null) return { status: 404 };
    if (!session.check) return { go: '/mine' };
    const before = { ...session, check: session.check };
    // The number may have come to mean another question since the form was shown; its name has not.
    const key = about ?? askedIn(before.check, locale)[n - 1]?.key ?? '';
    const question = questionNamed(key);
    if (question === undefined) return { go: unfinished(before.check, locale) };
    const changed = withAnswer(before, { question }, given);
    if (asksSafety({ question }) && !changed.check.done && needsSupport(changed.check)) {
      return supportBefore(changed) ?? { go: '/check/support', session: changed };
    }
    const at = askedIn(changed.check, locale).find((one) => one.key === key)?.n;
    return afterAnswer(ctx, at ?? n, before, changed);
  },
});

async function afterAnswer(ctx: VisitorContext, n: number, before: InCheck, changed: InCheck) {
  const { locale } = ctx;
  const { check } = changed;
  const open = firstOpen(check, locale);
  const isLast = n >= askedIn(check, locale).length;
  if (isLast && open === null && !before.check.done) return finishCheck(ctx, changed);
  // An answer changed once all were given goes back to the list it was changed from.
  if (hasAll(before, locale)) return { go: unfinished(check, locale), session: changed };
  return { go: isLast ? `/check/${open}` : `/check/${n + 1}`, session: changed };
}

const hasAll = ({ check }: InCheck, locale: Locale) =>
  check.done || firstOpen(check, locale) === null;

const chooseAny = <E extends object>(error: E) => ({ ...error, text: 'check.question.choose' });

/** Said below the first question, and where the first four of "both" lead on. */
function noteOf(check: Check, n: number) {
  if (check.topic !== 'both') return n === 1 ? 'check.question.wordForWord' : null;
  if (n === 1) return 'check.question.moreMay';
  return n === FIRST_OF_BOTH + 1 && longForms(check).length > 0 ? 'check.question.moreCame' : null;
}
