import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { type ServiceState, serviceState } from '#lib/domain/referrals/age.ts';
import type { ReportCount } from '#lib/domain/referrals/report.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { isDueForCheck, linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { listCrisisChecks } from '#lib/store/alerts.ts';
import { listReports } from '#lib/store/service-reports.ts';
import { listServices } from '#lib/store/services.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface CheckedLine {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly url: string | null;
  readonly checkedOn: Day | null;
  readonly due: boolean;
}

export interface ListedService {
  readonly service: Service;
  readonly state: ServiceState;
  readonly confirmedToday: boolean;
  /** What visitors said is wrong with it. */
  readonly reports: readonly ReportCount[];
}

/** The directory with what visitors do not see of it, most overdue first, and the help lines of this service's country, overdue ones first. */
export async function viewServices(ctx: StaffContext<'services:edit'>): Promise<{
  readonly services: readonly ListedService[];
  readonly lines: readonly CheckedLine[];
}> {
  const [services, checks, reports] = await Promise.all([
    listServices(ctx.db, { paused: true }),
    listCrisisChecks(ctx.db),
    listReports(ctx.db),
  ]);
  const checkedOn = new Map(checks.map((check) => [check.lineId, check.checkedOn]));
  const lines = linesFor(ctx.config.country).map((line): CheckedLine => {
    const { id, name, nameLocal, phone, text, url } = line;
    const checked = checkedOn.get(id) ?? null;
    const due = isDueForCheck({ checkedOn: checked }, ctx.today);
    const shown = nameLocal === null ? name : `${nameLocal} ${name}`;
    return { id, name: shown, phone: phone ?? text?.to ?? null, url, checkedOn: checked, due };
  });
  const listed = services.map((service) => ({
    service,
    state: serviceState(service, ctx.today),
    confirmedToday: service.assuredDate === isoDate(ctx.today),
    reports: reports.filter((report) => report.service === service.id),
  }));
  return {
    services: listed.toSorted(mostOverdueFirst),
    lines: lines.toSorted((a, b) => Number(b.due) - Number(a.due)),
  };
}

/** What nobody has confirmed for longest comes first; what is paused has time. */
function mostOverdueFirst(a: ListedService, b: ListedService): number {
  const paused = Number(a.state === 'paused') - Number(b.state === 'paused');
  if (paused !== 0) return paused;
  const [one, other] = [a.service.assuredDate, b.service.assuredDate];
  return one === other ? 0 : one < other ? -1 : 1;
}
