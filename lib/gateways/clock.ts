import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The calendar date and wall clock of an instant in a time zone, daylight saving included. */
export function localTime(at: Instant, timeZone: string): LocalTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatIn(timeZone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return {
    day: Math.floor(Date.UTC(year, month - 1, day) / DAY_MS) as Day,
    minute: hour * 60 + minute,
  };
}

/** The instant of a wall clock time; one that daylight saving skips is taken as the hour after it. */
export function instantOf(local: LocalTime, timeZone: string): Instant {
  const asUtc = local.day * DAY_MS + local.minute * MINUTE_MS;
  let guess = asUtc;
  // Twice: the first correction may cross a change of the clocks.
  for (let round = 0; round < 2; round += 1) {
    const seen = localTime(guess as Instant, timeZone);
    guess += asUtc - (seen.day * DAY_MS + seen.minute * MINUTE_MS);
  }
  return guess as Instant;
}
