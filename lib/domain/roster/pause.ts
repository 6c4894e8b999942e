import { dayFromIso } from '../basics/day.ts';
import type { Instant } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { readClock } from './clock.ts';
import type { LocalTime } from './hours.ts';

/** What staff can close for a while. Help is no part, nor are the services and a person's own place. */
export const PARTS = ['check', 'guidance', 'group'] as const;
export type Part = (typeof PARTS)[number];

export function isPart(text: string): text is Part {
  return PARTS.some((part) => part === text);
}

const HOUR_MS = 3_600_000;
/** Longer than this is no pause: whoever wants it says so again. */
export const LONGEST_PAUSE_MS = 14 * 24 * HOUR_MS;
export const USUAL_PAUSE_MS = 24 * HOUR_MS;

export type PauseProblem = 'date' | 'clock' | 'past' | 'long';

/** Until when, as typed, on the service's own clock. */
export function readUntil(day: string, time: string): Result<LocalTime, PauseProblem> {
  const date = dayFromIso(day.trim());
  if (date === null) return err('date');
  const minute = readClock(time);
  return minute === null ? err('clock') : ok({ day: date, minute });
}

/** What is wrong with a pause that ends then; null where nothing is. */
export function pauseProblem(now: Instant, until: Instant): PauseProblem | null {
  if (until <= now) return 'past';
  return until - now > LONGEST_PAUSE_MS ? 'long' : null;
}
