import { z } from 'zod';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Audit } from '#components/staff/admin/audit.tsx';
import { readAuditFilter, typedAuditFilter } from '#lib/domain/access/audit-filter.ts';
import { viewAudit } from '#lib/usecases/administrator/view-audit.ts';
import { filterErrors } from './filter-errors.ts';

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).catch(Number.NaN);
const verdict = z.object({ entries: z.coerce.number(), firstBad: z.string() });

export default staffPage({
  permission: 'audit:read',
  path: () => staffPaths.audit,
  async view({ frame, ctx, flash }, _params, { searchParams }) {
    const asked = await searchParams;
    const told = verdict.safeParse(flash?.values);
    // What a download was asked for comes back in the flash, where it could not be given at once.
    const typed = typedAuditFilter(flash && !told.success ? flash.values : asked);
    const filter = readAuditFilter(typed);
    const before = number.parse(asked['before']);
    const from = Number.isNaN(before) ? null : before;
    const page = await viewAudit(ctx, filter.ok ? filter.value : null, from);
    // Of the fields, what is wrong with them as they stand here.
    const ofForm = (flash?.errors ?? []).filter(({ field }) => field === '');
    const errors = [...ofForm, ...(filter.ok ? [] : filterErrors(filter.error))];
    return (
      <Audit
        frame={frame}
        errors={errors}
        typed={typed}
        {...page}
        count={filter.ok ? page.count : null}
        newest={from === null}
        verdict={told.success ? verdictOf(told.data) : null}
      />
    );
  },
});

function verdictOf({ entries, firstBad }: z.output<typeof verdict>) {
  return { entries, firstBad: firstBad ? Number(firstBad) : null };
}
