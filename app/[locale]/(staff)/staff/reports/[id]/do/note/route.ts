import { z } from 'zod';
import { reportPost } from '#app/_request/staff/report-post.ts';
import { noteReport } from '#lib/usecases/staff/reports/note-report.ts';

export const POST = reportPost({
  fields: { note: z.string().default('') },
  news: 'noted',
  fieldOf: (code) => (code === 'changed' ? '' : 'note'),
  act: (ctx, seen, { note }) => noteReport(ctx, seen, note),
});
