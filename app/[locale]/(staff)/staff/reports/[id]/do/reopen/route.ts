import { reportPost } from '#app/_request/staff/report-post.ts';
import { reopenReport } from '#lib/usecases/staff/reports/reopen-report.ts';

export const POST = reportPost({
  fields: {},
  news: 'reopened',
  act: (ctx, seen) => reopenReport(ctx, seen),
});
