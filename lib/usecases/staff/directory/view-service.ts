import type { ServiceId } from '#lib/domain/basics/ids.ts';
import type { ReportCount } from '#lib/domain/referrals/report.ts';
import type { Localised, Service } from '#lib/domain/referrals/service.ts';
import { listReports } from '#lib/store/service-reports.ts';
import { listStored } from '#lib/store/services.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { UNKNOWN } from '#lib/usecases/hsds-reading.ts';

export interface ServiceToEdit {
  readonly service: Service;
  /** Names what was seen: who saves it later than somebody else is told. */
  readonly seen: string;
  readonly reports: readonly ReportCount[];
  /** What visitors read where a text is left empty. */
  readonly unknown: Localised;
}

/** One entry with all its fields, and what visitors said is wrong with it. */
export async function viewService(
  ctx: StaffContext<'services:edit'>,
  id: ServiceId,
): Promise<ServiceToEdit | null> {
  const [[stored], reports] = await Promise.all([listStored(ctx.db, [id]), listReports(ctx.db)]);
  if (!stored) return null;
  return {
    service: stored.service,
    seen: String(stored.changedAt),
    reports: reports.filter(({ service }) => service === id),
    unknown: UNKNOWN,
  };
}
