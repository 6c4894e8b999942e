import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = resolve(ROOT, 'prisma/migrations');
const LOCKFILE = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
const FILTERS = { externalTables: [], externalEnums: [] };

/**
 * A migration goes to the server as one script, so one that failed or was killed left nothing behind and
 * may simply be tried again; Prisma would want a person to say so.
 */
const FORGET_FAILED = `DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    UPDATE public._prisma_migrations SET rolled_back_at = now()
    WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $$`;

async function readMigrations() {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((e) => e.isDirectory()).map((e) => e.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => {
      const value = await readFile(`${FOLDER}/${path}/migration.sql`, 'utf8');
      return {
        path,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } },
      };
    }),
  );
  return { baseDir: FOLDER, shadowDbInitScript: '', lockfile: LOCKFILE, migrationDirectories };
}

function readSchema(): Promise<string> {
  return readFile(resolve(ROOT, 'prisma/schema.prisma'), 'utf8');
}

/** What has been applied, by the table that Prisma's own CLI keeps; nothing where there is none yet. */
async function readApplied(url: string): Promise<ReadonlySet<string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const table = await client.query(`SELECT to_regclass('public._prisma_migrations') AS name`);
    if (table.rows[0].name === null) return new Set();
    const { rows } = await client.query(
      `SELECT migration_name FROM public._prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    return new Set(rows.map((row) => row.migration_name));
  } finally {
    await client.end();
  }
}

/** Applies what is missing and names it. The engine is not even loaded where nothing is: most starts. */
export async function applyMigrations(url: string): Promise<readonly string[]> {
  const migrationsList = await readMigrations();
  const applied = await readApplied(url);
  if (migrationsList.migrationDirectories.every(({ path }) => applied.has(path))) return [];
  const { withSchemaEngine } = await import('./schema-engine.ts');
  return withSchemaEngine(url, await readSchema(), async (engine, query) => {
    await query(FORGET_FAILED);
    const done = await engine.applyMigrations({ filters: FILTERS, migrationsList });
    return done.appliedMigrationNames;
  });
}

/** The SQL from one text of schema.prisma (null: an empty database) to the one in the tree. */
export async function writeMigration(url: string, before: string | null): Promise<string> {
  const after = await readSchema();
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const { withSchemaEngine } = await import('./schema-engine.ts');
  return withSchemaEngine(url, after, async (engine) => {
    const { stdout } = await engine.diff({
      from: before === null ? { tag: 'empty' } : target(before),
      to: target(after),
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    return stdout ?? '';
  });
}
