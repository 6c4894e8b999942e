import { expect, test } from '@playwright/test';
import { type Client, newClient, passSupport, target } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { expectWhole, readStored } from './support/durable/invariants.ts';
import {
  everythingStored,
  hireGuide,
  RECORDED,
  readCode,
  walkWithPosts,
} from './support/durable/journey.ts';
import { newDataFolder, ownerUrl, removeFolder } from './support/durable/own-server.ts';
import { led, newPoster, type Post, send } from './support/durable/posts.ts';

test.describe.configure({ mode: 'serial' });

const TIMES = 5;
const VISITORS = 50;
let dataFolder = '';
let server: RunningServer;
let walked: { readonly posts: readonly Post[]; readonly code: string; readonly cookies: Cookies };
type Cookies = ReadonlyMap<string, string>;

test.beforeAll(async () => {
  dataFolder = newDataFolder();
  server = await startServer({ dataFolder });
  await hireGuide(ownerUrl(dataFolder));
});
test.afterAll(async () => {
  await server.stop();
  removeFolder(dataFolder);
});

/** Sends a post again, one after another and at once: nothing changes, and it leads to the same page. */
async function replay(post: Post): Promise<void> {
  const before = await everythingStored(ownerUrl(dataFolder));
  const again = async () =>
    expect(led(await send(newClient(server.origin), server.origin, post)), post.path).toBe(
      post.led,
    );
  for (let i = 0; i < TIMES; i += 1) await again();
  await Promise.all(Array.from({ length: TIMES }, again));
  expect(await everythingStored(ownerUrl(dataFolder)), post.path).toEqual(before);
}

async function recorded(): Promise<readonly (readonly string[])[]> {
  const { transitions } = await readStored(ownerUrl(dataFolder));
  return [...Map.groupBy(transitions, ({ pathway }) => pathway).values()].map((all) =>
    all.map(({ step }) => step),
  );
}

test('a post sent five more times, and five times at once, has one effect', async () => {
  const poster = newPoster(server.origin, 1, replay);
  const { code } = await walkWithPosts(poster);
  walked = { posts: poster.posts, code, cookies: new Map(poster.client.cookies) };
  expect(await recorded()).toEqual([RECORDED]);
});

test('five copies of a post that arrive together have one effect', async () => {
  await walkWithPosts(newPoster(server.origin, TIMES), { codeFirst: true });
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

test('a choice sent again, its answer lost on the way, shows the return code that was stored', async () => {
  const choice = walked.posts.find(({ path }) => path === '/en/next');
  const client = newClient(server.origin);
  await send(client, server.origin, choice as Post);
  expect(await readCode(client)).toBe(walked.code);
});

test('deleting everything, sent five more times and at once, deletes one pathway', async () => {
  const poster = newPoster(server.origin, 1, replay);
  for (const [name, value] of walked.cookies) poster.client.cookies.set(name, value);
  await poster.post('/en/mine/data', { last4: walked.code.slice(-4) });
  expect(await recorded()).toEqual([RECORDED]);
});

test('leaving, sent again, leads to the same page and changes nothing', async () => {
  const poster = newPoster(server.origin, TIMES, replay);
  await poster.post('/en/check', {}, '/en/leave');
  expect(await recorded()).toEqual([RECORDED]);
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
