import { dayFromIso } from '../basics/day.ts';
import type { Day } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { cleanTyped } from '../basics/typed.ts';

export interface DayOff {
  readonly day: Day;
  /** What the day is called; may be empty. */
  readonly name: string;
}

export type DaysOffProblem =
  | { readonly code: 'none' | 'many' | 'long' }
  /** `part` is what could not be read, or the date that is over. */
  | { readonly code: 'date' | 'past'; readonly part: string };

/** Years of holidays of two regions; more is a mistake. */
const MOST = 400;
const LONGEST_NAME = 80;
/** Longer than any list of so many days. */
const LONGEST = 20_000;
const DATE = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g;

/**
 * A pasted list: each date, as year, month and day, followed by what the day is called. Lines, commas and
 * semicolons may stand between them. The same day twice counts once, with the last name.
 */
export function readDaysOff(typed: string, today: Day): Result<readonly DayOff[], DaysOffProblem> {
  const text = cleanTyped(typed.slice(0, LONGEST)).normalize('NFKC');
  const found = [...text.matchAll(DATE)];
  const [first] = found;
  const before = trimmed(text.slice(0, first?.index));
  if (before !== '') return err({ code: 'date', part: before.slice(0, LONGEST_NAME) });
  if (first === undefined) return err({ code: 'none' });
  if (found.length > MOST || typed.length > LONGEST) return err({ code: 'many' });
  const days = new Map<Day, DayOff>();
  for (const [i, match] of found.entries()) {
    const [part, year = '', month = '', date = ''] = match;
    const day = dayFromIso(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
    if (day === null) return err({ code: 'date', part });
    if (day < today) return err({ code: 'past', part });
    const name = trimmed(text.slice(match.index + part.length, found[i + 1]?.index));
    if (name.length > LONGEST_NAME) return err({ code: 'long' });
    days.set(day, { day, name });
  }
  return ok([...days.values()].toSorted((a, b) => a.day - b.day));
}

function trimmed(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[ ,;、，；:：\-–—\t]+|[ ,;、，；\t]+$/g, '');
}
