// `npm run simulate`: fills a database with pathways that are made up, and a file with what is true of them.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { readConfig } from '#lib/config.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { TRUTH_COLUMNS, truthLine } from '#lib/domain/simulation/truth.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { runningOwnerUrl } from './database/running.ts';
import { batches, type Filled, fillDatabase } from './simulation/fill.ts';
import { readOptions, type SimulateOptions, USAGE } from './simulation/options.ts';
import { shippedWorld } from './simulation/world-of.ts';
import { helpWhereAsked } from './stages/help.ts';
import { holderOf } from './stages/lock.ts';
import { prepareGround } from './stages/prepare-ground.ts';
import { giveUp, say } from './stages/report.ts';

const PRINTED_AT_ONCE = 200;

async function print(options: SimulateOptions, today: Day): Promise<void> {
  const truth = options.truth === null ? null : createWriteStream(options.truth);
  truth?.write(`${TRUTH_COLUMNS.join(',')}\n`);
  for (const batch of batches(shippedWorld(today), options, PRINTED_AT_ONCE)) {
    const lines = batch.flatMap(({ id, start, transitions }) =>
      transitions.map(
        (one) => `${JSON.stringify({ pathway: id, start: isoDate(start), ...one })}\n`,
      ),
    );
    if (!process.stdout.write(lines.join(''))) await once(process.stdout, 'drain');
    truth?.write(batch.map((one) => `${truthLine(one.truth)}\n`).join(''));
  }
  truth?.end();
  if (truth) await finished(truth);
}

async function fill(options: SimulateOptions, today: Day): Promise<void> {
  const config = readConfig(process.env);
  const { scenario, seed, first, pathways, intoUsed } = options;
  const name = `simulated-${scenario}-${seed}-${first}-${pathways}.csv`;
  const truthFile = resolve(options.truth ?? resolve(config.data, name));
  const slice = { scenario, seed, first, pathways };
  const ground = holderOf(config.data) === null ? await prepareGround(config) : null;
  try {
    const ownerUrl = ground?.urls.owner ?? (await runningOwnerUrl(config));
    const { entryPoints } = config;
    const to = { ownerUrl, slice, today, truthFile, intoUsed, entryPoints, tell: progress };
    tell(await fillDatabase(to));
    say(`What is true of them: ${truthFile}`);
  } finally {
    await ground?.release();
  }
}

function tell({ pathways, transitions, generating, writing }: Filled): void {
  const rate = (seconds: number) => Math.round(transitions / seconds).toLocaleString('en');
  say(`Simulated … ${pathways} pathways, ${transitions} transitions`);
  say(`${rate(generating)} transitions/s generated, ${rate(writing)} transitions/s written`);
}

/** How far it has come, where somebody looks. */
function progress(done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done.toLocaleString('en')} pathways …\r`);
}

// Who read the lines has seen enough, e.g. `head`.
process.stdout.on('error', () => process.exit(0));

helpWhereAsked(USAGE);
try {
  const options = readOptions(process.argv.slice(2));
  const { timeZone } = readConfig(process.env);
  const today = options.until ?? localTime(Date.now() as Instant, timeZone).day;
  await (options.print ? print(options, today) : fill(options, today));
  process.exit(0);
} catch (error) {
  giveUp(error);
}
