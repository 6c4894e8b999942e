import { z } from 'zod';
import { firstOpen, unfinished } from '#app/_request/check/check-steps.ts';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { checkPage } from '#app/_request/page.ts';
import { answerRows } from '#app/_request/show/answer-labels.ts';
import { Answers } from '#components/screening/answers.tsx';

export const dynamic = 'force-dynamic';

/** A changed answer is scored anew, as a check of its own. Nothing is scored before all are given. */
export const { GET, POST } = checkPage({
  view({ frame, errors, session }) {
    const { check } = session;
    if (!check) return { go: '/next' };
    if (!check.done && firstOpen(check, frame.locale) !== null) {
      return { go: unfinished(check, frame.locale) };
    }
    const rows = answerRows(frame.locale, check).map(({ n, item, label }) => ({
      n,
      item,
      answer: label,
      href: `/check/${n}`,
    }));
    return { page: <Answers frame={frame} errors={errors} rows={rows} /> };
  },
  fields: z.object({}),
  async act(ctx, _fields, { locale }) {
    const { check } = ctx.session;
    if (!check || check.done) return { go: '/next' };
    if (firstOpen(check, locale) !== null) return { go: unfinished(check, locale) };
    return finishCheck(ctx, { ...ctx.session, check });
  },
});
