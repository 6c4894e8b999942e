import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { type ServiceState, serviceState } from '#lib/domain/referrals/age.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { isDueForCheck, linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { listCrisisChecks } from '#lib/store/alerts.ts';
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
}

/** The directory with what visitors do not see of it, and the help lines of this service's country, overdue ones first. */
export async function viewServices(ctx: StaffContext<'services:edit'>): Promise<{
  readonly services: readonly ListedService[];
  readonly lines: readonly CheckedLine[];
}> {
  const [services, checks] = await Promise.all([
    listServices(ctx.db, { paused: true }),
    listCrisisChecks(ctx.db),
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
  }));
  return { services: listed, lines: lines.toSorted((a, b) => Number(b.due) - Number(a.due)) };
}
