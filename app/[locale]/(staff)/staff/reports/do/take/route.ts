import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { CODE } from '#lib/domain/basics/typed.ts';
import { takeReport } from '#lib/usecases/staff/reports/take-report.ts';

export const POST = staffPost({
  permission: 'reports:handle',
  fields: z.object({ kind: z.enum(['directory', 'alert']), subject: z.string().regex(CODE) }),
  page: () => staffPaths.reports,
  async act(ctx, about, opened) {
    const id = await takeReport(ctx, about);
    if (id === null) return { status: 404 };
    const go = staffPaths.report(id);
    return { go, cookies: [tellOn(opened, go, { news: 'given' })] };
  },
});
