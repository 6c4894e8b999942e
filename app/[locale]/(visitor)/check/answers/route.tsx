import { z } from 'zod';
import { finishCheck } from '#app/_request/check/finish-check.ts';
import { visitorPage } from '#app/_request/page.ts';
import { answerRows } from '#app/_request/show/answer-labels.ts';
import { Answers } from '#components/screening/answers.tsx';

export const dynamic = 'force-dynamic';

/** A changed answer is scored anew, as a check of its own. */
export const { GET, POST } = visitorPage({
  view({ frame, errors, session }) {
    const { check } = session;
    if (!check) return { go: '/next' };
    const rows = answerRows(frame.locale, check).map(({ n, item, label }) => ({
      n,
      item,
      answer: label,
      href: `/check/${n}`,
    }));
    return { page: <Answers frame={frame} errors={errors} rows={rows} /> };
  },
  fields: z.object({}),
  async act(ctx) {
    const { check } = ctx.session;
    return check ? finishCheck(ctx, { ...check, support: 'no' }) : { go: '/next' };
  },
});
