import {
  CRISIS_COUNTRIES,
  emergencyFor,
  FALLBACK_DIRECTORY,
  linesFor,
  youthLinesFor,
} from '#lib/domain/safety/crisis-lines.ts';

/** The help lines of a country, from the data that ships with the product: no database is needed. */
export function helpLines(country: string) {
  return { emergency: emergencyFor(country), lines: linesFor(country) };
}

export function youthLines(country: string) {
  return { emergency: emergencyFor(country), lines: youthLinesFor(country) };
}

export const COUNTRIES = CRISIS_COUNTRIES;
export const DIRECTORY = FALLBACK_DIRECTORY;
