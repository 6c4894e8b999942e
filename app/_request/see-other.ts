import type { Opened } from './base.ts';
import { setCookies } from './cookie/cookies.ts';
import { sessionCookie } from './cookie/session.ts';
import type { Go } from './page-types.ts';
import { pageHeaders } from './show/headers.ts';

/** Of a path without its locale, which may hold whatever somebody typed into an address: a header takes ASCII alone. */
export function locationOf({ locale }: Pick<Opened, 'locale'>, path: string): string {
  const { pathname, search, hash } = new URL(
    `/${locale}${path === '/' ? '' : path}`,
    'http://localhost',
  );
  return `${pathname}${search}${hash}`;
}

/** Post, redirect, get: no page of ours is the answer to a post, so Back never asks to send again. */
export function seeOther(opened: Opened, to: Go): Response {
  const { config, secrets, now } = opened.context;
  const headers = pageHeaders(config, 'personal');
  headers.delete('content-type');
  headers.set('location', locationOf(opened, to.go));
  const cookies = [...(to.cookies ?? [])];
  if (to.session) cookies.push(sessionCookie(secrets, now, to.session));
  if (to.session === null) cookies.push({ name: 's', value: '' });
  setCookies(config, headers, cookies);
  return new Response(null, { status: 303, headers });
}
