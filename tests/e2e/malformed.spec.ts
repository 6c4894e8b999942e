import http from 'node:http';
import { expect, test } from '@playwright/test';
import { newClient, screen } from '../support/client.ts';
import { generateInput, type Input, seeded, type Target } from '../support/generate-input.ts';
import { inParallel } from '../support/in-parallel.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { addressOf } from './support/address.ts';
import { makeStudy } from './support/cast/visitors.ts';
import { actorOf, findForms } from './support/forms.ts';
import { type Cast, makePrincipals } from './support/principals.ts';
import { ROUTES } from './support/routes.ts';
import { sendBytes, sendInput, UNSPEAKABLE } from './support/send-input.ts';

test.describe.configure({ mode: 'default' });

const NIGHTLY = process.env['HANDRAIL_NIGHTLY'] === '1';
const A_ROUTE = NIGHTLY ? 2_000 : 200;
const TOKENS = NIGHTLY ? 300 : 40;
/** New every night, printed where something is found; the same for every change. */
const SEED = process.env['HANDRAIL_SEED'] ?? (NIGHTLY ? new Date().toISOString() : 'malformed');
const AT_ONCE = 16;
/** What ends a session, an account or a draft comes last. */
const LAST = /sign-out$|mine\/data$|do\/(disable|roles|discard|propose|approve|return|close)$/;
/** Frames of a stack, files of ours or of packages, names of what we run on. */
const TRACE = /^\s*at .+[(/].+:\d+|node_modules|\.next\/|prisma|postgres|"digest":"\d|ECONN/im;

let server: RunningServer;
let cast: Cast;

test.beforeAll(async () => {
  server = await startServer({ env: { HANDRAIL_PROXIES: '1' } });
  cast = await makePrincipals(server);
  await makeStudy(server);
});
test.afterAll(() => server?.stop());

async function makeTargets(): Promise<readonly Target[]> {
  const { origin } = server;
  const [begun, done] = [newClient(origin), newClient(origin)];
  await begun.get('/en/check');
  await begun.post('/en/check', { device: 'private', age: 'adult', self: 'yes' });
  await screen(done, { answers: [3, 3, 3, 3, 3, 'declined', 0, 0, 1, 2] });
  const { anonymous, visitor, guide, clinician, researcher, administrator, desk } = cast.clients;
  const pages = new Map([
    [anonymous, '/en/check'],
    [begun, '/en/check/research'],
    [done, '/en/next'],
    [visitor, '/en/mine/messages'],
    ...[guide, clinician, researcher, administrator, desk].map((c) => [c, '/en/staff'] as const),
  ]);
  const routes = [...ROUTES.keys()].sort((a, b) => Number(LAST.test(a)) - Number(LAST.test(b)));
  const paths = routes.map((route) => addressOf(route, cast.ids));
  const forms = await findForms([...pages.keys()], paths);
  const made = [...pages].map(async ([c, page]) => [c, await actorOf(c, page, TOKENS)] as const);
  const actors = new Map(await Promise.all(made));
  return paths.map((path) => {
    const found = forms.filter(({ action }) => action === path);
    // An act that no page offers just now is tried by everybody, with every field there is.
    const own = found.length > 0 || !path.includes('/do/') ? found : forms;
    const able = [...new Set(own.map(({ by }) => by))].flatMap((by) => actors.get(by) ?? []);
    const fields = new Map(own.flatMap((form) => [...form.fields]));
    return { path, origin, actors: [...actors.values()], fields, able };
  });
}

const shown = ({ method, path, headers, body }: Input) =>
  `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 600)} ${body?.toString('latin1').slice(0, 300) ?? ''}`;

/** The processes that answer; one that fell over would come back under another number. */
async function processes(): Promise<ReadonlySet<string>> {
  const client = newClient(server.origin);
  const answers = await inParallel(Array.from({ length: 60 }), 30, () => client.get('/metrics'));
  return new Set(answers.map(({ body }) => /pid="(\d+)"/.exec(body)?.[1] ?? ''));
}

test('no malformed request is answered with a failure of ours or a trace', async () => {
  test.setTimeout(NIGHTLY ? 10_800_000 : 600_000);
  const before = await processes();
  const targets = await makeTargets();
  expect(targets.filter(({ able }) => able.length > 0).length).toBeGreaterThan(25);
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const counts = new Map<number, number>();
  const wrong: string[] = [];
  for (const target of targets) {
    const random = seeded(`${SEED} ${target.path.replace(/[0-9a-f-]{36,}|[\w-]{43}/g, '')}`);
    const inputs = Array.from({ length: A_ROUTE }, () => generateInput(random, target));
    await inParallel(inputs, AT_ONCE, async (input) => {
      const { status, body } = await sendInput(server.origin, agent, input);
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (status >= 500 || TRACE.test(body)) wrong.push(`${status} ${shown(input)}`);
    });
  }
  agent.destroy();
  console.log(`seed ${SEED}: ${JSON.stringify(Object.fromEntries([...counts].sort()))}`);
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(counts.get(0) ?? 0).toBeLessThan(0.03 * A_ROUTE * targets.length);
  expect(server.output()).not.toMatch(/request\.failed|⨯|Error:/);
  expect(await processes()).toEqual(before);
  expect((await newClient(server.origin).get('/readyz')).status).toBe(200);
});

test('what is not even HTTP is refused or hung up on, and the next request is answered', async () => {
  for (const bytes of UNSPEAKABLE) {
    const answer = await sendBytes(server.origin, bytes);
    expect(answer, JSON.stringify(bytes.slice(0, 80))).toMatch(/^$|^HTTP\/1\.1 [234]\d\d /);
    expect(answer).not.toMatch(TRACE);
    expect((await newClient(server.origin).get('/healthz')).status).toBe(200);
  }
});

test('a long body is refused on a staff address before it is held in memory', async () => {
  const client = newClient(server.origin);
  const from = { 'content-type': 'application/x-www-form-urlencoded', origin: server.origin };
  const body = 'x'.repeat(300 * 1024);
  for (const path of ['/en/staff/sign-in/do/enter', '/zh-hans/staff', '/EN/Staff/x']) {
    expect((await client.send('POST', path, { headers: from, body })).status, path).toBe(413);
    const chunked = { ...from, 'transfer-encoding': 'chunked' };
    expect((await client.send('POST', path, { headers: chunked })).status, path).toBe(413);
  }
});
