import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import type { Reading } from '#lib/domain/referrals/hsds/fields.ts';
import type { Localised } from '#lib/domain/referrals/service.ts';
import { uuidOfName } from '#lib/gateways/hsds/write-file.ts';
import { translate } from '#lib/i18n/translate.ts';

/** What visitors read where nobody has told, in each language. */
export const UNKNOWN = Object.fromEntries(
  LOCALES.map((locale) => [locale, translate(locale)('public.services.notKnown')]),
) as Localised;

/** How this deployment reads a file of the directory that says nothing else. */
export function hsdsReading(country: string, language: Locale): Reading {
  return { language, country, unknown: UNKNOWN, uuidOf: uuidOfName };
}
