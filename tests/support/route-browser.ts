import type { Context } from '#lib/usecases/context.ts';

export interface Route {
  GET(request: Request, at: never): Promise<Response>;
  POST?(request: Request, at: never): Promise<Response>;
}

/** The server's parts as the route handlers find them. */
export function wire({ config, secrets, db }: Pick<Context, 'config' | 'secrets' | 'db'>): void {
  const log = { info: () => undefined, error: (line: object) => console.error(line) };
  Object.assign(globalThis, { handrail: { config, secrets, db, log } });
}

/** A browser without scripts, straight at the route handlers. */
export function routeBrowser({ config }: Pick<Context, 'config'>) {
  const cookies = new Map<string, string>();
  async function send(route: Route, path: string, body: string | null, n?: string) {
    const headers = new Headers({
      cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; '),
      origin: config.origin.origin,
      ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    });
    const method = body === null ? 'GET' : 'POST';
    const request = new Request(`${config.origin.origin}/en${path}`, { method, headers, body });
    const at = { params: Promise.resolve({ locale: 'en', n }) } as never;
    const handler = (body === null ? route.GET : route.POST) as Route['GET'];
    const answer = await handler(request, at);
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return {
      answer,
      status: answer.status,
      to: answer.headers.get('location'),
      text: await answer.text(),
    };
  }
  const get = (route: Route, path: string, n?: string) => send(route, path, null, n);
  async function post(route: Route, path: string, fields: Record<string, string>, n?: string) {
    const { text } = await get(route, path, n);
    const token = /name="_form" value="([^"]+)"/.exec(text)?.[1] ?? '';
    return send(route, path, new URLSearchParams({ ...fields, _form: token }).toString(), n);
  }
  return { get, post, send, cookies };
}
