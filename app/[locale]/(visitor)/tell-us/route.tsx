import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { openPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { paths } from '#components/layout/paths.ts';
import { TellUs } from '#components/public/report/tell-us.tsx';
import { ToldUs } from '#components/public/report/told-us.tsx';
import { isCaseNumber } from '#lib/domain/reports/case-number.ts';
import { TOLD_KINDS } from '#lib/domain/reports/report.ts';
import { mayRead, tellUs } from '#lib/usecases/visitor/report/tell-us.ts';

export const dynamic = 'force-dynamic';

/** Of one network in 10 minutes: a ward that was treated badly, and no machine that fills the inbox. */
const MOST_REPORTS = 10;

/** What the page after it shows, as one number: the address stands in the browser's history. */
const ANSWER = 1;
const RISK = 2;

export const { GET, POST } = openPage({
  kind: 'journey',
  view({ frame, session, opened, errors, values }) {
    const number = opened.url.searchParams.get('case') ?? '';
    if (!isCaseNumber(number)) {
      const page = (
        <TellUs frame={frame} errors={errors} values={values} mayRead={mayRead(session)} />
      );
      return { page };
    }
    const set = Number(opened.url.searchParams.get('set'));
    const page = (
      <ToldUs
        frame={frame}
        help={helpLines(frame.country)}
        number={number}
        answer={mayRead(session) && (set & ANSWER) !== 0}
        risk={(set & RISK) !== 0}
      />
    );
    return { page };
  },
  fields: z.object({
    kind: z.enum(TOLD_KINDS, 'report.error.kind'),
    words: z.string().default(''),
    answer: z.literal('yes').optional(),
  }),
  async act(ctx, { kind, words, answer }, { request, session }) {
    if (!withinLimits('complaint', request, MOST_REPORTS, ctx.now)) return { status: 429 };
    const told = await tellUs({ ...ctx, session }, { kind, words, answer: answer === 'yes' });
    if (told.ok) {
      const { number, risk, answered } = told.value;
      const set = (answered ? ANSWER : 0) + (risk === 'none' ? 0 : RISK);
      return { go: paths.toldUs(number, set) };
    }
    return { errors: [{ field: 'words', text: `report.error.${told.error}` }] };
  },
});
