import type { VisitorSession } from '#lib/usecases/context.ts';
import { frameOf, type Opened } from './base.ts';
import { type CookieToSet, readCookie, setCookies } from './cookie/cookies.ts';
import { type Flash, readFlash } from './cookie/flash.ts';
import { sessionCookie } from './cookie/session.ts';
import type { Definition, Drawn } from './page-types.ts';
import { seeOther } from './see-other.ts';
import { failurePage } from './show/failure.tsx';
import { pageHeaders } from './show/headers.ts';
import { html } from './show/html.ts';

/** Answers a GET: the page, with the errors of the post before where there were any. */
export async function drawPage<S extends VisitorSession | null, Fields>(
  definition: Definition<S, Fields>,
  opened: Opened,
): Promise<Response> {
  if (definition.without !== null && !opened.session) {
    return seeOther(opened, { go: definition.without });
  }
  const early = definition.early(opened.session as S, opened.locale);
  if (early) return seeOther(opened, early);
  const { config, secrets, now } = opened.context;
  const cookie = readCookie(config, opened.request.headers.get('cookie'), 'f');
  return drawWith(
    definition,
    opened,
    readFlash(secrets, now, opened.path, cookie),
    cookie !== null,
  );
}

export async function drawWith<S extends VisitorSession | null, Fields>(
  definition: Definition<S, Fields>,
  opened: Opened,
  flash: Flash | null,
  clearFlash: boolean,
): Promise<Response> {
  const drawn = await definition.view({
    frame: frameOf(opened, definition.kind === 'journey'),
    opened,
    context: opened.context,
    session: opened.session as S,
    errors: flash?.errors ?? [],
    values: flash?.values ?? {},
  });
  if ('go' in drawn) return seeOther(opened, drawn);
  if (!('page' in drawn)) return failurePage(opened.request, drawn.status);
  const cookies = cookiesOf(drawn, opened, clearFlash);
  // What sets a cookie or was drawn by one is for one browser, also where a cache ignores `Vary`: it must
  // not hand another country's help lines on. The rest of the public pages are for all.
  const isForOne = cookies.length > 0 || opened.request.headers.has('cookie');
  const cacheable = definition.kind === 'public' && !isForOne;
  const headers = pageHeaders(opened.context.config, cacheable ? 'public' : 'personal');
  headers.set('vary', 'cookie');
  setCookies(opened.context.config, headers, cookies);
  const status = flash?.errors.length ? 422 : 200;
  return new Response(await html(drawn.page), { status, headers });
}

function cookiesOf(drawn: Drawn, opened: Opened, clearFlash: boolean): readonly CookieToSet[] {
  const { secrets, now } = opened.context;
  const cookies = [...(drawn.cookies ?? [])];
  // On a shared device every page starts the idle time anew.
  const session = drawn.session ?? (opened.session?.shared ? opened.session : null);
  if (session) cookies.push(sessionCookie(secrets, now, session));
  if (clearFlash) cookies.push({ name: 'f', value: '' });
  return cookies;
}
