import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';

/** The ISO 8601 week of a day, e.g. `2026-W01`: the finest date that leaves the server. */
export function isoWeek(day: Day): string {
  // 1970-01-01 was a Thursday. The week belongs to the year that its Thursday is in.
  const thursday = (Math.floor((day + 3) / 7) * 7) as Day;
  const year = isoDate(thursday).slice(0, 4);
  let first = thursday;
  while (isoDate((first - 7) as Day).startsWith(year)) first = (first - 7) as Day;
  return `${year}-W${String((thursday - first) / 7 + 1).padStart(2, '0')}`;
}
