import { z } from 'zod';
import { reportPost } from '#app/_request/staff/report-post.ts';
import { OUTCOMES } from '#lib/domain/reports/report.ts';
import { closeReport } from '#lib/usecases/staff/reports/close-report.ts';

export const POST = reportPost({
  fields: {
    outcome: z.enum(OUTCOMES, 'reports.error.outcome'),
    answer: z.string().default(''),
  },
  news: 'closed',
  fieldOf: (code) => (code === 'no_answer' || code === 'too_long' ? 'answer' : ''),
  act: (ctx, seen, { outcome, answer }) => closeReport(ctx, seen, { outcome, answer }),
});
