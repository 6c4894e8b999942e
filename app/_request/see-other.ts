import type { Opened } from './base.ts';
import { setCookies } from './cookies.ts';
import { pageHeaders } from './headers.ts';
import type { Go } from './page.ts';
import { sessionCookie } from './session.ts';

/** Post, redirect, get: no page of ours is the answer to a post, so Back never asks to send again. */
export function seeOther(opened: Opened, to: Go): Response {
  const { config, secrets, now } = opened.context;
  const headers = pageHeaders(config, 'personal');
  headers.delete('content-type');
  headers.set('location', to.go === '/' ? `/${opened.locale}` : `/${opened.locale}${to.go}`);
  const cookies = [...(to.cookies ?? [])];
  if (to.session) cookies.push(sessionCookie(secrets, now, to.session));
  if (to.session === null) cookies.push({ name: 's', value: '' });
  setCookies(config, headers, cookies);
  return new Response(null, { status: 303, headers });
}
