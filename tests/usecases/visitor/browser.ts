// A browser without scripts, straight at the route handlers.
import type { Config } from '#lib/config.ts';
import type { Database } from '#lib/store/client.ts';
import { contextOf } from '../staff/people.ts';

export interface Route {
  GET(request: Request, at: never): Promise<Response>;
  POST?(request: Request, at: never): Promise<Response>;
}

/** What was sent back: where it leads, or the page. */
export interface Told {
  readonly status: number;
  readonly to: string | null;
  readonly text: string;
  readonly headers: Headers;
}

/** Hands the routes this test's database, before any is called. */
export function wire(db: Database, settings: Partial<Config> = {}): void {
  const { secrets, ...given } = contextOf(db);
  const config = { ...given.config, ...settings };
  const log = { info: () => undefined, error: (line: object) => console.error(line) };
  const madeUp = { isSo: () => false, asked: Promise.resolve() };
  Object.assign(globalThis, { handrail: { config, secrets, db, log, madeUp } });
}

let browsers = 0;

/** Each comes from a network of its own, so that no test uses up another's limits. */
export function browser(db: Database, locale = 'en') {
  const { config } = contextOf(db);
  browsers += 1;
  const peer = `2001:db8:0:${browsers.toString(16)}::1`;
  const cookies = new Map<string, string>();
  async function send(route: Route, path: string, body: string | null, n?: string): Promise<Told> {
    const headers = new Headers({
      ...(cookies.size === 0
        ? {}
        : { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') }),
      origin: config.origin.origin,
      'x-handrail-peer': peer,
      ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    });
    const method = body === null ? 'GET' : 'POST';
    const address = `${config.origin.origin}/${locale}${path}`;
    const request = new Request(address, { method, headers, body });
    const at = { params: Promise.resolve({ locale, n }) } as never;
    const handler = (body === null ? route.GET : route.POST) as Route['GET'];
    const answer = await handler(request, at);
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    return { status: answer.status, to, text: await answer.text(), headers: answer.headers };
  }
  const get = (route: Route, path: string, n?: string) => send(route, path, null, n);
  /** Opens the form's page and sends the form. */
  async function post(route: Route, path: string, fields: Record<string, string>, n?: string) {
    const { text } = await get(route, path, n);
    const token = /name="_form" value="([^"]+)"/.exec(text)?.[1] ?? '';
    return send(route, path, new URLSearchParams({ ...fields, _form: token }).toString(), n);
  }
  return { cookies, get, post, send };
}
