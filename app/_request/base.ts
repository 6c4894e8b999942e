import type { Frame } from '#components/layout/frame.ts';
import { localised } from '#components/layout/paths.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { isLocale, LANG, type Locale } from '#lib/domain/basics/locale.ts';
import { listedEntry } from '#lib/domain/pathway/entry-point.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { translate } from '#lib/i18n/translate.ts';
import type { Context, VisitorSession } from '#lib/usecases/context.ts';
import { readCookie } from './cookie/cookies.ts';
import { type Display, readDisplay } from './cookie/display.ts';
import { openSession } from './cookie/session.ts';
import { newFormToken } from './form/form-token.ts';
import { assets, wired } from './wiring.ts';

export type Params = {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** One request, opened: what pages and use cases are built from. */
export interface Opened {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string | string[] | undefined>>;
  readonly locale: Locale;
  /** The address without its locale, e.g. `/check/3`. */
  readonly path: string;
  /** The listed entry point that the address names. */
  readonly from: string | null;
  readonly context: Context;
  readonly session: VisitorSession | null;
  /** Random; binds the form that begins a check to the browser that it was shown in. */
  readonly browser: string | null;
  readonly display: Display;
}

/** Opens a request, or null where the address has no locale of ours. */
export async function openRequest(request: Request, at: Params): Promise<Opened | null> {
  const params = await at.params;
  const { locale } = params;
  if (typeof locale !== 'string' || !isLocale(locale)) return null;
  const { config, secrets, db, madeUp } = wired();
  await madeUp.asked;
  const now = Date.now() as Instant;
  const cookies = request.headers.get('cookie');
  const url = new URL(request.url);
  return {
    request,
    url,
    params,
    locale,
    path: url.pathname.slice(locale.length + 1) || '/',
    from: listedEntry(config.entryPoints, url.searchParams.get('from')),
    context: { db, config, secrets, now, today: today(now), locale },
    session: openSession(secrets, now, readCookie(config, cookies, 's')),
    browser: /^[\w-]{22}$/.exec(readCookie(config, cookies, 'b') ?? '')?.[0] ?? null,
    display: readDisplay(readCookie(config, cookies, 'd')),
  };
}

let known: { readonly quarter: number; readonly today: Day } | undefined;

/** The date changes only on a quarter of an hour anywhere; asking Intl once a quarter is enough. */
function today(now: Instant): Day {
  const quarter = Math.floor(now / 900_000);
  if (known?.quarter !== quarter) {
    known = { quarter, today: localTime(now, wired().config.timeZone).day };
  }
  return known.today;
}

/** What the token of a form is bound to: a form that was shown in another browser cannot be sent. */
export function boundTo({ session, browser }: Pick<Opened, 'session' | 'browser'>): string {
  return session?.sid ?? browser ?? '';
}

/** What every page gets. `journey` pages show "Leave this page"; on a shared device all of them do. */
export function frameOf(opened: Opened, journey: boolean): Frame {
  const { config, secrets, madeUp } = wired();
  const { locale, display, session } = opened;
  const shared = session?.shared ?? false;
  return {
    locale,
    lang: LANG[locale],
    t: translate(locale),
    path: opened.path,
    from: opened.from,
    href: (path) => localised(locale, path),
    assets: display.lowData ? { ...assets, script: null, push: null } : assets,
    service: { name: config.serviceName, demo: madeUp.isSo() },
    journey: journey || shared,
    formToken: newFormToken(secrets, boundTo(opened)),
    display,
    shared,
    country: display.country || config.country,
    signedIn: null,
    leaveTo: config.leave[locale],
  };
}
