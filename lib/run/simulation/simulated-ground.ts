import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#lib/config.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { type Ground, prepareGround } from '../stages/prepare-ground.ts';
import { stage } from '../stages/report.ts';
import { fillDatabase } from './fill.ts';

/** About 7,000 of them agree to research. */
const SLICE = { scenario: 'web', seed: 1, first: 0, pathways: 20_000 } as const;

/** A database that holds a year of simulated people and nobody else, in a folder that goes again. */
export async function withSimulatedGround<T>(
  config: Config,
  today: Day,
  work: (ground: Ground, own: Config) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'handrail-synthetic-'));
  // As root, the account that runs PostgreSQL must be able to enter it.
  await chmod(data, 0o711);
  const secretFile = join(data, 'secrets/web.json');
  const own: Config = {
    ...config,
    data,
    secretFile,
    databaseUrl: '',
    instruments: '',
    demo: false,
  };
  try {
    const ground = await prepareGround(own);
    try {
      const truthFile = join(data, 'truth.csv');
      const { entryPoints } = config;
      const into = { ownerUrl: ground.urls.owner, intoUsed: false, slice: SLICE };
      const to = { ...into, today, truthFile, entryPoints };
      await stage(
        'Simulated year',
        () => fillDatabase(to),
        ({ pathways, transitions }) => `${pathways} pathways, ${transitions} steps`,
      );
      return await work(ground, own);
    } finally {
      await ground.release();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
