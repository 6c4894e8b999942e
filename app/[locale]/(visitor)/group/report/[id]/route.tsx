import { z } from 'zod';
import { withinLimits } from '#app/_request/form/within-limits.ts';
import { openPage } from '#app/_request/page.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { ReportPage } from '#components/group/report-page.tsx';
import { paths } from '#components/layout/paths.ts';
import { REPORT_REASONS } from '#lib/domain/community/codes.ts';
import { reportPost } from '#lib/usecases/visitor/group/report-post.ts';
import { viewReported } from '#lib/usecases/visitor/group/view-reported.ts';

export const dynamic = 'force-dynamic';

/** Of one network in 10 minutes: a report hides a post, so nobody empties the group with them. */
const MOST_REPORTS = 10;

/** By anybody who can read: no session is asked for, and none is looked at. */
export const { GET, POST } = openPage({
  kind: 'journey',
  async view({ frame, context, opened, errors, values }) {
    const id = String(opened.params['id'] ?? '');
    const post = await viewReported(context, id);
    const sent = opened.url.searchParams.has('sent');
    const page = (
      <ReportPage
        frame={frame}
        errors={errors}
        values={values}
        id={id}
        post={sent ? null : post}
        sent={sent}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: z.object({
    reason: z.enum(REPORT_REASONS, 'group.report.choose'),
    words: z.string().default(''),
  }),
  async act(ctx, { reason, words }, { params, request }) {
    if (!withinLimits('group report', request, MOST_REPORTS, ctx.now)) return { status: 429 };
    const id = String(params['id'] ?? '');
    const sent = await reportPost(ctx, { id, reason, words });
    if (sent.ok) return { go: `${paths.groupReport(id)}?sent` };
    if (sent.error === 'gone') return { go: paths.groupReport(id) };
    if (sent.error === 'looked') {
      return { errors: [{ field: 'reason', text: 'group.report.looked' }] };
    }
    return { errors: [{ field: 'words', text: 'group.new.tooLong' }] };
  },
});
