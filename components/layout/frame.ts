import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** What every page is handed besides its own facts. Made in app/_request. */
export interface Frame {
  readonly locale: Locale;
  readonly lang: string;
  readonly t: Translate;
  /** Without the locale, e.g. `/check/3`. */
  readonly path: string;
  /** The listed entry point that the address names: kept in other languages, and on the way into the check. */
  readonly from?: string | null;
  /** Adds the locale to a path. */
  readonly href: (path: string) => string;
  readonly assets: {
    readonly css: string;
    readonly script: string | null;
    /** For the one page that can ask for notifications. */
    readonly push: string | null;
  };
  /** `demo`: nobody in it is real, and every page says so. */
  readonly service: { readonly name: string; readonly demo: boolean };
  /** A page of the visitor's own way: shows Leave, is not indexed. */
  readonly journey: boolean;
  /** Value of the hidden field `_form`. */
  readonly formToken: string;
  readonly display: {
    readonly text: 'normal' | 'large' | 'largest';
    readonly contrast: 'normal' | 'more';
    readonly theme: 'auto' | 'light' | 'dark';
    readonly lowData: boolean;
    /** Shift three times leaves. */
    readonly leaveKey: 'on' | 'off';
  };
  /** Shared-device mode. */
  readonly shared: boolean;
  readonly country: string;
  readonly signedIn: null | { readonly name: string; readonly roles: readonly string[] };
  /** Key of a text about what was sent last, where nothing is wrong with it. */
  readonly told?: string | undefined;
  /** Where Leave leads. With it the script leaves no entry in the history; without it the form posts. */
  readonly leaveTo?: string;
}
