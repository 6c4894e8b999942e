// Rows as they leave in a package: how long they take beside PostgreSQL's plain COPY and DuckDB's own, and in how much
// memory. Each is a process of its own.
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { selectRows } from '#lib/store/research/package-query.ts';
import { KEYS_SET, SHAPE } from './shape.ts';

interface Taken {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly rssMb: number;
}

type Tell = (figure: string, values: object, how: string) => void;
const MILLION = 1_000_000;
const ratio = (a: number, b: number) => Number((a / b).toFixed(2));

export async function timeExport(owner: Client, url: string, folder: string, tell: Tell) {
  const take = async (how: 'plain' | 'table' | 'file', what: string): Promise<Taken> => {
    const script = `${import.meta.dirname}/take-out.ts`;
    const env = { ...process.env, BENCH_URL: url };
    const run = await promisify(execFile)(process.execPath, [script, how, what, folder], { env });
    return JSON.parse(run.stdout);
  };
  const views = selectRows('transitions', SHAPE, EVERYBODY);
  await owner.query(KEYS_SET);
  await owner.query(`CREATE UNLOGGED TABLE public.laid AS ${views}`);
  const rows = (await owner.query('SELECT count(*)::int AS n FROM public.laid')).rows[0].n;

  const [plain, written] = [await take('plain', views), await take('table', views)];
  tell(
    'CSV and Parquet of a package',
    {
      rows,
      ...written,
      copySeconds: plain.seconds,
      ofCopy: ratio(plain.seconds, written.seconds),
      aim: 0.8,
    },
    'transitions.csv and .parquet with checks and hashes, beside COPY of the same query read to its end',
  );
  const laid = await take('plain', 'SELECT * FROM public.laid');
  const fromLaid = await take('table', 'SELECT * FROM public.laid');
  tell(
    'CSV and Parquet of rows that are made already',
    {
      rows,
      ...fromLaid,
      copySeconds: laid.seconds,
      ofCopy: ratio(laid.seconds, fromLaid.seconds),
      aim: 0.8,
    },
    'the same rows from one table of texts, beside COPY of that table read to its end',
  );

  const many = (n: number) =>
    `SELECT l.* FROM public.laid l, generate_series(1, ${Math.ceil(n / rows)}) g LIMIT ${n}`;
  for (const n of [MILLION, 10 * MILLION]) {
    const { rssMb, seconds } = await take('table', many(n));
    tell(
      'memory of an export',
      { rows: n, rssMb, aim: 200, seconds },
      'largest resident memory of its process',
    );
  }

  const [csv, parquet] = [`${folder}/rows.csv`, `${folder}/duck.parquet`];
  const copy = copyTo('COPY public.laid TO STDOUT WITH (FORMAT csv, HEADER)');
  await pipeline(owner.query(copy), createWriteStream(csv));
  const ours = await take('file', csv);
  const duck = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  const from = performance.now();
  await duck.run(
    `COPY (SELECT * FROM read_csv('${csv}', header = true, nullstr = 'not_applicable')) TO '${parquet}' (FORMAT parquet)`,
  );
  const duckSeconds = (performance.now() - from) / 1000;
  duck.closeSync();
  tell(
    'Parquet from a CSV file',
    {
      rows,
      seconds: ours.seconds,
      duckSeconds,
      ofDuck: ratio(ours.seconds, duckSeconds),
      aim: 1.5,
    },
    'ours on one thread, writing the checked CSV as well; DuckDB on two threads, Parquet alone',
  );
  await Promise.all([csv, parquet].map((file) => rm(file)));
  await owner.query('DROP TABLE public.laid');
}
