import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Account, Binaries } from './binaries.ts';

export interface NewCluster {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly ownerPassword: string;
}

/** Makes the folder of a new database; true when it did. A half-made one never carries the final name. */
export function createCluster(cluster: NewCluster): boolean {
  const folder = resolve(cluster.folder);
  mkdirSync(dirname(folder), { recursive: true });
  if (existsSync(`${folder}/PG_VERSION`)) return false;
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, `${cluster.ownerPassword}\n`, { mode: 0o600 });
  if ('uid' in cluster.account) {
    for (const path of [making, passwordFile])
      chownSync(path, cluster.account.uid, cluster.account.gid);
  }
  try {
    runInitdb(cluster, making, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, folder);
  return true;
}

function runInitdb({ binaries, account }: NewCluster, folder: string, passwordFile: string): void {
  const flags = [
    `--pgdata=${folder}`,
    '--username=handrail',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    // The built-in provider sorts alike on every machine, whatever locales it has installed.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  const made = spawnSync(binaries.initdb, flags, { ...account, encoding: 'utf8', cwd: '/' });
  if (made.status !== 0) {
    const reason = (made.stderr || made.error?.message || '').trim().split('\n').at(-1);
    throw new Error(`Could not create the database in ${folder}: ${reason}`);
  }
}
