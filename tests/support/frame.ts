import type { Frame } from '#components/layout/frame.ts';
import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';

/** The country whose help lines a page shows in tests. */
export const COUNTRY = { en: 'GB', 'zh-hans': 'CN', 'zh-hant': 'HK' } as const;

/** A frame as app/_request makes it. */
export function frameFor(locale: Locale, path: string, more: Partial<Frame> = {}): Frame {
  return {
    locale,
    lang: LANG[locale],
    t: translate(locale),
    path,
    href: (to) => (to === '/' ? `/${locale}` : `/${locale}${to}`),
    assets: { css: '/assets/site.css', script: '/assets/enhance.js', push: '/assets/push.js' },
    service: { name: 'Willow Street', demo: false },
    journey: false,
    formToken: 'token',
    display: { text: 'normal', contrast: 'normal', theme: 'auto', lowData: false, leaveKey: 'on' },
    shared: false,
    country: COUNTRY[locale],
    signedIn: null,
    ...more,
  };
}
