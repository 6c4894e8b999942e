import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import { findAccount, findBinaries } from './binaries.ts';
import { DATABASE } from './postgres.ts';
import { reachablePlace } from './reachable-place.ts';

/** The owner's address of the database that a running `up` or `dev` of this data folder stands on. */
export async function runningOwnerUrl(config: Config): Promise<string> {
  if (config.databaseUrl !== '') return config.databaseUrl;
  const asked = { folder: resolve(config.data, 'postgres'), binaries: await findBinaries() };
  const { folder } = reachablePlace(findAccount(), asked);
  // PostgreSQL's own file: process, folder, start, port, one a line.
  const port = readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n')[3]?.trim();
  const secrets = JSON.parse(readFileSync(resolve(config.data, 'secrets/owner.json'), 'utf8'));
  const password = encodeURIComponent(String(secrets.databasePasswordOwner));
  return `postgresql://handrail:${password}@127.0.0.1:${port}/${DATABASE}`;
}
