import { z } from 'zod';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Audit } from '#components/staff/admin/audit.tsx';
import { viewAudit } from '#lib/usecases/administrator/view-audit.ts';

const before = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).catch(Number.NaN);
const verdict = z.object({ entries: z.coerce.number(), firstBad: z.string() });

export default staffPage({
  permission: 'audit:read',
  path: () => staffPaths.audit,
  async view({ frame, ctx, flash }, _params, { searchParams }) {
    const asked = before.parse((await searchParams)['before']);
    const from = Number.isNaN(asked) ? null : asked;
    const told = verdict.safeParse(flash?.values);
    const { entries, firstBad } = told.data ?? { entries: 0, firstBad: '' };
    const verified = told.success
      ? { entries, firstBad: firstBad ? Number(firstBad) : null }
      : null;
    const page = await viewAudit(ctx, from);
    const errors = flash?.errors ?? [];
    return (
      <Audit frame={frame} errors={errors} {...page} newest={from === null} verdict={verified} />
    );
  },
});
