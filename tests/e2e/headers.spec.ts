import { expect, test } from '@playwright/test';
import crisis from '#lib/domain/safety/crisis-lines.json' with { type: 'json' };
import examples from '#prisma/example-services.json' with { type: 'json' };
import { type Answer, newClient } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { addressOf } from './support/address.ts';
import { type Cast, copyOf, FEW, makePrincipals } from './support/principals.ts';
import type { Row } from './support/route-rows.ts';
import { ROUTES } from './support/routes.ts';

test.describe.configure({ mode: 'default' });

/** Pages that are the same for everyone; all else is personal. */
const PUBLIC = new Set(
  ['', '/about', '/accessibility', '/for-someone-else', '/help', '/paper', '/stay-private']
    .concat('/what-we-keep', '/group/figures', '/about/figures')
    .map((path) => `/[locale]${path}`),
);
const MACHINE = new Set(['/healthz', '/readyz', '/metrics']);

let server: RunningServer;
let cast: Cast;
/** What each route answers to whoever may see it, and to a stranger. */
const answers: { readonly route: string; readonly answer: Answer }[] = [];

test.beforeAll(async () => {
  server = await startServer();
  cast = await makePrincipals(server);
  for (const [route, row] of ROUTES) {
    const path = addressOf(route, cast.ids);
    const able = FEW.find((p) => row.get[p] === 'page') ?? 'anonymous';
    const headers = { origin: server.origin };
    const ask = (method: string, principal = able) =>
      copyOf(cast.clients[principal], server.origin).send(method, path, { headers });
    for (const answer of [await ask('GET'), await ask('GET', 'anonymous'), await ask('POST')]) {
      answers.push({ route, answer });
    }
  }
});
test.afterAll(() => server?.stop());

const isPage = ({ answer }: { answer: Answer }) => answer.body !== '' && isHtml(answer);
const isHtml = ({ headers }: Answer) => /^text\/html\b/.test(headers['content-type'] ?? '');
const isStaff = (route: string) => route.includes('/staff');

const GUARDED = {
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function wantedHeaders(route: string, status: number): Readonly<Record<string, string>> {
  const isPublic = PUBLIC.has(route) && status === 200;
  return {
    'x-content-type-options': 'nosniff',
    'cache-control': isPublic ? 'public, max-age=60' : 'no-store',
    ...(MACHINE.has(route) ? {} : GUARDED),
    ...(MACHINE.has(route) || isPublic ? {} : { 'x-robots-tag': 'noindex' }),
  };
}

test('every answer says how it may be used, framed, kept and referred from', () => {
  // An empty 405 is the framework's own.
  for (const { route, answer } of answers.filter((a) => a.answer.status !== 405)) {
    const { status, headers } = answer;
    const about = `${status} ${route}`;
    expect(headers, about).toMatchObject(wantedHeaders(route, status));
    expect(Object.keys(headers), about).not.toContain('x-powered-by');
    expect(Object.keys(headers), about).not.toContain('server');
  }
  for (const { route, answer } of answers.filter((a) => PUBLIC.has(a.route))) {
    expect(answer.headers['set-cookie'], route).toBeUndefined();
    if (answer.status === 200) expect(answer.headers.vary, route).toContain('cookie');
  }
  expect(answers.length).toBeGreaterThan(200);
});

test('a public page that shows what went wrong, or sets a cookie, is kept by nobody', async () => {
  const client = newClient(server.origin);
  await client.get('/en/check');
  const back = await client.post('/en/check', { device: 'private' });
  expect(back.headers['set-cookie']?.length).toBeGreaterThan(0);
  for (const path of ['/en/check', '/en/help', '/en']) {
    const page = await client.get(path);
    const cached = page.headers['cache-control'] !== 'no-store';
    expect(cached && page.headers['set-cookie'] !== undefined, path).toBe(false);
  }
});

test('visitor pages allow no inline script, style or event, and hold none', () => {
  const leave = new URL(server.origin.replace('localhost', '127.0.0.1')).origin;
  const policy = [
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'",
    `connect-src 'self'; form-action 'self' ${leave}; base-uri 'none'; frame-ancestors 'none'`,
  ].join('; ');
  const pages = answers.filter((a) => isPage(a) && !isStaff(a.route));
  for (const { route, answer } of pages) {
    expect(answer.headers['content-security-policy'], route).toBe(policy);
    expect(answer.body, route).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|<style|nonce/i);
    expect(answer.body, route).not.toMatch(
      /<[^>]*\s(style|on[a-z]+)=|javascript:|<base\b|<iframe/i,
    );
  }
  expect(pages.length).toBeGreaterThan(90);
});

test('staff pages hold scripts of ours alone, each with a nonce that is new for every answer', async () => {
  const pages = answers.filter((a) => isPage(a) && isStaff(a.route) && a.answer.status < 300);
  expect(pages.length).toBeGreaterThan(15);
  const { guide } = cast.clients;
  for (let i = 0; i < 100; i += 1) {
    pages.push({
      route: '/staff',
      answer: await guide.get(i % 2 ? '/en/staff' : '/en/staff/inbox'),
    });
  }
  const nonces = pages.map(({ route, answer }) => {
    const policy = String(answer.headers['content-security-policy']);
    const nonce = /^default-src 'none'; script-src 'nonce-([^']{24})' 'strict-dynamic'; /.exec(
      policy,
    );
    expect(policy, route).not.toMatch(/unsafe|https?:|\*/);
    expect(policy, route).toContain("base-uri 'none'; frame-ancestors 'none'");
    const scripts = [...answer.body.matchAll(/<script\b[^>]*>/g)].map(([script]) => script);
    if (route === '/staff') expect(scripts).not.toEqual([]);
    for (const script of scripts) expect(script, route).toContain(`nonce="${nonce?.[1]}"`);
    expect(answer.body, route).not.toMatch(
      /<script(?![^>]*\ssrc="\/assets\/)|_next|<style|<[^>]*\s(style|on[a-z]+)="/i,
    );
    return nonce?.[1];
  });
  expect(new Set(nonces).size).toBe(pages.length);
});

/** The ways out that a public page may name: help, the example services, and where "Leave" leads. */
const OUT = new Set(
  [...JSON.stringify([crisis, examples]).matchAll(/https?:\/\/[^"\\ ]+/g)].map(([url]) => url),
);

test('no page loads anything from elsewhere, or names anyone but help and the way out', () => {
  for (const { route, answer } of answers.filter(isPage)) {
    const own = new URL(server.origin).port;
    for (const [url] of answer.body.matchAll(/\b(?:https?|wss?):\/\/[^\s"'<>\\]+/g)) {
      if (url.includes(`:${own}/`)) continue; // ourselves, under either name of this machine
      expect(OUT.has(url), `${route} names ${url}`).toBe(true);
      const linked = isStaff(route) || answer.body.includes(`href="${url}"`);
      expect(linked, `${route} only links to ${url}`).toBe(true);
    }
    expect(answer.body, route).not.toMatch(/(?:src|srcset|action|poster|data)="(?:https?:)?\/\//i);
    expect(answer.body, route).not.toMatch(/<link[^>]*href="(?:https?:)?\/\/|http-equiv/i);
  }
});

const takesPosts = [...ROUTES].filter(
  ([, row]) => row.foreign.anonymous === 'refused' && row.get.anonymous !== 'none',
);
const ableToPost = (row: Row) =>
  FEW.find((p) => /^to /.test(row.post[p]) && !/sign-in$|ended$|return$/.test(row.post[p]));

test('a body over 64 KiB or of another type is refused by every form', async () => {
  for (const [route, row] of takesPosts.filter(([, { post }]) => post.visitor !== 'away')) {
    const principal = ableToPost(row) ?? 'anonymous';
    const send = (type: string, body: string, more: Readonly<Record<string, string>> = {}) =>
      copyOf(cast.clients[principal], server.origin).send('POST', addressOf(route, cast.ids), {
        headers: { origin: server.origin, 'content-type': type, ...more },
        body,
      });
    const form = 'application/x-www-form-urlencoded';
    const long = `a=${'x'.repeat(64 * 1024)}`;
    expect((await send(form, long)).status, `${route} ${principal}`).toBe(413);
    // The one form that sends a file reads that type, and this is none.
    const upload = route.endsWith('/services/do/import');
    const multipart = await send('multipart/form-data; boundary=x', 'a');
    expect(multipart.status, route).toBe(upload ? 400 : 415);
    const json = await send('application/json', '{}');
    expect(json.status, route).toBe(415);
    expect(json.body, route).toContain('href="/en/help"');
  }
  expect(takesPosts.length).toBeGreaterThan(30);
});

/** A way through every page that sets a cookie. */
async function cookiesSet(at: RunningServer, claimed: string): Promise<readonly string[]> {
  const client = newClient(at.origin);
  const seen: string[] = [];
  const send = async (path: string, fields?: Readonly<Record<string, string>>) => {
    const body = fields && new URLSearchParams({ ...fields, _form: client.token() }).toString();
    const headers = {
      origin: claimed,
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const sent = body === undefined ? { headers } : { headers, body };
    const answer = await client.send(body === undefined ? 'GET' : 'POST', path, sent);
    seen.push(...(answer.headers['set-cookie'] ?? []));
    return answer;
  };
  await send('/en/check');
  await send('/en/check', {});
  await send('/en/check');
  await send('/en/check', { device: 'shared', age: 'adult', self: 'yes' });
  await send('/en/check/1');
  await send('/en/display');
  await send('/en/display', { text: 'large' });
  await send('/en/staff/sign-in');
  await send('/en/staff/sign-in/do/enter', { email: 'x' });
  await send('/en/leave', {});
  return seen;
}

test('over plain http each cookie has its protected name and one plain twin', async () => {
  const lines = [...(await cookiesSet(server, server.origin)), ...(await staffCookies())];
  const plain = lines.filter((line) => !line.startsWith('__Host-'));
  expect(lines.filter((line) => line.startsWith('__Host-'))).toEqual(
    plain.map((line) => `__Host-${line}; Secure`),
  );
  for (const line of plain) {
    expect(line).toMatch(
      /^(s|b|f|d|staff)=[^;]*; Path=\/; HttpOnly; SameSite=Lax(; Max-Age=\d+)?$/,
    );
  }
  expect(new Set(plain.map((line) => line.split('=')[0]))).toEqual(
    new Set(['s', 'b', 'f', 'd', 'staff']),
  );
});

/** The end of a sign-in takes its cookie back; nobody needs that account after this test. */
async function staffCookies(): Promise<readonly string[]> {
  const { clinician } = cast.clients;
  await clinician.get('/en/staff');
  const out = await clinician.post('/en/staff/sign-out');
  return out.headers['set-cookie'] ?? [];
}

test('behind https there are only protected cookies, and https is asked for from then on', async () => {
  const origin = 'https://handrail.test';
  const secure = await startServer({ env: { HANDRAIL_ORIGIN: origin } });
  try {
    const lines = await cookiesSet(secure, origin);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-[a-z]+=[^;]*; Path=\/; HttpOnly; SameSite=Lax.*; Secure$/);
    }
    const { headers } = await newClient(secure.origin).get('/en');
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  } finally {
    await secure.stop();
  }
});
