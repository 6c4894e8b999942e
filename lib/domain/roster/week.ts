import type { Day } from '../basics/ids.ts';
import { type Hours, type Span, weekdayOf } from './hours.ts';

const WEEK = 7;

/** The seven days, Monday first, of the week that a day is in. */
export function weekOf(day: Day): readonly Day[] {
  const monday = day - weekdayOf(day) + 1;
  return Array.from({ length: WEEK }, (_, ahead) => (monday + ahead) as Day);
}

/** Spans that touch or overlap as one, the earliest first. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || from > last.to) merged.push({ from, to });
    else if (to > last.to) merged[merged.length - 1] = { from: last.from, to };
  }
  return merged;
}

/** When nobody is there between the first who comes and the last who goes. */
export function gapsOf(hours: Hours, day: Day): readonly Span[] {
  const there = mergeSpans(hours(day));
  return there.slice(1).map(({ from }, i) => ({ from: there[i]?.to ?? from, to: from }));
}
