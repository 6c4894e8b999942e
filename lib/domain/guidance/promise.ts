import type { Day } from '#lib/domain/basics/ids.ts';
import type { OfficeHours } from './office-hours.ts';

/** A moment on the local clock of the service. */
export interface LocalTime {
  readonly day: Day;
  /** Minutes since midnight. */
  readonly minute: number;
}

/** Further ahead than this nothing is promised. */
const LOOK_AHEAD_DAYS = 60;

/**
 * When the next answer is promised: the closing time of the first office day that opens after the
 * message was written. Guides so have a whole day, whenever it came. `null`: no hours, no promise.
 */
export function replyBy(now: LocalTime, hours: OfficeHours): LocalTime | null {
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = (now.day + ahead) as Day;
    const office = officeDay(day, hours);
    if (office !== null && (ahead > 0 || now.minute < office.opens)) {
      return { day, minute: office.closes };
    }
  }
  return null;
}

function officeDay(
  day: Day,
  hours: OfficeHours,
): { readonly opens: number; readonly closes: number } | null {
  const spans = hours.holidays.has(day) ? [] : (hours.weekly[weekday(day)] ?? []);
  if (spans.length === 0) return null;
  return {
    opens: Math.min(...spans.map(({ from }) => from)),
    closes: Math.max(...spans.map(({ to }) => to)),
  };
}

/** 0 = Monday. Day 0, 1970-01-01, was a Thursday. */
function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}
