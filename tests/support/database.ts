import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '#lib/store/client.ts';

export interface TestDatabase {
  /** As login `web`, as the product runs. */
  readonly db: Database;
  /** As login `worker`. */
  readonly worker: Database;
  /** As owner and superuser: only to look, and to attack. */
  readonly owner: pg.Client;
  readonly urls: Readonly<Record<'owner' | 'web' | 'worker' | 'research', string>>;
}

/**
 * A database of its own for a test file, with every migration, and what `up` seeds unless `empty`.
 * Call it once at the top of the file; the fields are there from the first test on.
 */
export function testDatabase(
  options: { readonly empty?: boolean; readonly connections?: number } = {},
): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const { port, owner: password, passwords } = inject('postgres');
  const url = (login: string, secret: string, database = name) =>
    `postgresql://${login}:${secret}@127.0.0.1:${port}/${database}`;
  const urls = {
    owner: url('handrail', password),
    web: url('web', passwords.web),
    worker: url('worker', passwords.worker),
    research: url('research', passwords.research),
  };
  const max = options.connections ?? 5;
  const test = {
    urls,
    db: openDatabase({ url: urls.web, max }),
    worker: openDatabase({ url: urls.worker, max: 2 }),
    owner: new pg.Client({ connectionString: urls.owner }),
  };
  const template = options.empty === true ? 'empty' : 'seeded';
  const admin = () => new pg.Client({ connectionString: url('handrail', password, 'handrail') });
  beforeAll(async () => {
    await withClient(admin(), (client) =>
      client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`),
    );
    await test.owner.connect();
  });
  afterAll(async () => {
    await Promise.all([test.db.$disconnect(), test.worker.$disconnect(), test.owner.end()]);
    await withClient(admin(), (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  });
  return test;
}

async function withClient(client: pg.Client, job: (client: pg.Client) => Promise<unknown>) {
  await client.connect();
  try {
    await job(client);
  } finally {
    await client.end();
  }
}
