import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Account, Binaries } from './binaries.ts';

/** Where a service keeps its state when its own folder cannot hold it (Filesystem Hierarchy Standard 3.0, 5.8). */
const HOME = '/var/lib/handrail';

export interface Place {
  /** Folder of the database. */
  readonly folder: string;
  readonly binaries: Binaries;
}

/**
 * Root may sit in a folder that the account `postgres` cannot enter, such as /root. Then the database
 * gets a folder under /var/lib/handrail, named after the one that was asked for, and the programs a
 * copy there.
 */
export function reachablePlace(account: Account, asked: Place): Place {
  if (!('uid' in account)) return asked;
  mkdirSync(dirname(asked.folder), { recursive: true });
  const enters = canEnter(account, dirname(asked.folder));
  const runs = canEnter(account, asked.binaries.initdb);
  if (enters && runs) return asked;
  const name = createHash('sha256').update(asked.folder).digest('hex').slice(0, 12);
  const home = join(HOME, name);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return {
    folder: enters ? asked.folder : join(home, 'postgres'),
    binaries: runs ? asked.binaries : copyPrograms(asked.binaries, home),
  };
}

function canEnter(account: Account, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}

/** The folder that holds `bin`, `lib` and `share` beside each other. */
function copyPrograms(binaries: Binaries, home: string): Binaries {
  const from = dirname(dirname(binaries.initdb));
  const to = join(home, 'programs');
  if (!existsSync(join(to, 'bin', basename(binaries.initdb)))) {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
  const copy = (file: string) => join(to, 'bin', basename(file));
  return { initdb: copy(binaries.initdb), postgres: copy(binaries.postgres) };
}
