import type { ReactElement } from 'react';
import { readCookie } from '#app/_request/cookie/cookies.ts';
import { readDisplay } from '#app/_request/cookie/display.ts';
import { assets, wired } from '#app/_request/wiring.ts';
import type { Frame } from '#components/layout/frame.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { NotFoundPage } from '#components/public/state/not-found.tsx';
import { ProblemPage } from '#components/public/state/problem.tsx';
import { RefusedPage } from '#components/public/state/refused.tsx';
import { LANG } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';
import { pageHeaders } from './headers.ts';
import { helpLines } from './help-lines.ts';
import { html } from './html.ts';
import { localeOfAddress } from './preferred-locale.ts';

export type FailureStatus = 400 | 403 | 404 | 413 | 415 | 429 | 500 | 503;

/** A page for what went wrong, with the help lines, without the database (ruling R9). */
export async function failurePage(request: Request, status: FailureStatus): Promise<Response> {
  const { config } = wired();
  const url = new URL(request.url);
  const locale = localeOfAddress(url, request.headers, config.defaultLocale);
  const display = readDisplay(readCookie(config, request.headers.get('cookie'), 'd'));
  const frame: Frame = {
    locale,
    lang: LANG[locale],
    t: translate(locale),
    path: '/',
    href: (path) => (path === '/' ? `/${locale}` : `/${locale}${path}`),
    assets,
    service: { name: config.serviceName },
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
  const staff = url.pathname.split('/')[2] === 'staff';
  return new Response(await html(pageOf(status, frame, staff)), { status, headers });
}

function pageOf(status: FailureStatus, frame: Frame, staff: boolean): ReactElement {
  const home = staff
    ? { path: staffPaths.home, text: frame.t('staff.shell.missing.home') }
    : undefined;
  const shared = { frame, help: helpLines(frame.country), home };
  switch (status) {
    case 404:
      return <NotFoundPage {...shared} />;
    case 500:
    case 503:
      return <ProblemPage {...shared} status={status} kept={null} />;
    case 413:
    case 429:
      return <RefusedPage {...shared} status={status} />;
    default:
      return <RefusedPage {...shared} status={403} />;
  }
}
