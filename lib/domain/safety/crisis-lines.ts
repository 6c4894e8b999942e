import type { Day } from '#lib/domain/basics/ids.ts';
import { type CrisisLine, crisisLinesSchema, type EmergencyNumber } from './crisis-line.ts';
import data from './crisis-lines.json' with { type: 'json' };

const lines = crisisLinesSchema.parse(data);
const byCountry = new Map(Object.entries(lines.countries));

/** Countries whose help lines are known, as ISO 3166 codes. */
export const CRISIS_COUNTRIES: readonly string[] = [...byCountry.keys()];

/** Worldwide directory, for a country that is not listed. */
export const FALLBACK_DIRECTORY = lines.fallback;

/** Every line of a country, none hidden for its age (ruling R5); empty for a country we do not know. */
export function linesFor(country: string): readonly CrisisLine[] {
  return byCountry.get(country)?.lines ?? [];
}

export function emergencyFor(country: string): EmergencyNumber | null {
  return byCountry.get(country)?.emergency ?? null;
}

/** Every number of every line and emergency service: whoever names one passes on help. */
export const HELP_NUMBERS: readonly string[] = Object.values(lines.countries).flatMap(
  ({ emergency, lines: of }) => [
    emergency.phone,
    ...emergency.also.map(({ phone }) => phone),
    ...of.flatMap(({ phone, text }) => [phone, text?.to]).filter((one) => one != null),
  ],
);

/** For a visitor under age: lines for the young first, then those that take a crisis call from anyone. */
export function youthLinesFor(country: string): readonly CrisisLine[] {
  const all = linesFor(country);
  const young = all.filter(({ kind }) => kind === 'youth');
  return [...young, ...all.filter(({ kind }) => kind === 'crisis' || kind === 'urgent_care')];
}

/** "Day and night" is promised only where a source says so without reserve. */
export function isAlwaysOpen(line: Pick<CrisisLine, 'hoursKind'>): boolean {
  return line.hoursKind === 'always';
}

/** Staff look at every line at least this often. */
export const CHECK_EVERY_DAYS = 90;

/** `checkedOn`: when a person of this service last checked the line; a date to come counts as none. */
export function isDueForCheck(line: { readonly checkedOn: Day | null }, today: Day): boolean {
  if (line.checkedOn === null || line.checkedOn > today) return true;
  return today - line.checkedOn >= CHECK_EVERY_DAYS;
}
