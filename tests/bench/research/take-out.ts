// A process of its own that takes rows out: `node take-out.ts plain|table|file|duck WHAT FOLDER`, one JSON line. `plain`
// reads the rows of a COPY to their end, `table` writes them as the package does, `file` does so from a CSV file, and
// `duck` has DuckDB write Parquet from it.
import { createReadStream, readFileSync } from 'node:fs';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { cellMissing, cellType, columnsOf } from '#lib/domain/evaluation/package/columns.ts';
import { writeTable } from '#lib/gateways/package/write-table.ts';
import { KEYS_SET, SHAPE } from './shape.ts';

const [how, what = '', folder = ''] = process.argv.slice(2);
const columns = columnsOf('transitions', SHAPE).map((column) => ({
  name: column.name,
  type: cellType(column, SHAPE),
  missing: cellMissing(column, SHAPE),
}));
const client = new pg.Client({ connectionString: process.env['BENCH_URL'] });
async function openRows() {
  if (how === 'file') return createReadStream(what, { highWaterMark: 1024 * 1024 });
  await client.connect();
  await client.query(KEYS_SET);
  return client.query(copyTo(`COPY (${what}) TO STDOUT WITH (FORMAT csv, HEADER)`));
}
/** Loaded for itself alone: it would weigh on the memory of the others. */
async function openDuck() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
}
const DUCK = `COPY (SELECT * FROM read_csv('${what}', header = true, nullstr = 'not_applicable'))
  TO '${folder}/duck.parquet' (FORMAT parquet)`;

const by = how === 'duck' ? { duck: await openDuck() } : { rows: await openRows() };
const [from, cpu] = [performance.now(), process.cpuUsage()];
let bytes = 0;
if (by.duck) await by.duck.run(DUCK);
else if (how === 'plain') for await (const chunk of by.rows) bytes += chunk.length;
else await writeTable(folder, 'transitions', columns, by.rows);
const { user, system } = process.cpuUsage(cpu);
const seconds = (performance.now() - from) / 1000;
// Linux tells of a new process no less than its parent had; this is its own alone.
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
const rssMb = Math.round(Number(peak?.[1]) / 1024);
console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, rssMb, bytes }));
process.exit(0);
