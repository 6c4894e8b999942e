// A topic of a large group and the moderators' queue: each page by itself, and while 20 members of staff look again
// and again. On a machine that does other things too the CPU of a page says more than its time.
import { loadavg } from 'node:os';
import { readWebSecrets } from '#lib/gateways/secrets.ts';
import { hire, join } from '../e2e/support/cast/staff-people.ts';
import { ownerUrl, withOwner } from '../e2e/support/durable/own-server.ts';
import { staffGroup } from '../e2e/support/group-people.ts';
import { type Client, newClient } from '../support/client.ts';
import { fillGroup } from '../support/many-posts.ts';
import { startServer } from '../support/server.ts';
import { readUsage } from './process-cpu.ts';

const GROUP = { posts: 100_000, topics: 20, waiting: 2_000 };
const POLLERS = 20;
const PEOPLE = 4;
const SECONDS = 30;
const ALONE = 60;
/** A moderator looks again after this long on average, none at the same moment as all others. */
const PAUSE_MS = 1_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 2 * PAUSE_MS * Math.random()));

const say = (figures: object) => console.log(JSON.stringify({ bench: 'group', ...figures }));
const load = () => Math.round(loadavg()[0] ?? 0);

function spread(all: readonly number[]) {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), load: load() };
}

async function timed(client: Client, path: string): Promise<number> {
  const from = performance.now();
  const { status } = await client.get(path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return performance.now() - from;
}

const server = await startServer();
try {
  const url = ownerUrl(server.dataFolder);
  const administrator = newClient(server.origin);
  await join(administrator, server.setUpAddress ?? '', 'administrator');
  const staff: Client[] = [];
  for (let i = 0; i < PEOPLE; i += 1) {
    const person = { name: `moderator-${i}`, role: 'moderator' };
    staff.push(await hire(administrator, server.origin, person));
  }
  await staffGroup(url);
  const secrets = readWebSecrets(`${server.dataFolder}/secrets/web.json`);
  const topics = await withOwner(url, (db) => fillGroup(db, secrets, GROUP));
  const reader = newClient(server.origin);
  const pathOf: Readonly<Record<string, (i: number) => string>> = {
    'newest posts': (i) => `/en/group/${topics[i % topics.length]}`,
    'posts in the middle': (i) =>
      `/en/group/${topics[i % topics.length]}?before=${100 + ((i * 37) % 4_000)}`,
    'the group': () => '/en/group',
    queue: () => '/en/staff/moderate',
  };
  const pid = server.child.pid ?? 0;
  for (const [page, path] of Object.entries(pathOf)) {
    const client = page === 'queue' ? (staff[0] as Client) : reader;
    await timed(client, path(0));
    const before = readUsage(pid);
    const times: number[] = [];
    for (let i = 0; i < ALONE; i += 1) times.push(await timed(client, path(i)));
    const after = readUsage(pid);
    const cpu = (part: 'web' | 'database') => Math.round((after[part] - before[part]) / ALONE);
    say({ page, ...GROUP, webCpuMs: cpu('web'), databaseCpuMs: cpu('database'), ...spread(times) });
  }
  const until = Date.now() + SECONDS * 1000;
  const times = new Map<string, number[]>(Object.keys(pathOf).map((page) => [page, []]));
  const ask = async (page: string, client: Client, i: number) => {
    const path = pathOf[page]?.(i) ?? '';
    times.get(page)?.push(await timed(client, path));
  };
  const poll = async (client: Client) => {
    while (Date.now() < until) {
      await pause();
      await ask('queue', client, 0);
    }
  };
  const read = async () => {
    for (let i = 0; Date.now() < until; i += 1) {
      for (const page of ['newest posts', 'posts in the middle', 'the group']) {
        await ask(page, reader, i);
      }
    }
  };
  const pollers = Array.from({ length: POLLERS }, (_, i) => poll(staff[i % PEOPLE] as Client));
  await Promise.all([...pollers, read()]);
  for (const [page, all] of times) say({ page, ...GROUP, pollers: POLLERS, ...spread(all) });
} finally {
  await server.stop();
}
