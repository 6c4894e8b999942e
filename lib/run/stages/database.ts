import { resolve } from 'node:path';
import type { Config } from '#lib/config.ts';
import { keepPostgres } from '../database/keep-postgres.ts';
import { openLogins } from '../database/logins.ts';
import { applyMigrations } from '../database/migrations.ts';
import type { RunningPostgres } from '../database/postgres.ts';
import { say, stage } from './report.ts';
import type { SecretFiles } from './secret-files.ts';

/** First choice; the next free one is taken where another program listens there. */
export const POSTGRES_PORT = 55_432;

export interface ReadyDatabase {
  readonly urls: Readonly<Record<'owner' | 'web' | 'worker' | 'research', string>>;
  /** Null: a server that was given, which we neither start nor stop. */
  readonly server: RunningPostgres | null;
}

/** Our own PostgreSQL, started, or the one in DATABASE_URL. */
export function openOwnOrGiven(config: Config, secrets: SecretFiles): Promise<ReadyDatabase> {
  if (config.databaseUrl !== '') return Promise.resolve(takeGiven(config));
  return startOwn(config, secrets);
}

/** Applies what is missing, and opens the logins. */
export async function migrate(
  { urls, server }: ReadyDatabase,
  secrets: SecretFiles,
): Promise<void> {
  await stage('Migrations', () => applyMigrations(urls.owner), describeMigrations);
  await openLogins(urls.owner, server && secrets.passwords);
}

const describeMigrations = (names: readonly string[]) =>
  names.length === 0 ? 'none to apply' : `${names.length} applied`;

async function startOwn(config: Config, secrets: SecretFiles): Promise<ReadyDatabase> {
  const { owner, web, worker, research } = secrets.passwords;
  const folder = resolve(config.data, 'postgres');
  const options = { folder, port: POSTGRES_PORT, ownerPassword: owner };
  const server = await stage(
    'Database',
    () => keepPostgres(options, say),
    (server) => describeServer(server, folder),
  );
  const urls = {
    owner: server.url('handrail', owner),
    web: server.url('web', web),
    worker: server.url('worker', worker),
    research: server.url('research', research),
  };
  return { urls, server };
}

function describeServer(server: RunningPostgres, asked: string): string {
  const { created, leftover, port, folder } = server;
  const notes = [
    created ? 'created' : 'started',
    leftover === 'stopped' ? 'the one left over from a killed run was stopped first' : '',
    leftover === 'stale' ? 'the lock of a killed run was removed' : '',
    folder === asked ? '' : `in ${folder}, since the OS account "postgres" cannot enter here`,
    port === POSTGRES_PORT ? '' : `port ${POSTGRES_PORT} is taken`,
  ];
  return `${notes.filter(Boolean).join(', ')}, on 127.0.0.1:${port}`;
}

export function takeGiven(config: Config): ReadyDatabase {
  const urls = {
    owner: config.databaseUrl,
    web: config.databaseUrlWeb,
    worker: config.databaseUrlWorker,
    research: config.databaseUrlResearch,
  };
  say('Database … the one in DATABASE_URL');
  const shared = (['web', 'worker', 'research'] as const).filter((n) => urls[n] === urls.owner);
  if (shared.length > 0) {
    const names = shared.map((n) => `DATABASE_URL_${n.toUpperCase()}`).join(', ');
    say(`Warning: ${names} not set. The database does not separate what these may read or remove.`);
  }
  return { urls, server: null };
}
