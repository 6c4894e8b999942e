import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { exportIncidents, INCIDENT_FORMATS } from '#lib/usecases/staff/reports/export-incidents.ts';

export const POST = staffPost({
  permission: 'reports:handle',
  fresh: true,
  fields: z.object({ format: z.enum(INCIDENT_FORMATS) }),
  page: () => staffPaths.reports,
  async act(ctx, { format }) {
    return { file: { name: `incidents.${format}`, body: await exportIncidents(ctx, format) } };
  },
});
