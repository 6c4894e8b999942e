// The web side: one process per core over the built server, sharing the port.
import cluster, { type Worker } from 'node:cluster';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '#lib/config.ts';

const LONGEST_DRAIN_MS = 20_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

const config = readConfig(process.env);
const count = config.webProcesses || availableParallelism();
let stopping = false;
let pause = FIRST_PAUSE_MS;

cluster.setupPrimary({
  exec: resolve('.next/standalone/server.js'),
  execArgv: [
    '--import',
    pathToFileURL(resolve('lib/run/web/web-guard.ts')).href,
    // A page needs little: a small heap that is swept often keeps a process under 350 MB.
    '--max-old-space-size=256',
    '--max-semi-space-size=8',
  ],
});
const env = {
  PORT: String(config.port),
  HOSTNAME: config.host,
  HANDRAIL_WEB_PROCESSES: String(count),
  HANDRAIL_SECRET_FILE: resolve(config.secretFile),
  // The server works in a folder of its own.
  HANDRAIL_INSTRUMENTS: config.instruments && resolve(config.instruments),
};
for (let i = 0; i < count; i += 1) cluster.fork(env);

cluster.on('listening', () => {
  pause = FIRST_PAUSE_MS;
});
cluster.on('exit', () => {
  if (stopping) return;
  // One that fell over is replaced, more slowly each time it falls at once.
  setTimeout(() => !stopping && cluster.fork(env), pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());
// Started by `up`: when that is killed, nobody else would end this.
process.on('disconnect', () => stop());
process.channel?.unref();

/** Lets every request under way finish, then ends. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  const workers = Object.values(cluster.workers ?? {}).filter((w): w is Worker => w !== undefined);
  for (const worker of workers) worker.process.kill('SIGTERM');
  setTimeout(() => {
    for (const worker of workers) worker.process.kill('SIGKILL');
  }, LONGEST_DRAIN_MS).unref();
}
