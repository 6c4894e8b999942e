/** The languages of the public pages, as they stand in addresses. */
export const LOCALES = ['en', 'zh-hans', 'zh-hant'] as const;
export type Locale = (typeof LOCALES)[number];

/** BCP 47 tag of each, for `lang` and for formatting. zh-hant is Hong Kong written Chinese. */
export const LANG = {
  en: 'en',
  'zh-hans': 'zh-Hans',
  'zh-hant': 'zh-Hant-HK',
} as const satisfies Record<Locale, string>;

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

/** The language that a visitor of a locale speaks with a service, as the directory names it. */
export const SPOKEN: Readonly<Record<Locale, string>> = {
  en: 'en',
  'zh-hans': 'cmn',
  'zh-hant': 'yue',
};
