import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import { type Simulated, simulateBothArms } from '#lib/domain/simulation/simulate.ts';
import { TRUTH_COLUMNS, truthLine } from '#lib/domain/simulation/truth.ts';
import type { Compared, World } from '#lib/domain/simulation/world.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { openDatabase } from '#lib/store/client.ts';
import { forgetReleases } from '#lib/store/figure-releases.ts';
import { analyzePathways, copySimulated, isInUse, MOST_AT_ONCE } from '#lib/store/simulated.ts';
import { storedWorld } from './world-of.ts';

export interface Slice {
  readonly scenario: ScenarioName;
  readonly seed: number;
  readonly first: number;
  readonly pathways: number;
}

export interface Filled {
  readonly pathways: number;
  readonly transitions: number;
  /** Seconds that simulating took, and the rest of the time. */
  readonly generating: number;
  readonly writing: number;
}

/** Pathways of a slice, some hundred at a time. */
export function* batches(world: World, slice: Slice, size = MOST_AT_ONCE): Generator<Simulated[]> {
  const { scenario, seed, first, pathways } = slice;
  for (let from = 0; from < pathways; from += size) {
    const count = Math.min(size, pathways - from);
    yield Array.from({ length: count }, (_, at) =>
      simulateBothArms(world, { scenario, seed, index: first + from + at }),
    );
  }
}

export interface ToFill {
  readonly ownerUrl: string;
  readonly slice: Slice;
  readonly today: Day;
  readonly truthFile: string;
  /** Also where something is in there already. */
  readonly intoUsed: boolean;
  readonly tell?: (done: number) => void;
  readonly entryPoints?: readonly string[];
  /** A comparison that runs there, of some of them. */
  readonly compared?: Compared;
}

/**
 * Fills a database with a slice, and a file with its truth. What was done is on the database's own record.
 * @throws Error where it holds people who may be real, or anything else and nobody said that this is meant.
 */
export async function fillDatabase({ ownerUrl, slice, today, ...to }: ToFill): Promise<Filled> {
  const client = new pg.Client({ connectionString: ownerUrl });
  const db = openDatabase({ url: ownerUrl, max: 1 });
  await client.connect();
  try {
    if ((await isInUse(client)) && !to.intoUsed) {
      throw new Error(
        'This database holds accounts or made-up people: choose an empty one (HANDRAIL_DATA), or say --into-used',
      );
    }
    const stored = await storedWorld(db, { today, scenario: slice.scenario });
    const { compared, entryPoints = [] } = to;
    const world = { ...stored, entryPoints, ...(compared ? { compared } : {}) };
    const detail = { ...slice };
    await appendAudit(db, { actor: 'system', action: 'system.simulated', subject: null, detail });
    const filled = await write(client, world, slice, to);
    await analyzePathways(client);
    await forgetReleases(db);
    return filled;
  } finally {
    await Promise.all([client.end(), db.$disconnect()]);
  }
}

async function write(
  client: pg.Client,
  world: World,
  slice: Slice,
  { truthFile, tell }: Pick<ToFill, 'truthFile' | 'tell'>,
): Promise<Filled> {
  await mkdir(dirname(truthFile), { recursive: true });
  const truth = createWriteStream(truthFile);
  await once(truth, 'open');
  truth.write(`${TRUTH_COLUMNS.join(',')}\n`);
  let [pathways, transitions, generating] = [0, 0, 0];
  const from = performance.now();
  const rest = batches(world, slice);
  for (;;) {
    const begun = performance.now();
    const { value: batch, done } = rest.next();
    generating += performance.now() - begun;
    if (done) break;
    await copySimulated(client, batch);
    truth.write(batch.map((one) => `${truthLine(one.truth)}\n`).join(''));
    pathways += batch.filter((one) => one.transitions.length > 0).length;
    transitions += batch.reduce((sum, one) => sum + one.transitions.length, 0);
    tell?.(pathways);
  }
  truth.end();
  await finished(truth);
  const seconds = (ms: number) => ms / 1000;
  const all = performance.now() - from;
  return {
    pathways,
    transitions,
    generating: seconds(generating),
    writing: seconds(all - generating),
  };
}
