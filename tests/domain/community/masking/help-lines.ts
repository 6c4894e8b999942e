import { CRISIS_COUNTRIES, emergencyFor, linesFor } from '#lib/domain/safety/crisis-lines.ts';

/** Every number that the product itself gives: emergency, by voice, by text. */
export const HELP_LINES: readonly string[] = CRISIS_COUNTRIES.flatMap((country) => {
  const emergency = emergencyFor(country);
  const lines = linesFor(country).flatMap(({ phone, text }) => [phone, text?.to]);
  const urgent = [emergency?.phone, ...(emergency?.also ?? []).map(({ phone }) => phone)];
  return [...urgent, ...lines].filter((number) => typeof number === 'string');
});
