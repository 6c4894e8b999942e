import { dayFromIso } from '#lib/domain/basics/day.ts';
import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import { longDate } from '#lib/i18n/dates.ts';

const TAGS = { ...LANG, en: 'en-GB' } as const;

/** A calendar date in words, from `2026-08-06`. */
export function formatDate(locale: Locale, iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? iso : longDate(locale, day);
}

export function countryName(locale: Locale, country: string): string {
  return new Intl.DisplayNames(TAGS[locale], { type: 'region' }).of(country) ?? country;
}

export function languageName(locale: Locale, language: string): string {
  // CLDR names `cmn` just "Chinese", which tells a caller nothing about what is spoken.
  if (language === 'cmn') return PUTONGHUA[locale];
  return new Intl.DisplayNames(TAGS[locale], { type: 'language' }).of(language) ?? language;
}

const PUTONGHUA = { en: 'Mandarin', 'zh-hans': '普通话', 'zh-hant': '普通話' } as const;

/** Between two sentences: Chinese sets no space after a full stop. */
export function gap(locale: Locale): string {
  return locale === 'en' ? ' ' : '';
}

/** Between a name and what is said of it. */
export function colon(locale: Locale): string {
  return locale === 'en' ? ': ' : '：';
}

export function join(locale: Locale, sentences: readonly (string | false)[]): string {
  return sentences.filter(Boolean).join(gap(locale));
}

export function listOf(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(TAGS[locale], { type: 'conjunction' }).format(words);
}
