import type { Day } from './ids.ts';

/** Days since the start date, counted from 1: the same day and the next are both day 1 (decision D14). */
export function dayNumber(start: Day, today: Day): number {
  return Math.max(1, today - start);
}

/** The date of a day number. Day 1 is two dates; it is shown as the first, never as one to come. */
export function dateOfDay(start: Day, day: number): Day {
  return (day === 1 ? start : start + day) as Day;
}

/** ISO 8601 date of a day, e.g. `2026-11-23`. */
export function isoDate(day: Day): string {
  // Civil from days: Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const leap = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leap) / 365);
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(ofYear - Math.floor((153 * shifted + 2) / 5) + 1)}`;
}

/** The day of an ISO date, or null where the text is none. */
export function dayFromIso(text: string): Day | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear;
  const day = (era * 146_097 + ofEra - 719_468) as Day;
  return isoDate(day) === text ? day : null;
}
