import type { Day } from '#lib/domain/basics/ids.ts';
import {
  type Hours,
  LOOK_AHEAD_DAYS,
  type LocalTime,
  type Span,
} from '#lib/domain/roster/hours.ts';

/** When so many minutes of guides' time have gone by; null where there is not so much in the next 60 days. */
export function afterWorkingMinutes(
  now: LocalTime,
  hours: Hours,
  minutes: number,
): LocalTime | null {
  let left = minutes;
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = (now.day + ahead) as Day;
    for (const { from, to } of apart(hours(day))) {
      const start = ahead === 0 ? Math.max(from, now.minute) : from;
      if (start >= to) continue;
      if (to - start >= left) return { day, minute: start + left };
      left -= to - start;
    }
  }
  return null;
}

/** In order, and none over another: two guides at once make no second hour of the first. */
function apart(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last === undefined || span.from > last.to) found.push(span);
    else found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return found;
}
