import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { removeReports } from '#lib/store/service-reports.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Somebody has looked at what visitors said of an entry: the counts begin anew. */
export function clearReports(ctx: StaffContext<'services:edit'>, id: ServiceId): Promise<number> {
  return ctx.db.$transaction(async (tx) => {
    const people = await removeReports(tx, id);
    // Posted again, or by a colleague at the same time: there is nothing left to record.
    if (people === 0) return 0;
    const actor = `staff:${ctx.actor.id}` as const;
    const entry = { actor, action: 'service.reports_seen', subject: id } as const;
    await appendAudit(tx, { ...entry, detail: { people } });
    return people;
  });
}
