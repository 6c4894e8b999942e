// A topic of a large group and the moderators' queue while 20 members of staff look again and again.

import { readWebSecrets } from '#lib/gateways/secrets.ts';
import { hire, join } from '../e2e/support/cast/staff-people.ts';
import { ownerUrl, withOwner } from '../e2e/support/durable/own-server.ts';
import { staffGroup } from '../e2e/support/group-people.ts';
import { type Client, newClient } from '../support/client.ts';
import { fillGroup } from '../support/many-posts.ts';
import { startServer } from '../support/server.ts';

const GROUP = { posts: 100_000, topics: 20, waiting: 2_000 };
const POLLERS = 20;
const PEOPLE = 4;
const SECONDS = 30;
/** A moderator looks again after this long. */
const PAUSE_MS = 1_000;

const say = (figures: object) => console.log(JSON.stringify({ bench: 'group', ...figures }));

const server = await startServer();
try {
  const url = ownerUrl(server.dataFolder);
  const administrator = newClient(server.origin);
  await join(administrator, server.setUpAddress ?? '', 'administrator');
  const staff: Client[] = [];
  for (let i = 0; i < PEOPLE; i += 1) {
    staff.push(
      await hire(administrator, server.origin, { name: `moderator-${i}`, role: 'moderator' }),
    );
  }
  await staffGroup(url);
  const secrets = readWebSecrets(`${server.dataFolder}/secrets/web.json`);
  const topics = await withOwner(url, (db) => fillGroup(db, secrets, GROUP));
  const until = Date.now() + SECONDS * 1000;
  const times = new Map<string, number[]>();
  const timed = async (name: string, client: Client, path: string) => {
    const from = performance.now();
    const { status } = await client.get(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    times.set(name, [...(times.get(name) ?? []), performance.now() - from]);
  };
  const poll = async (client: Client) => {
    while (Date.now() < until) {
      await timed('queue', client, '/en/staff/moderate');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const read = async (n: number) => {
    const client = newClient(server.origin);
    for (let i = n; Date.now() < until; i += 7) {
      const topic = topics[i % topics.length];
      await timed('newest posts', client, `/en/group/${topic}`);
      await timed(
        'posts in the middle',
        client,
        `/en/group/${topic}?before=${100 + ((i * 37) % 4_000)}`,
      );
      await timed('the group', client, '/en/group');
    }
  };
  const pollers = Array.from({ length: POLLERS }, (_, i) => poll(staff[i % PEOPLE] as Client));
  await Promise.all([...pollers, read(0), read(3)]);
  for (const [page, all] of times) {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    say({ page, ...GROUP, pollers: POLLERS, n: sorted.length, p50: at(0.5), p95: at(0.95) });
  }
} finally {
  await server.stop();
}
