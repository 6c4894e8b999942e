import { resolve } from 'node:path';
import { type Config, readConfig } from '#lib/config.ts';
import { awaitReady } from './await-ready.ts';
import { buildWeb } from './build.ts';
import { checkPort } from './check-port.ts';
import { environmentOf, type Ground, prepareGround } from './prepare-ground.ts';
import { elapsed, giveUp, say, stage } from './report.ts';
import { holdOutput, type Supervised, supervise } from './supervise.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface Serve {
  /** Somebody asks for the address of an administrator although there may be one. */
  readonly administrator: boolean;
  /** What is to be done before the first page answers; the lines are said at the end. */
  readonly prepare?: (config: Config, ground: Ground) => Promise<readonly string[]>;
}

/** Rows of a package pass through the worker by the million: what they leave is swept often. */
export const WORKER_FLAGS = ['--max-semi-space-size=8'] as const;

/** Everything from an empty folder to a page that answers, and a clean end. Once a process. */
export async function serve({ administrator, prepare }: Serve): Promise<void> {
  const toStop: (() => Promise<void>)[] = [];
  const output = holdOutput();
  const stopAll = stopper(toStop);
  try {
    const config = readConfig(process.env);
    const ground = await prepareGround(config, () => checkPort(config.port), administrator);
    toStop.push(ground.release);
    const lines = (await prepare?.(config, ground)) ?? [];
    const skip = process.env['HANDRAIL_SKIP_BUILD'] === '1';
    await stage(
      'Build',
      () => buildWeb(root, skip),
      (built) => built,
    );
    const run = (name: 'web' | 'worker'): Supervised => {
      const env = { ...environmentOf(config, ground, name), NODE_ENV: 'production' };
      const args = [...(name === 'worker' ? WORKER_FLAGS : []), `lib/run/${name}.ts`];
      const supervised = supervise({ name, args, env, cwd: root, output });
      toStop.push(supervised.stop);
      return supervised;
    };
    run('worker');
    run('web');
    await stage('Web and worker', () => awaitReady(config.port)).finally(output.open);
    say(`\nOpen ${config.origin.href} (ready after ${elapsed()}; Ctrl-C stops it)`);
    for (const line of lines) say(line);
    if (ground.started.setUpAddress && !config.demo) {
      const who = administrator ? 'Administrator, within an hour and' : 'First administrator,';
      say(`${who} once: ${ground.started.setUpAddress}`);
    }
  } catch (error) {
    await stopAll().catch(() => undefined);
    giveUp(error);
  }
}

/** Web first, so that nobody is asked twice; then the worker; the database last, with every write on disk. */
function stopper(toStop: (() => Promise<void>)[]): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stopAll = () => {
    stopping ??= (async () => {
      if (toStop.length === 0) return;
      say('Stopping …');
      for (const stop of toStop.reverse()) await stop();
      say('Stopped. Everything acknowledged is kept.');
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stopAll().then(() => process.exit(0), giveUp));
  }
  // Who read the output may be gone (`npm run up | head`); the people on the pages are not.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return stopAll;
}
