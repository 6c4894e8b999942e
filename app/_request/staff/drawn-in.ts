import { isLocale, LANG } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';

/** The words of a drawing that is a file by itself: in the language of its address. */
export function drawnIn({ url }: Request) {
  const first = new URL(url).pathname.split('/')[1] ?? '';
  const locale = isLocale(first) ? first : 'en';
  return { t: translate(locale), lang: LANG[locale] };
}
