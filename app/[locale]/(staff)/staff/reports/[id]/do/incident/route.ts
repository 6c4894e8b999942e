import { z } from 'zod';
import { reportPost } from '#app/_request/staff/report-post.ts';
import { HARM_LEVELS } from '#lib/domain/reports/report.ts';
import { markSerious } from '#lib/usecases/staff/reports/mark-serious.ts';

export const POST = reportPost({
  fields: {
    happened: z.string().default(''),
    harm: z.enum(HARM_LEVELS, 'reports.error.harm'),
    done: z.string().default(''),
  },
  news: 'marked',
  act: (ctx, seen, { happened, harm, done }) => markSerious(ctx, seen, { happened, harm, done }),
});
