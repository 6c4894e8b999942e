import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import { takeGiven } from '../stages/database.ts';
import { prepareGround } from '../stages/prepare-ground.ts';
import { prepareSecretFiles } from '../stages/secret-files.ts';

export interface Reached {
  readonly urls: Readonly<Record<'owner' | 'web' | 'worker' | 'research', string>>;
  readonly release: () => Promise<void>;
}

/** The database of a service that runs, or of one that does not, which is then started for the time of a command. */
export async function reachDatabase(config: Config, today: string): Promise<Reached> {
  if (config.databaseUrl !== '')
    return { urls: takeGiven(config).urls, release: async () => undefined };
  const port = runningPort(config.data);
  if (port === null) {
    const { urls, release } = await prepareGround(config);
    return { urls, release };
  }
  const places = { data: config.data, webFile: config.secretFile };
  const { passwords } = prepareSecretFiles(places, today);
  const url = (login: string, password: string) =>
    `postgresql://${login}:${password}@127.0.0.1:${port}/handrail`;
  const urls = {
    owner: url('handrail', passwords.owner),
    web: url('web', passwords.web),
    worker: url('worker', passwords.worker),
    research: url('research', passwords.research),
  };
  return { urls, release: async () => undefined };
}

/** Where `up` holds the folder and its server runs: its port stands in the fourth line of its own file. */
function runningPort(data: string): number | null {
  const file = resolve(data, 'postgres/postmaster.pid');
  if (!existsSync(resolve(data, 'up.lock')) || !existsSync(file)) return null;
  const port = Number(readFileSync(file, 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}
