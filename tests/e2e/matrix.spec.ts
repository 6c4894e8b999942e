import { expect, test } from '@playwright/test';
import type { Answer, Client } from '../support/client.ts';
import { inParallel } from '../support/in-parallel.ts';
import { NIGHTLY } from '../support/nightly.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { addressOf } from './support/address.ts';
import { makeStudy, WRITTEN } from './support/cast/visitors.ts';
import {
  type Cast,
  copyOf,
  makeEverybody,
  makePrincipals,
  PRINCIPALS,
} from './support/principals.ts';
import type { Cell, Row } from './support/route-rows.ts';
import { builtRoutes, ROUTES, readManifest } from './support/routes.ts';

test.describe.configure({ mode: 'default' });

const AT_ONCE = 16;
/** The server trusts one proxy here, and every call comes from outside by way of it. */
const FROM = { 'x-forwarded-for': '203.0.113.9' };
const FORM = { ...FROM, 'content-type': 'application/x-www-form-urlencoded' };

let server: RunningServer;
let cast: Cast;
let clients: Awaited<ReturnType<typeof makeEverybody>>;

test.beforeAll(async () => {
  server = await startServer({ env: { HANDRAIL_PROXIES: '1' } });
  cast = await makePrincipals(server);
  clients = await makeEverybody(server, cast);
  await makeStudy(server);
});
test.afterAll(() => server?.stop());

test('every built route is in the table, and every row is a built route', () => {
  const built = builtRoutes();
  expect(built.length).toBeGreaterThan(70);
  expect([...built].sort()).toEqual([...ROUTES.keys()].sort());
});

test('there is no server action anywhere', () => {
  const { node, edge } = readManifest('.next/server/server-reference-manifest.json');
  expect({ node, edge }).toEqual({ node: {}, edge: {} });
});

/** What was answered, in the words of the table. */
function told({ status, headers }: Answer): string {
  const to = headers.location;
  if (to === undefined) {
    return { 200: 'page', 404: 'none', 403: 'refused', 405: 'method' }[status] ?? String(status);
  }
  if (status !== 303 && status !== 307) return `${status} ${to}`;
  if (to === '/en') return 'start';
  return to.startsWith('/') ? `to ${to.replace(/^\/en/, '')}` : 'away';
}

interface Call {
  readonly name: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly wanted: keyof Row | 'other';
}

const CALLS: readonly Call[] = [
  { name: 'GET', method: 'GET', headers: FROM, wanted: 'get' },
  { name: 'HEAD', method: 'HEAD', headers: FROM, wanted: 'get' },
  { name: 'POST of our own', method: 'POST', headers: FORM, wanted: 'post' },
  { name: 'POST from nowhere', method: 'POST', headers: FORM, wanted: 'foreign' },
  ...['null', 'https://elsewhere.test', 'http://localhost', 'not an origin'].map((origin) => ({
    name: `POST from ${origin}`,
    method: 'POST',
    headers: { ...FORM, origin },
    wanted: 'foreign' as const,
  })),
  ...['PUT', 'PATCH', 'DELETE'].map((method) => ({
    name: method,
    method,
    headers: FORM,
    wanted: 'other' as const,
  })),
];

function wantedOf(row: Row, { wanted }: Call, principal: (typeof PRINCIPALS)[number]): Cell {
  if (wanted === 'other') return row.drawn ? row.get[principal] : 'method';
  return (row[wanted] as Row['get'])[principal];
}

/** One for each cell: of the origins that are not ours, and of the methods that nothing takes, the next in turn. */
function callsOf(turn: number): readonly Call[] {
  return CALLS.filter((call) => {
    const alike = CALLS.filter(({ wanted }) => wanted === call.wanted);
    return call.wanted === 'get' || call === alike[turn % alike.length];
  });
}

test('every principal gets at every route, by every method, what the table says', async () => {
  test.setTimeout(600_000);
  const calls = [...ROUTES].flatMap(([route, row], turn) =>
    PRINCIPALS.flatMap((principal, place) =>
      callsOf(turn + place).map((call) => ({ route, row, call, principal })),
    ),
  );
  const wrong = await inParallel(calls, AT_ONCE, async ({ route, row, call, principal }) => {
    const client = copyOf(clients[principal], server.origin);
    const own = call.wanted === 'post' ? { origin: server.origin } : {};
    const answer = await client.send(call.method, addressOf(route, cast.ids), {
      headers: { ...call.headers, ...own },
      ...(call.method === 'POST' ? { body: 'id=x' } : {}),
    });
    const wanted = wantedOf(row, call, principal);
    const expected = wanted.startsWith('to ') ? addressOf(wanted, cast.ids) : wanted;
    const got = told(answer);
    return got === expected ? [] : [`${principal} ${call.name} ${route}: ${got}, not ${expected}`];
  });
  const cells = PRINCIPALS.length * ROUTES.size * new Set(CALLS.map(({ wanted }) => wanted)).size;
  console.log(
    `${cells} cells, ${calls.length} requests: ${PRINCIPALS.length} principals, ${ROUTES.size} routes`,
  );
  expect(calls.length).toBeGreaterThan(14_000);
  expect(wrong.flat()).toEqual([]);
});

/** What changes from one answer to the next and tells nothing. */
function plain(answer: Answer): string {
  const body = answer.body.replace(/name="_form" value="[^"]*"/g, '').replace(/nonce="[^"]*/g, '');
  return `${told(answer)}\n${body}`;
}

const TRICKS: readonly Readonly<Record<string, string>>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%2Cnull%2C%22refetch%22%5D' },
  { 'next-action': 'x' },
  { 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' },
  { 'x-middleware-subrequest': Array(5).fill('proxy').join(':') },
  { 'x-middleware-subrequest': 'src/middleware', 'x-middleware-rewrite': '/en/staff' },
  { 'x-middleware-override-headers': 'x-nonce', 'x-middleware-request-x-nonce': 'ours' },
  { 'x-nextjs-data': '1' },
  { 'x-matched-path': '/en/help', 'x-invoke-path': '/en/help', 'x-invoke-status': '200' },
  { 'x-nonce': 'forged', 'content-security-policy': "script-src 'nonce-forged'" },
  { 'x-forwarded-host': 'elsewhere.test', 'x-forwarded-proto': 'https', 'x-handrail-peer': '::1' },
  { 'x-original-url': '/en/help', 'x-rewrite-url': '/en/help', 'next-url': '/en/help' },
  { purpose: 'prefetch', 'x-purpose': 'preview', 'x-http-method-override': 'DELETE' },
];

/** Other ways to write the same address: each must lead to nothing. */
const variants = (path: string) => [
  `/_next/data/build${path}.json`,
  `/_next/data${path}`,
  `${path}.rsc`,
  `${path}.json`,
  `${path}.segments/_tree.segment.rsc`,
  `${path}.prefetch.rsc`,
  path.replace('/en/', '/en//'),
  path.replace('/en/', '/EN/'),
  path.replace('/en/', '/fr/'),
  path.replace('/en/', '/en/help/../'),
  path.replace('staff', '(staff)/staff'),
  path.replace('staff', 'Staff'),
];

/** Whoever must not see a route, of those who could try. */
const kept = [...ROUTES]
  .filter(([route]) => route.includes('/staff'))
  .flatMap(([route, row]) =>
    (['anonymous', 'disabled', 'visitor', 'guide', 'administrator'] as const)
      .filter((principal) => row.get[principal] !== 'page')
      .map((principal) => ({ route, principal })),
  );

/** What is tried on each change: every fourth, which falls on each kind of principal in turn. Nightly all. */
const tried = NIGHTLY ? kept : kept.filter((_one, i) => i % 4 === 0);

const SECRET = new RegExp(`${WRITTEN}|handrail\\.test`);

test('what is kept is really there, for those who may see it', async () => {
  const { guide, administrator } = cast.clients;
  const thread = await guide.get(addressOf('/[locale]/staff/inbox/[id]', cast.ids));
  expect(thread.body).toContain(WRITTEN);
  const people = await administrator.get('/en/staff/admin/people');
  expect(people.body).toContain('disabled@handrail.test');
});

test('no header changes an answer on a page that is kept from somebody', async () => {
  const wrong = await inParallel(tried, AT_ONCE, async ({ route, principal }) => {
    const path = addressOf(route, cast.ids);
    const call = (headers: Readonly<Record<string, string>>, method = 'GET') =>
      copyOf(cast.clients[principal], server.origin).send(method, path, {
        headers: { ...FROM, ...headers },
      });
    const [get, post] = [plain(await call({})), plain(await call({}, 'POST'))];
    const found: string[] = [];
    for (const trick of TRICKS) {
      for (const [method, before] of [
        ['GET', get],
        ['POST', post],
      ] as const) {
        const answer = await call(trick, method);
        const same = plain(answer) === before && !SECRET.test(answer.body);
        if (!same) found.push(`${principal} ${method} ${path} with ${JSON.stringify(trick)}`);
      }
    }
    return found;
  });
  expect(tried.length).toBeGreaterThan(100);
  expect(wrong.flat()).toEqual([]);
});

test('no other way to write an address leads to a page that is kept from somebody', async () => {
  const found = await inParallel(tried, AT_ONCE, async ({ route, principal }) => {
    const path = addressOf(route, cast.ids);
    const client: Client = copyOf(cast.clients[principal], server.origin);
    const wrong: string[] = [];
    for (const address of [...variants(path), `${path}?__nextDataReq=1`, `${path}?_rsc=1`]) {
      for (const headers of [FROM, { ...FROM, rsc: '1', 'x-nextjs-data': '1' }]) {
        const answer = await client.send('GET', address, { headers });
        const refused = answer.status >= 300 && answer.status < 500;
        if (!refused || SECRET.test(answer.body)) {
          wrong.push(`${principal} ${address}: ${answer.status}`);
        }
      }
    }
    return wrong;
  });
  expect(found.flat()).toEqual([]);
});
