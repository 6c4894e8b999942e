import { isoDate } from '#lib/domain/basics/day.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { writeClock } from '#lib/domain/roster/clock.ts';
import { USUAL_PAUSE_MS } from '#lib/domain/roster/pause.ts';
import { localTime } from '#lib/gateways/clock.ts';

/** A day from now, as the two fields of the form show it. */
export function usualEnd(now: Instant, timeZone: string) {
  const { day, minute } = localTime((now + USUAL_PAUSE_MS) as Instant, timeZone);
  return { day: isoDate(day), time: writeClock(minute) };
}
