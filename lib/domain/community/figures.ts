import type { Day } from '../basics/ids.ts';
import { weekdayOf } from '../roster/hours.ts';
import type { Decision, ItemKind } from './post.ts';

/** Hours from when a text came to when it was decided, coarse because moderators are data subjects too. */
export const HOURS = ['0-1', '2-4', '5-12', '13-24', '25-72', '73+'] as const;
export type HoursBucket = (typeof HOURS)[number];

const UP_TO: readonly (readonly [HoursBucket, number])[] = [
  ['0-1', 1],
  ['2-4', 4],
  ['5-12', 12],
  ['13-24', 24],
  ['25-72', 72],
];

/** Begun hours count whole. */
export function hoursBucket(ms: number): HoursBucket {
  const hours = Math.max(1, Math.ceil(ms / 3_600_000));
  return UP_TO.find(([, most]) => hours <= most)?.[0] ?? '73+';
}

/** The Monday of a day's week. */
export function weekOf(day: Day): Day {
  return (day - weekdayOf(day) + 1) as Day;
}

export interface Tally {
  readonly kind: ItemKind;
  readonly decision: Decision;
  readonly hours: HoursBucket;
  readonly count: number;
}

/** The span of hours within which at least half were decided; null of nothing. */
export function medianHours(tallies: readonly Tally[]): HoursBucket | null {
  const counts = HOURS.map((hours) => countOf(tallies, (one) => one.hours === hours));
  const all = counts.reduce((sum, n) => sum + n, 0);
  let sum = 0;
  for (const [i, hours] of HOURS.entries()) {
    sum += counts[i] ?? 0;
    if (all > 0 && sum * 2 >= all) return hours;
  }
  return null;
}

export function countOf(tallies: readonly Tally[], of: (tally: Tally) => boolean): number {
  return tallies.filter(of).reduce((sum, { count }) => sum + count, 0);
}
