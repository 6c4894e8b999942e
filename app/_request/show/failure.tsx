import type { ReactElement } from 'react';
import { type CookieToSet, readCookie, setCookies } from '#app/_request/cookie/cookies.ts';
import { readDisplay } from '#app/_request/cookie/display.ts';
import { assets, wired } from '#app/_request/wiring.ts';
import type { Frame } from '#components/layout/frame.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { NotFoundPage } from '#components/public/state/not-found.tsx';
import { ProblemPage } from '#components/public/state/problem.tsx';
import { RefusedPage } from '#components/public/state/refused.tsx';
import type { Sent } from '#components/public/state/sent-note.tsx';
import { isLocale, LANG } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';
import { pageHeaders } from './headers.ts';
import { helpLines } from './help-lines.ts';
import { html } from './html.ts';
import { localeOfAddress } from './preferred-locale.ts';

export type FailureStatus = 400 | 403 | 404 | 413 | 415 | 429 | 500 | 503;

/**
 * A page for what went wrong, with the help lines, without the database (ruling R9). `typed` brings what
 * was sent back to the form that it was sent from.
 */
export async function failurePage(
  request: Request,
  status: FailureStatus,
  typed?: CookieToSet,
): Promise<Response> {
  const { config, madeUp } = wired();
  await madeUp.asked;
  const url = new URL(request.url);
  const locale = localeOfAddress(url, request.headers, config.defaultLocale);
  const display = readDisplay(readCookie(config, request.headers.get('cookie'), 'd'));
  const frame: Frame = {
    locale,
    lang: LANG[locale],
    t: translate(locale),
    path: status === 404 ? '/' : pageOfAddress(url),
    href: (path) => (path === '/' ? `/${locale}` : `/${locale}${path}`),
    assets,
    service: { name: config.serviceName, demo: madeUp.isSo() },
    journey: false,
    formToken: '',
    display,
    shared: false,
    country: display.country || config.country,
    signedIn: null,
  };
  const headers = pageHeaders(config, 'personal');
  if (status === 429) headers.set('retry-after', '600');
  if (status === 503) headers.set('retry-after', '60');
  if (typed) setCookies(config, headers, [typed]);
  const lost = typed ? 'typed' : 'lost';
  const page = pageOf(status, frame, {
    sent: request.method === 'POST' ? lost : 'nothing',
    staff: url.pathname.split('/')[2] === 'staff',
  });
  return new Response(await html(page), { status, headers });
}

/** The page to try again, without its language: what staff send goes to addresses that are no pages. */
function pageOfAddress({ pathname }: URL): string {
  const [, first = '', ...rest] = pathname.split('/');
  const path = `/${rest.join('/')}`.replace(/\/(do\/[\w-]+|sign-out)$/, '');
  return isLocale(first) && path !== '' ? path : '/';
}

function pageOf(
  status: FailureStatus,
  frame: Frame,
  { sent, staff }: { readonly sent: Sent; readonly staff: boolean },
): ReactElement {
  const home = staff
    ? { path: staffPaths.home, text: frame.t('staff.shell.missing.home') }
    : undefined;
  const shared = { frame, help: helpLines(frame.country), home, sent };
  switch (status) {
    case 404:
      return <NotFoundPage {...shared} />;
    case 500:
    case 503:
      return <ProblemPage {...shared} status={status} />;
    default:
      return <RefusedPage {...shared} status={status} />;
  }
}
