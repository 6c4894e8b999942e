import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { readAuditFilter, typedAuditFilter } from '#lib/domain/access/audit-filter.ts';
import { downloadAudit } from '#lib/usecases/administrator/download-audit.ts';
import { filterErrors } from '../../filter-errors.ts';

export const POST = staffPost({
  permission: 'audit:read',
  fresh: true,
  fields: z.record(z.string(), z.string()),
  page: () => staffPaths.audit,
  async act(ctx, fields) {
    const filter = readAuditFilter(typedAuditFilter(fields));
    if (!filter.ok) return { back: staffPaths.audit, errors: filterErrors(filter.error) };
    return { file: { name: 'entries.csv', body: await downloadAudit(ctx, filter.value) } };
  },
});
