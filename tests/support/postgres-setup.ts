import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { openLogins } from '#lib/run/database/logins.ts';
import { applyMigrations } from '#lib/run/database/migrations.ts';
import { startPostgres } from '#lib/run/database/postgres.ts';
import { openDatabase } from '#lib/store/client.ts';
import { seed } from '#prisma/seed.ts';

/** What a test file needs to make its own database. */
export interface TestServer {
  readonly port: number;
  readonly owner: string;
  readonly passwords: { readonly web: string; readonly worker: string; readonly research: string };
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

const NEW = (n: number) => randomBytes(n).toString('hex');

/** One PostgreSQL a run: migrated once into `empty`, seeded into `seeded`; files copy one of the two. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-test-'));
  chmodSync(folder, 0o711); // as root, the account `postgres` must be able to enter it
  const server: TestServer = {
    port: 56_000 + Math.floor(Math.random() * 2_000),
    owner: NEW(16),
    passwords: { web: NEW(16), worker: NEW(16), research: NEW(16) },
  };
  const postgres = await startPostgres({
    folder: `${folder}/postgres`,
    port: server.port,
    ownerPassword: server.owner,
    // Nothing here must outlive the run; the start tests use the real settings.
    settings: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=300',
    ],
  });
  const url = (database: string) => postgres.url('handrail', server.owner, database);
  const admin = new pg.Client({ connectionString: url('handrail') });
  await admin.connect();
  await admin.query('CREATE DATABASE empty');
  await applyMigrations(url('empty'));
  await openLogins(url('empty'), server.passwords);
  await admin.query('CREATE DATABASE seeded TEMPLATE empty');
  const db = openDatabase({ url: url('seeded'), max: 1 });
  await seed(db, Date.parse('2026-11-02T09:00:00Z') as Instant, 20_759 as Day);
  await db.$disconnect();
  await admin.end();
  project.provide('postgres', { ...server, port: postgres.port });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
