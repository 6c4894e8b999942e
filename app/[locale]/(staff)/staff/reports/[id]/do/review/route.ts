import { reportPost } from '#app/_request/staff/report-post.ts';
import { reviewIncident } from '#lib/usecases/staff/reports/review-incident.ts';

export const POST = reportPost({
  fields: {},
  news: 'reviewed',
  act: (ctx, seen) => reviewIncident(ctx, seen),
});
