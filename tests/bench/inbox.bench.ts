// The inbox with ten thousand open threads, under twenty guides who look again and again.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { invite, join } from '../e2e/support/canary/staff-account.ts';
import { ownerUrl } from '../e2e/support/durable/own-server.ts';
import { newClient } from '../support/client.ts';
import { fillThreads } from '../support/many-threads.ts';
import { startServer } from '../support/server.ts';

const OPEN = Number(process.env['BENCH_THREADS'] ?? 10_000);
const STAFF = 20;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 30);
/** Between two looks of one guide. */
const PAUSE_MS = 1_000;
const PASSWORD = 'four quiet words here';
const TABS = ['mine', 'unassigned', 'waiting', 'soon', 'late'] as const;

const server = await startServer();
const owner = new pg.Client({ connectionString: ownerUrl(server.dataFolder) });
await owner.connect();
const guides = await hireGuides();
const { rows } = await owner.query(`SELECT id FROM ops.staff WHERE 'guide' = ANY (roles)`);
await fillThreads(
  owner,
  OPEN,
  rows.map(({ id }) => id as string),
);

async function hireGuides() {
  const administrator = newClient(server.origin);
  const account = (name: string) => ({ name, email: `${name}@handrail.test`, password: PASSWORD });
  await join(administrator, server.setUpAddress ?? '', account('ann'));
  const made = [];
  for (let n = 0; n < STAFF; n += 1) {
    const client = newClient(server.origin);
    const { password: _password, ...person } = account(`guide-${n}`);
    await join(client, await invite(administrator, person, 'guide'), account(`guide-${n}`));
    made.push(client);
  }
  return made;
}

const times = new Map<string, number[]>();
const until = performance.now() + SECONDS * 1000;

async function poll(client: (typeof guides)[number], n: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, (n * PAUSE_MS) / STAFF));
  for (let turn = n; performance.now() < until; turn += 1) {
    const tab = TABS[turn % TABS.length] ?? 'mine';
    const from = performance.now();
    const path = `/en/staff/inbox?tab=${tab}&all=${turn % 2}`;
    // A connection that idled while the threads were made may be closed in the moment it is used again.
    const page = await client.get(path).catch(() => client.get(path));
    if (page.status !== 200 || !page.body.includes('aria-current'))
      throw new Error(`${tab} ${page.status}`);
    times.set(tab, [...(times.get(tab) ?? []), performance.now() - from]);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

await Promise.all(guides.map(poll));
const at = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
const all = [...times.values()].flat();
for (const [tab, taken] of [...times, ['all', all] as const]) {
  const sorted = taken.toSorted((a, b) => a - b);
  const figures = { pages: sorted.length, p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
  console.log(JSON.stringify({ bench: 'inbox', open: OPEN, staff: STAFF, tab, ...figures }));
}
await owner.end();
await server.stop();
