import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, findAccount, findBinaries } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { freePort } from './free-port.ts';
import { settleLeftover } from './leftover.ts';
import { reachablePlace } from './reachable-place.ts';

export interface PostgresOptions {
  readonly folder: string;
  readonly port: number;
  readonly ownerPassword: string;
  /** Further settings, e.g. for tests. */
  readonly settings?: readonly string[];
}

export interface RunningPostgres {
  readonly port: number;
  /** Where it keeps its data: elsewhere than asked for where the account cannot go there. */
  readonly folder: string;
  readonly created: boolean;
  readonly leftover: 'none' | 'stopped' | 'stale';
  readonly exited: Promise<unknown>;
  url(login: string, password: string, database?: string): string;
  stop(): Promise<void>;
}

export const DATABASE = 'handrail';

/** What is acknowledged is on the disk; the server's own log never repeats a value it was given. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'max_connections=120',
];

export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const account = findAccount();
  const asked = { folder: resolve(options.folder), binaries: await findBinaries() };
  const { folder, binaries } = reachablePlace(account, asked);
  const created = createCluster({
    folder,
    binaries,
    account,
    ownerPassword: options.ownerPassword,
  });
  const leftover = await settleLeftover(folder);
  const running = await onFreePort(options.port, (port) => {
    const here = { ...options, folder, port };
    return untilRunning(spawnServer(binaries.postgres, account, here), here);
  });
  return { ...running, folder, created, leftover };
}

const TRIES = 10;

/** Another server may take the port between the look at it and the start: then the next one. */
async function onFreePort<T>(wanted: number, start: (port: number) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start(await freePort(wanted));
    } catch (error) {
      if (tries === TRIES || !/TCP\/IP sockets/.test(String(error))) throw error;
    }
  }
}

async function untilRunning(
  server: ChildProcess,
  { port, folder, ownerPassword }: PostgresOptions,
) {
  const exited = once(server, 'exit');
  const url = (login: string, password: string, database = DATABASE) =>
    `postgresql://${login}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  await untilReady(server, url('handrail', ownerPassword, 'postgres'), folder);
  const stop = async () => {
    // SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is written out.
    if (isAlive(server)) server.kill('SIGINT');
    await exited;
  };
  return { port, exited, url, stop };
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** In its own process group: Ctrl-C in a terminal must reach the web server first, not the database. */
function spawnServer(program: string, account: Account, options: PostgresOptions): ChildProcess {
  const log = openSync(`${dirname(options.folder)}/postgres.log`, 'a', 0o600);
  const settings = [...SETTINGS, `port=${options.port}`, ...(options.settings ?? [])];
  const child = spawn(program, ['-D', options.folder, ...settings.flatMap((s) => ['-c', s])], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' },
  });
  closeSync(log);
  return child;
}

async function untilReady(server: ChildProcess, url: string, folder: string): Promise<void> {
  // Recovery after a kill replays the log first; that may take minutes on a large database.
  for (let tries = 0; tries < 3000; tries += 1) {
    if (!isAlive(server)) throw new Error(`The database did not start: ${lastLine(folder)}`);
    const answer = await ask(url, folder);
    if (answer === 'ready') return;
    if (answer === 'wrong password' && (await endsWhenAsked(server))) {
      throw new Error(
        `The database in ${folder} has another password than secrets/owner.json holds: put back its copy`,
      );
    }
    await pause(tries < 100 ? 20 : 200);
  }
  throw new Error(`The database did not answer: ${lastLine(folder)}`);
}

/** False where it had ended by itself: then another server has the port, and it was that one which answered. */
async function endsWhenAsked(server: ChildProcess): Promise<boolean> {
  if (isAlive(server)) {
    server.kill('SIGINT');
    await once(server, 'exit');
  }
  return server.exitCode === 0;
}

/**
 * Whether the database of this folder answers there. Another one that took the port meanwhile may know the same
 * password: a copy of a service, started beside it. Nothing may be written into that.
 */
export async function ask(
  url: string,
  folder: string,
): Promise<'ready' | 'wrong password' | 'not yet'> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; made: boolean }>(
      `select current_setting('data_directory') as folder,
         exists (select from pg_database where datname = $1) as made`,
      [DATABASE],
    );
    if (rows[0]?.folder !== folder) return 'not yet';
    if (!rows[0].made) await client.query(`create database ${DATABASE}`);
    return 'ready';
  } catch (error) {
    // 28P01 in PostgreSQL's table of errors (appendix A): it is up, and waiting helps nobody.
    return Object(error).code === '28P01' ? 'wrong password' : 'not yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function lastLine(folder: string): string {
  const lines = readFileSync(`${dirname(folder)}/postgres.log`, 'utf8')
    .trim()
    .split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
}
