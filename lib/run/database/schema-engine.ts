import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const WASM = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace(/\.js$/, '.wasm');

/** The exports that the glue code needs and its types do not name. */
interface EngineExports extends WebAssembly.Exports {
  readonly __wbindgen_start?: () => void;
}

let loaded: Promise<void> | undefined;

/** Once a process: the glue keeps views of the first instance's memory. */
function load(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const wasm = await readFile(WASM);
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  const exports = instance.exports as EngineExports;
  (glue as unknown as { __wbg_set_wasm(exports: EngineExports): void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
}

/**
 * Prisma's schema engine as WebAssembly, for the length of one job: it migrates without anything
 * being downloaded.
 */
export async function withSchemaEngine<T>(
  url: string,
  schema: string,
  job: (engine: glue.SchemaEngine, query: (sql: string) => Promise<unknown>) => Promise<T>,
): Promise<T> {
  await load();
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const failed: unknown[] = [];
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool, failed));
  const options = { datamodels: [['schema.prisma', schema] as [string, string]] };
  const engine = await glue.SchemaEngine.new(options, () => undefined, adapter);
  try {
    return await job(engine, (sql) => pool.query(sql));
  } catch (error) {
    throw failed[0] ?? error;
  } finally {
    engine.free();
    await pool.end();
  }
}

/**
 * The adapter cuts a script at every semicolon, also inside a function body. Sent whole, PostgreSQL
 * reads it itself and applies a migration entirely or not at all. The engine does not repeat why a
 * script failed, so that is kept beside it.
 */
function wholeScripts(pool: pg.Pool, failed: unknown[]): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        failed.push(error);
        throw error;
      });
    };
    return adapter;
  };
  return factory;
}
