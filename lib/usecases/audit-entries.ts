import type { AuditFilter } from '#lib/domain/access/audit-filter.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { instantOf } from '#lib/gateways/clock.ts';
import type { AuditRange } from '#lib/store/audit.ts';
import type { Staff } from '#lib/store/staff/staff.ts';

/** What a filter asks of the log; days are those of the deployment's own time zone. */
export function auditRange(
  { who, action, subject, from, to }: AuditFilter,
  staff: readonly Pick<Staff, 'id' | 'name'>[],
  timeZone: string,
): AuditRange {
  const midnight = (day: number) => instantOf({ day: day as Day, minute: 0 }, timeZone);
  return {
    ...(who === null ? {} : { actor: who === 'system' ? who : `staff:${who}` }),
    ...(action === null ? {} : { action }),
    ...(subject === null
      ? {}
      : { about: { ids: idsOf(staff, subject.toLowerCase()), begins: subject } }),
    ...(from === null ? {} : { from: midnight(from) }),
    ...(to === null ? {} : { until: midnight(to + 1) }),
  };
}

function idsOf(staff: readonly Pick<Staff, 'id' | 'name'>[], part: string): readonly string[] {
  return staff.filter(({ name }) => name.toLowerCase().includes(part)).map(({ id }) => id);
}

/** A filter as it stands in the log: who looked for what. */
export function askedFor({ from, to, ...rest }: AuditFilter): Readonly<Record<string, string>> {
  const days = { from: from && isoDate(from), to: to && isoDate(to) };
  const asked = Object.entries({ ...rest, ...days });
  return Object.fromEntries(asked.flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
