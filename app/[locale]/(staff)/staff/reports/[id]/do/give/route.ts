import { z } from 'zod';
import { reportPost } from '#app/_request/staff/report-post.ts';
import { giveReport } from '#lib/usecases/staff/reports/give-report.ts';

export const POST = reportPost({
  fields: { person: z.string().default('') },
  news: 'given',
  fieldOf: (code) => (code === 'person' ? 'person' : ''),
  act: (ctx, seen, { person }) => giveReport(ctx, seen, person),
});
