// Transitions per second: simulated, written with the rules of the database, and without them.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { applyMigrations } from '#lib/run/database/migrations.ts';
import { startPostgres } from '#lib/run/database/postgres.ts';
import { batches } from '#lib/run/simulation/fill.ts';
import { copySimulated } from '#lib/store/simulated.ts';
import { WORLD } from '../support/simulated.ts';

const PATHWAYS = Number(process.env['BENCH_PATHWAYS'] ?? 20_000);

const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
chmodSync(folder, 0o711);
const ownerPassword = randomBytes(16).toString('hex');
const server = await startPostgres({ folder: `${folder}/postgres`, port: 57_100, ownerPassword });
const client = new pg.Client({ connectionString: server.url('handrail', ownerPassword) });

const slice = (seed: number) => ({ scenario: 'web', seed, first: 0, pathways: PATHWAYS }) as const;

/** Of this process alone: on a busy machine the clock on the wall says less. */
function timed<T>(work: () => T) {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const done = work();
  const { user, system } = process.cpuUsage(cpu);
  return { done, seconds: (performance.now() - from) / 1000, cpuSeconds: (user + system) / 1e6 };
}

function report(figure: string, transitions: number, seconds: number, more: object = {}): void {
  const perSecond = Math.round(transitions / seconds);
  console.log(JSON.stringify({ figure, perSecond, transitions, ...more }));
}

try {
  await applyMigrations(server.url('handrail', ownerPassword));
  await client.connect();
  // The first some thousand run before the code is compiled.
  for (const _ of batches(WORLD, { ...slice(0), pathways: 3_000 }));
  const made = [1, 2].map((seed) => timed(() => [...batches(WORLD, slice(seed))]));
  const [{ done: first }, { done: second }] = made as [(typeof made)[0], (typeof made)[0]];
  const count = (all: typeof first) => all.flat().reduce((n, one) => n + one.transitions.length, 0);
  for (const { done, seconds, cpuSeconds } of made) {
    const perCpuSecond = Math.round(count(done) / cpuSeconds);
    report('transitions simulated', count(done), seconds, { perCpuSecond });
  }
  for (const [rules, all] of [
    ['with the rules of the database', first],
    ['without its triggers', second],
  ] as const) {
    if (all === second) await client.query("SET session_replication_role = 'replica'");
    const from = performance.now();
    for (const batch of all) await copySimulated(client, batch);
    report(`transitions written ${rules}`, count(all), (performance.now() - from) / 1000);
  }
} finally {
  await client.end().catch(() => undefined);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
