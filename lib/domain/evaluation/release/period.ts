import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { weekOf } from '#lib/domain/community/figures.ts';

/** How often figures are counted anew: after each whole week, month or quarter of the year. */
export const PERIODS = ['week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/** Never less between two releases, in days. */
const LEAST_BETWEEN = 7;

/** The first day of the period that a day is in. */
export function beginOf(day: Day, period: Period): Day {
  if (period === 'week') return weekOf(day);
  const [year = '', month = ''] = isoDate(day).split('-');
  const first = period === 'month' ? Number(month) : Number(month) - ((Number(month) - 1) % 3);
  return dayFromIso(`${year}-${String(first).padStart(2, '0')}-01`) ?? day;
}

/** Whether figures are to be counted today, of which `last` is the last day that it was done. */
export function isDue(today: Day, period: Period, last: Day | null): boolean {
  return last === null || (last < beginOf(today, period) && today - last >= LEAST_BETWEEN);
}

/** When figures were counted: up to the end of a whole period, or, the first ones, on a day within one. */
export interface CountedAt {
  readonly kind: 'up_to' | 'on';
  readonly day: Day;
}

export function countedAt(countedOn: Day, period: Period): CountedAt {
  return beginOf(countedOn, period) === countedOn
    ? { kind: 'up_to', day: (countedOn - 1) as Day }
    : { kind: 'on', day: countedOn };
}

/** The quarter of the year that a day is in, e.g. 2026-Q4. */
export function quarterOf(day: Day): string {
  const [year, month] = isoDate(day).split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The latest quarters, with that of a day as the last of them. */
export function lastQuarters(day: Day, most: number): readonly string[] {
  const quarters: string[] = [];
  for (let at = day; quarters.length < most; at = (beginOf(at, 'quarter') - 1) as Day) {
    quarters.unshift(quarterOf(at));
  }
  return quarters;
}
