import type { Frame } from '#components/layout/frame.ts';
import { localised } from '#components/layout/paths.ts';
import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';

export function visitorFrame(locale: Locale): Frame {
  return {
    locale,
    lang: LANG[locale],
    t: translate(locale),
    path: '/check/3',
    href: (path) => localised(locale, path),
    assets: { css: '/assets/site.css', script: '/assets/enhance.js', push: '/assets/push.js' },
    service: { name: 'Handrail', demo: false },
    journey: true,
    formToken: 'token',
    display: { text: 'normal', contrast: 'normal', theme: 'auto', lowData: false, leaveKey: 'on' },
    shared: false,
    country: 'HK',
    signedIn: null,
  };
}
