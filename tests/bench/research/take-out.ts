// A process of its own that takes rows out: `node take-out.ts plain|table|file WHAT FOLDER`, one JSON line. `plain`
// reads the rows of a COPY to their end, `table` writes them as the package does, `file` does so from a CSV file.
import { createReadStream } from 'node:fs';
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
if (how !== 'file') {
  await client.connect();
  await client.query(KEYS_SET);
}
const rows =
  how === 'file'
    ? createReadStream(what, { highWaterMark: 1024 * 1024 })
    : client.query(copyTo(`COPY (${what}) TO STDOUT WITH (FORMAT csv, HEADER)`));
const [from, cpu] = [performance.now(), process.cpuUsage()];
let bytes = 0;
if (how === 'plain') for await (const chunk of rows) bytes += chunk.length;
else await writeTable(folder, 'transitions', columns, rows);
const { user, system } = process.cpuUsage(cpu);
const seconds = (performance.now() - from) / 1000;
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, rssMb, bytes }));
process.exit(0);
