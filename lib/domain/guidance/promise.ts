import type { Day } from '#lib/domain/basics/ids.ts';
import { type Hours, LOOK_AHEAD_DAYS, type LocalTime } from '#lib/domain/roster/hours.ts';

/**
 * When the next answer is promised: the closing time of the first office day that opens after the
 * message was written. Guides so have a whole day, whenever it came. `null`: no hours, no promise.
 */
export function replyBy(now: LocalTime, hours: Hours): LocalTime | null {
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = (now.day + ahead) as Day;
    const spans = hours(day);
    if (spans.length === 0) continue;
    const opens = Math.min(...spans.map(({ from }) => from));
    if (ahead > 0 || now.minute < opens) {
      return { day, minute: Math.max(...spans.map(({ to }) => to)) };
    }
  }
  return null;
}
