import { isLocale, type Locale } from '#lib/domain/basics/locale.ts';

/** Chinese tags say a script or a place; Taiwan and Macau read the Hong Kong text until they have their own. */
const TRADITIONAL = /^zh-(hant|hk|mo|tw)/;

/** The first language of `Accept-Language` that we speak. Weights are ignored: browsers send them in order. */
export function preferredLocale(headers: Headers, fallback: Locale): Locale {
  for (const part of (headers.get('accept-language') ?? '').toLowerCase().split(',')) {
    const tag = part.split(';')[0]?.trim() ?? '';
    if (TRADITIONAL.test(tag)) return 'zh-hant';
    if (tag.startsWith('zh')) return 'zh-hans';
    if (tag.startsWith('en')) return 'en';
  }
  return fallback;
}

/** The language of an address that may be none of ours, else what the browser asks for. */
export function localeOfAddress(url: URL, headers: Headers, fallback: Locale): Locale {
  const first = url.pathname.split('/')[1] ?? '';
  return isLocale(first) ? first : preferredLocale(headers, fallback);
}
