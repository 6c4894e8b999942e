// Rows as they leave in a package: how long they take beside PostgreSQL's plain COPY and DuckDB's own, and in how much
// memory. Each is a process of its own.
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { WORKER_FLAGS } from '#lib/run/stages/serve.ts';
import { selectRows } from '#lib/store/research/package-query.ts';
import { KEYS_SET, SHAPE } from './shape.ts';
import { short, tell } from './tell.ts';

interface Taken {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly rssMb: number;
}

const MILLION = 1_000_000;
const RUNS = 3;

function median(runs: readonly Taken[]): Taken {
  const sorted = runs.toSorted((a, b) => a.seconds - b.seconds);
  return sorted[Math.floor(sorted.length / 2)] as Taken;
}

export async function timeExport(owner: Client, url: string, folder: string) {
  const take = async (how: 'plain' | 'table' | 'file' | 'duck', what: string): Promise<Taken> => {
    const script = `${import.meta.dirname}/take-out.ts`;
    const env = { ...process.env, BENCH_URL: url };
    const run = await promisify(execFile)(
      process.execPath,
      [...WORKER_FLAGS, script, how, what, folder],
      {
        env,
      },
    );
    return JSON.parse(run.stdout);
  };
  const views = selectRows('transitions', SHAPE, EVERYBODY);
  await owner.query(KEYS_SET);
  await owner.query(`CREATE UNLOGGED TABLE public.laid AS ${views}`);
  const rows = (await owner.query('SELECT count(*)::int AS n FROM public.laid')).rows[0].n;

  const besideCopy = async (figure: string, what: string, how: string) => {
    const [plain, written] = [await take('plain', what), await take('table', what)];
    const value = plain.seconds / written.seconds;
    const also = { rows, copySeconds: short(plain.seconds), ...written };
    tell({ figure, value, aim: 0.8, how: `share of the speed of plain COPY ${how}`, also });
  };
  await besideCopy(
    'rows of a package',
    views,
    'of the same query: transitions.csv and .parquet with checks and hashes, against reading to the end',
  );
  await besideCopy(
    'rows that are made already',
    'SELECT * FROM public.laid',
    'of the same rows from one table of texts: as before',
  );

  const many = (n: number) =>
    `SELECT l.* FROM public.laid l, generate_series(1, ${Math.ceil(n / rows)}) g LIMIT ${n}`;
  for (const n of [MILLION, 10 * MILLION]) {
    const { rssMb, seconds } = await take('table', many(n));
    tell({
      figure: 'memory of an export',
      value: rssMb,
      aim: 200,
      how: 'largest resident memory in MB of a process of its own, started as the worker is',
      also: { rows: n, seconds: short(seconds) },
    });
  }

  const csv = `${folder}/rows.csv`;
  const copy = copyTo('COPY public.laid TO STDOUT WITH (FORMAT csv, HEADER)');
  await pipeline(owner.query(copy), createWriteStream(csv));
  const [ours, theirs]: [Taken[], Taken[]] = [[], []];
  for (let i = 0; i < RUNS; i += 1) {
    ours.push(await take('file', csv));
    theirs.push(await take('duck', csv));
  }
  const [one, two] = [median(ours), median(theirs)];
  tell({
    figure: 'Parquet',
    value: one.seconds / two.seconds,
    aim: 1.5,
    how: `times DuckDB, from a CSV file, medians of ${RUNS} by turns. Ours: one thread, groups of 32,768 rows, dictionaries,
      snappy; it checks and hashes each row and writes the CSV too. DuckDB: two threads, Parquet alone as it writes it unasked
      (groups of 122,880 rows, dictionaries, snappy)`.replace(/\s+/g, ' '),
    also: {
      rows,
      seconds: short(one.seconds),
      cpuSeconds: short(one.cpuSeconds),
      rssMb: one.rssMb,
      duckSeconds: short(two.seconds),
      duckCpuSeconds: short(two.cpuSeconds),
      duckRssMb: two.rssMb,
    },
  });
  await rm(csv);
  await owner.query('DROP TABLE public.laid');
}
