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

/** The visit code for the chosen service in the words of a page; null where none would be taken. */
export function liveVisit(locale: Locale, { visit }: Pick<PlanView, 'visit'>): LiveVisit | null {
  const code = visit && parseVisitCode(visit.code);
  return visit && code?.ok
    ? { groups: visitCodeGroups(code.value), until: longDate(locale, visit.until as Day) }
    : null;
}
