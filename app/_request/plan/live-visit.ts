import { parseVisitCode, visitCodeGroups } from '#lib/domain/access/visit-code.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { longDate } from '#lib/i18n/dates.ts';
import type { PlanView } from '#lib/usecases/visitor/plan/view-plan.ts';

export interface LiveVisit {
  /** Three groups of three. */
  readonly groups: readonly string[];
  /** The last day on which it works, in words. */
  readonly until: string;
}

/** The visit code for the chosen service, as long as it works; null where there is none. */
export function liveVisit(
  locale: Locale,
  { record: { visit }, service }: Pick<PlanView, 'record' | 'service'>,
  today: Day,
): LiveVisit | null {
  if (visit === null || service === null || visit.service !== service.id) return null;
  if (visit.until < today) return null;
  const code = parseVisitCode(visit.code);
  return code.ok
    ? { groups: visitCodeGroups(code.value), until: longDate(locale, visit.until as Day) }
    : null;
}
