import { reportTag } from '#lib/gateways/report-keys.ts';
import { countOwnCases } from '#lib/store/reports.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

/** Whether this person told us something that they can read the answer of. */
export async function hasReports({
  db,
  secrets,
  session,
}: Omit<VisitorContext, 'key'>): Promise<boolean> {
  return (await countOwnCases(db, reportTag(secrets, session.pathwayId))) > 0;
}
