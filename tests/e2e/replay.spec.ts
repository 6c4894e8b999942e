import { expect, test } from '@playwright/test';
import { type Client, newClient, passSupport, target } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { invite, join } from './support/canary/staff-account.ts';
import { GROUP_RECORDED, groupWithPosts } from './support/durable/group-journey.ts';
import { expectWhole, readStored } from './support/durable/invariants.ts';
import {
  everythingStored,
  hireGuide,
  type Journey,
  RECORDED,
  readCode,
  walkWithPosts,
} from './support/durable/journey.ts';
import { newDataFolder, ownerUrl, removeFolder, withOwner } from './support/durable/own-server.ts';
import { led, newPoster, type Post, send } from './support/durable/posts.ts';
import { staffGroup, waitTwoDays } from './support/group-people.ts';

test.describe.configure({ mode: 'serial' });

const TIMES = 2;
const AT_ONCE = 10;
const VISITORS = 50;
const PASSWORD = 'four quiet words here';
let dataFolder = '';
let server: RunningServer;
let walked: Journey & { readonly posts: readonly Post[]; readonly cookies: Cookies };
let visitCode = '';
let desk: Cookies;
type Cookies = ReadonlyMap<string, string>;

test.beforeAll(async () => {
  dataFolder = newDataFolder();
  server = await startServer({ dataFolder });
  await hireGuide(ownerUrl(dataFolder));
  desk = await hireStaff('dee', 'desk');
});
test.afterAll(async () => {
  await server.stop();
  removeFolder(dataFolder);
});

let administrator: Client | undefined;

/** Somebody of staff, signed in; at a desk, at that of the service that the visitors go to. */
async function hireStaff(name: string, role: string): Promise<Cookies> {
  const account = (who: string) => ({
    name: who,
    email: `${who}@handrail.test`,
    password: PASSWORD,
  });
  if (administrator === undefined) {
    administrator = newClient(server.origin);
    await join(administrator, server.setUpAddress ?? '', account('ann'));
  }
  // The server may have another port by now.
  const inviting = newClient(server.origin);
  for (const [cookie, value] of administrator.cookies) inviting.cookies.set(cookie, value);
  const client = newClient(server.origin);
  const { password: _password, ...person } = account(name);
  await join(client, await invite(inviting, person, role), account(name));
  return client.cookies;
}

/** Sends a post again, one after another and at once: nothing changes, and it leads to the same page. */
async function replay(post: Post): Promise<void> {
  const before = await everythingStored(ownerUrl(dataFolder));
  const again = async () =>
    expect(led(await send(newClient(server.origin), server.origin, post)), post.path).toBe(
      post.led,
    );
  for (let i = 0; i < TIMES; i += 1) await again();
  await Promise.all(Array.from({ length: AT_ONCE }, again));
  expect(await everythingStored(ownerUrl(dataFolder)), post.path).toEqual(before);
}

async function recorded(): Promise<readonly (readonly string[])[]> {
  const { transitions } = await readStored(ownerUrl(dataFolder));
  return [...Map.groupBy(transitions, ({ pathway }) => pathway).values()].map((all) =>
    all.map(({ step }) => step),
  );
}

test('a post sent twice more, and ten times at once, has one effect', async () => {
  const poster = newPoster(server.origin, 1, replay);
  const journey = await walkWithPosts(poster);
  walked = { ...journey, posts: poster.posts, cookies: new Map(poster.client.cookies) };
  expect(await recorded()).toEqual([RECORDED]);
});

test('ten copies of a post that arrive together have one effect', async () => {
  const second = await walkWithPosts(newPoster(server.origin, AT_ONCE), { codeFirst: true });
  visitCode = second.visitCode;
  expect(await recorded()).toEqual([RECORDED, RECORDED]);
  await expectWhole(ownerUrl(dataFolder));
});

test('every post sent again after a restart changes nothing and leads to the same page', async () => {
  await server.stop();
  server = await startServer({ dataFolder });
  const before = await everythingStored(ownerUrl(dataFolder));
  for (const post of walked.posts) await replay(post);
  expect(await everythingStored(ownerUrl(dataFolder))).toEqual(before);
});

test('a visit is recorded and taken back once, however often the desk sends it', async () => {
  // As the worker does once a visit may be recorded.
  await withOwner(ownerUrl(dataFolder), (db) =>
    db.query('UPDATE ops.visit_clock SET issued_at = NULL'),
  );
  const poster = newPoster(server.origin, 1, replay, desk);
  const record = () =>
    poster.post(
      '/en/staff/desk',
      { code: walked.visitCode, mode: 'in_person' },
      '/en/staff/desk/do/record',
    );
  const idOf = async () => {
    const { body } = await poster.client.get('/en/staff/desk/done');
    return /name="id"[^>]*value="([^"]+)"/.exec(body)?.[1] ?? '';
  };
  await record();
  await poster.post('/en/staff/desk/done', { id: await idOf() }, '/en/staff/desk/do/undo');
  // The form that recorded it says so, and does not record it again.
  const [first] = poster.posts;
  await replay({ ...(first as Post), led: '303 /en/staff/desk' });
  await record();
  const { body } = await poster.client.get('/en/staff/desk/enter');
  const day = /<option[^>]*value="([\d-]+)"/.exec(body)?.[1] ?? '';
  const sheet = { lines: visitCode, mode: 'phone', day };
  await poster.post('/en/staff/desk/enter', sheet, '/en/staff/desk/do/enter');
  const visits = (await recorded()).map((steps) => steps.slice(RECORDED.length));
  const came = 'attendance.recorded';
  expect(visits.sort((a, b) => a.length - b.length)).toEqual([[came], [came, came, came]]);
  // What led to it, sent again now, changes neither the visit nor the codes.
  for (const post of walked.posts) await replay(post);
  await expectWhole(ownerUrl(dataFolder));
});

test('what a guide sends, and the step that it leads to, has one effect however often it is sent', async () => {
  // The thread of the visitor who walked first, whose visits were recorded most often.
  const [thread] = await withOwner(ownerUrl(dataFolder), async (db) => {
    const steps = 'SELECT count(*) FROM subject.transition t WHERE t.pathway_id = th.pathway_id';
    const found = await db.query(`SELECT id FROM subject.thread th ORDER BY (${steps}) DESC`);
    return found.rows as { readonly id: string }[];
  });
  const path = `/en/staff/inbox/${thread?.id}`;
  const guide = newPoster(server.origin, 1, replay, await hireStaff('gil', 'guide'));
  const send = (verb: string, fields: Readonly<Record<string, string>> = {}) =>
    guide.post(path, { seen: '2', step: 'plan', ...fields }, `${path}/do/${verb}`);
  await send('note', { note: 'Go gently.' });
  await send('assign', { guide: '', handover: 'For whoever is next.' });
  await send('reply', { text: 'Too fast.' });
  await send('undo');
  await send('reply', { text: 'One small step.' });
  await withOwner(ownerUrl(dataFolder), (db) =>
    db.query('UPDATE ops.pending_reply SET due_at = now()'),
  );
  await guide.client.get(path);
  for (const post of guide.posts) await replay(post);
  const visitor = newPoster(server.origin, AT_ONCE, replay, walked.cookies);
  await visitor.post('/en/mine/messages', { seq: '3' }, '/en/mine/messages/step');
  const steps = (await recorded()).flat().filter((step) => /^guidance.(a|step)/.test(step));
  expect(steps).toEqual(['guidance.answered', 'guidance.step_taken']);
});

test('a choice sent again, its answer lost on the way, shows the return code that was stored', async () => {
  const choice = walked.posts.find(({ path }) => path === '/en/next');
  const client = newClient(server.origin);
  await send(client, server.origin, choice as Post);
  expect(await readCode(client)).toBe(walked.code);
});

test('deleting everything, sent twice more and ten times at once, deletes one pathway', async () => {
  const poster = newPoster(server.origin, 1, replay, walked.cookies);
  await poster.post('/en/mine/data', { last4: walked.code.slice(-4) });
  expect(await recorded()).toEqual([[...RECORDED, 'attendance.recorded']]);
});

test('a post for the group, sent again at every step, is written, reported and taken back once', async () => {
  const url = ownerUrl(dataFolder);
  await staffGroup(url);
  const { client } = newPoster(server.origin, 1);
  const { code } = await walkWithPosts(newPoster(server.origin, 1, undefined, client.cookies));
  await waitTwoDays(url);
  await client.get('/en/return');
  await client.post('/en/return', { code, device: 'private' });
  const poster = newPoster(server.origin, 1, replay, client.cookies);
  await groupWithPosts(poster, url);
  const steps = (await recorded()).flat().filter((step) => step.startsWith('community'));
  expect(steps).toEqual(GROUP_RECORDED);
  // Everything once more: what was taken back does not come again. Who reported is not remembered, so there it is
  // said that the post is gone.
  for (const post of poster.posts) {
    await replay(post.path.includes('/report/') ? { ...post, led: `303 ${post.path}` } : post);
  }
  await poster.post('/en/mine/data', { last4: code.slice(-4) });
  expect((await everythingStored(url))['subject.group_voice t']).toEqual([]);
});

test('leaving, sent again, leads to the same page and changes nothing', async () => {
  const poster = newPoster(server.origin, AT_ONCE, replay);
  const before = await recorded();
  await poster.post('/en/check', {}, '/en/leave');
  expect(await recorded()).toEqual(before);
});

test('fifty visitors who submit at the same moment become fifty whole pathways', async () => {
  const clients = Array.from({ length: VISITORS }, () => newClient(server.origin));
  for (const client of clients) {
    await client.get('/en/check');
    await client.post('/en/check', { device: 'private', age: 'adult', self: 'yes' });
    await client.get('/en/check/all');
  }
  const answersOf = (visitor: number) =>
    Object.fromEntries(
      Array.from({ length: 10 }, (_, q) => [`q${q + 1}`, String((visitor + q) % 4)]),
    );
  const sent = await Promise.all(
    clients.map((client, visitor) => client.post('/en/check/all', answersOf(visitor))),
  );
  const passed = await Promise.all(
    sent.map((answer, visitor) => passSupport(clients[visitor] as Client, answer, '/en')),
  );
  expect(passed.map(target).filter((path) => path !== '/en/check/likely')).toEqual([]);
  const { rows, transitions } = await expectWhole(ownerUrl(dataFolder));
  expect(rows.size).toBe(VISITORS + 1);
  const completed = transitions.filter(({ step }) => step === 'screening.completed');
  expect(completed).toHaveLength(VISITORS + 1);
});
