// `npm run up`: everything from an empty folder to a page that answers, and a clean end.
import { resolve } from 'node:path';
import { readConfig } from '#lib/config.ts';
import { awaitReady } from './stages/await-ready.ts';
import { buildWeb } from './stages/build.ts';
import { checkPort } from './stages/check-port.ts';
import { environmentOf, prepareGround } from './stages/prepare-ground.ts';
import { elapsed, giveUp, say, stage } from './stages/report.ts';
import { holdOutput, type Supervised, supervise } from './stages/supervise.ts';

const root = resolve(import.meta.dirname, '../..');
const administrator = process.argv.includes('--administrator');
const toStop: (() => Promise<void>)[] = [];
const output = holdOutput();
let stopping: Promise<void> | undefined;

/** Web first, so that nobody is asked twice; then the worker; the database last, with every write on disk. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    if (toStop.length === 0) return;
    say('Stopping …');
    for (const stop of toStop.reverse()) await stop();
    say('Stopped. Everything acknowledged is kept.');
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stopAll().then(() => process.exit(0), giveUp));
}

// Who read the output may be gone (`npm run up | head`); the people on the pages are not.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  const config = readConfig(process.env);
  const ground = await prepareGround(config, () => checkPort(config.port), administrator);
  toStop.push(ground.release);
  const skip = process.env['HANDRAIL_SKIP_BUILD'] === '1';
  await stage(
    'Build',
    () => buildWeb(root, skip),
    (built) => built,
  );
  const run = (name: 'web' | 'worker'): Supervised => {
    const env = { ...environmentOf(config, ground, name), NODE_ENV: 'production' };
    const supervised = supervise({ name, args: [`lib/run/${name}.ts`], env, cwd: root, output });
    toStop.push(supervised.stop);
    return supervised;
  };
  run('worker');
  run('web');
  await stage('Web and worker', () => awaitReady(config.port)).finally(output.open);
  say(`\nOpen ${config.origin.href} (ready after ${elapsed()}; Ctrl-C stops it)`);
  if (ground.started.setUpAddress) {
    const who = administrator ? 'Administrator, within an hour and' : 'First administrator,';
    say(`${who} once: ${ground.started.setUpAddress}`);
  }
} catch (error) {
  if (!stopping) await stopAll().catch(() => undefined);
  giveUp(error);
}
