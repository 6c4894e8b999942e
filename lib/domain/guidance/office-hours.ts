import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { type Hours, MIDNIGHT, type Span, weekdayOf } from '#lib/domain/roster/hours.ts';

/** When guides answer. Monday first; a day may have several spans, or none. */
export interface OfficeHours {
  readonly weekly: readonly (readonly Span[])[];
  readonly holidays: ReadonlySet<Day>;
}

export function officeHours({ weekly, holidays }: OfficeHours): Hours {
  return (day) => (holidays.has(day) ? [] : (weekly[weekdayOf(day) - 1] ?? []));
}

/**
 * Reads `1-5 09:00-17:00, 6 10:00-12:00; 2026-12-25 2026-12-26`: weekdays (1 = Monday) with a span,
 * then dates without answers. The error is the part that could not be read.
 */
export function parseOfficeHours(text: string): Result<OfficeHours, string> {
  const [spans = '', dates = '', ...rest] = text.split(';');
  if (rest.length > 0) return err(text);
  const weekly: Span[][] = Array.from({ length: 7 }, () => []);
  for (const part of parts(spans, ',')) {
    const read = parseSpan(part);
    if (read === null) return err(part);
    for (let day = read.first; day <= read.last; day++) weekly[day - 1]?.push(read.span);
  }
  const holidays = new Set<Day>();
  for (const date of parts(dates, ' ')) {
    const day = dayFromIso(date);
    if (day === null) return err(date);
    holidays.add(day);
  }
  return ok({ weekly, holidays });
}

function parts(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const SPAN = /^([1-7])(?:-([1-7]))? ([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;

function parseSpan(
  part: string,
): { readonly first: number; readonly last: number; readonly span: Span } | null {
  const match = SPAN.exec(part);
  if (match === null) return null;
  const [, first = '', last = first, fromHour, fromMinute, toHour, toMinute] = match;
  const span = {
    from: Number(fromHour) * 60 + Number(fromMinute),
    to: Number(toHour) * 60 + Number(toMinute),
  };
  const inOrder = Number(first) <= Number(last) && span.from < span.to && span.to <= MIDNIGHT;
  return inOrder ? { first: Number(first), last: Number(last), span } : null;
}
