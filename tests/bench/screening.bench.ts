// Complete screenings per second, from "Before you start" to the result, durable before it is shown.
import { chmodSync, mkdtempSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#lib/run/database/postgres.ts';
import { newClient } from '../support/client.ts';
import { startServer } from '../support/server.ts';
import { completeScreening } from './complete-screening.ts';
import { readUsage } from './process-cpu.ts';

const VISITORS = [1, 8, 32];
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);

/** Runs `once` at `visitors` at a time for a while; times in milliseconds. */
async function load(visitors: number, once: () => Promise<void>) {
  const times: number[] = [];
  const from = performance.now();
  const until = from + SECONDS * 1000;
  const visit = async () => {
    while (performance.now() < until) {
      const at = performance.now();
      await once();
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: visitors }, visit));
  const seconds = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (q: number) => Math.round(times[Math.floor(q * (times.length - 1))] ?? 0);
  return {
    count: times.length,
    perSecond: Number((times.length / seconds).toFixed(1)),
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}

const say = (figures: object) => console.log(JSON.stringify({ bench: 'screening', ...figures }));
const each = (ms: number, count: number) => Number((ms / Math.max(1, count)).toFixed(2));

async function measure(database: string, env: Record<string, string>, databasePid?: number) {
  const server = await startServer({ env: { HANDRAIL_LIMIT_FACTOR: '1000000', ...env } });
  const { pid = 0 } = server.child;
  try {
    for (const mode of ['all', 'one'] as const) {
      const list: string[] = [];
      await completeScreening(newClient(server.origin), mode, (line) => list.push(line));
      if (database === 'embedded') say({ mode, requests: list });
      // The code is compiled while it warms up; that is not what a visitor meets.
      await load(8, () => completeScreening(newClient(server.origin), mode));
      for (const visitors of VISITORS) {
        const before = readUsage(pid, databasePid);
        const figures = await load(visitors, () =>
          completeScreening(newClient(server.origin), mode),
        );
        const after = readUsage(pid, databasePid);
        say({
          database,
          mode,
          visitors,
          ...figures,
          webCpuMs: each(after.web - before.web, figures.count),
          workerCpuMs: each(after.worker - before.worker, figures.count),
          databaseCpuMs: each(after.database - before.database, figures.count),
          webRssMb: after.webRssMb,
        });
      }
    }
    if (database === 'embedded') await baselines(server.origin, pid);
  } finally {
    await server.stop();
  }
}

/** What the same machine does in the same run without us: a trivial route of the same server, and bare node:http. */
async function baselines(origin: string, pid: number) {
  const client = newClient(origin);
  const before = readUsage(pid);
  const trivial = await load(8, async () => void (await client.get('/healthz')));
  const after = readUsage(pid);
  say({
    baseline: 'trivial route',
    ...trivial,
    webCpuMs: each(after.web - before.web, trivial.count),
  });
  const bare = http
    .createServer((_request, response) => response.end('ok\n'))
    .listen(0, '127.0.0.1');
  await new Promise((resolve) => bare.once('listening', resolve));
  const other = newClient(`http://127.0.0.1:${(bare.address() as AddressInfo).port}`);
  say({ baseline: 'bare node:http', ...(await load(8, async () => void (await other.get('/')))) });
  bare.close();
  bare.closeAllConnections();
}

await measure('embedded', {});
const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
chmodSync(folder, 0o711);
const postgres = await startPostgres({
  folder: `${folder}/postgres`,
  port: 56_900,
  ownerPassword: 'bench',
});
try {
  await measure('external', { DATABASE_URL: postgres.url('handrail', 'bench') }, process.pid);
} finally {
  await postgres.stop();
}
process.exit(0);
