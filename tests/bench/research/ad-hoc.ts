// One question that no counts were kept for: a funnel of five steps within 30 days, by the tier of the first offer.
import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { short, tell } from './tell.ts';

const DAYS = 30;
const STEPS = ['completed', 'viewed', 'opened', 'booked', 'went'] as const;
type Days = Readonly<Record<(typeof STEPS)[number], string>>;

/** Of rows with the first day of each step: how many took each within so many days, none before the step ahead of it. */
function funnel(rows: string, tier: string, days: Days): string {
  const took = STEPS.map((step, i) => {
    const before = STEPS[i - 1];
    const is = before ? `BETWEEN ${days[before]} AND ${days.completed} + ${DAYS}` : 'IS NOT NULL';
    return `${days[step]} ${is} AS is_${step}`;
  });
  const sums = STEPS.map((step, i) => {
    const all = STEPS.slice(0, i + 1).map((one) => `is_${one}`);
    return `CAST(sum(n) FILTER (WHERE ${all.join(' AND ')}) AS integer) AS ${step}`;
  });
  // By whether each was taken: of what is true or false PostgreSQL expects few groups, which two cores can make at once.
  return `SELECT tier, ${sums.join(', ')} FROM (
      SELECT ${tier} AS tier, ${took.join(', ')}, count(*) AS n
      FROM ${rows} GROUP BY ${[...took.keys()].map((i) => i + 2).join(', ')}, 1) g
    GROUP BY tier ORDER BY tier NULLS LAST`;
}

const OURS = funnel('subject.pathway_row', 'first_tier', {
  completed: 'completed_day',
  viewed: 'viewed_day',
  opened: 'referral_day',
  booked: 'booked_day',
  went: 'attended_self_day',
});

const first = (step: string, also = '') => `min(day) FILTER (WHERE step = '${step}'${also})`;
const LOG = `WITH one AS (
    SELECT subject, arg_min_null(tier, seq) FILTER (WHERE step = 'tier.offered') AS tier,
      ${first('screening.completed')} AS completed, ${first('result.viewed')} AS viewed,
      ${first('referral.opened')} AS opened, ${first('appointment.booked')} AS booked,
      ${first('attendance.recorded', ' AND went')} AS went
    FROM steps GROUP BY subject)
  ${funnel('one', 'tier', { completed: 'completed', viewed: 'viewed', opened: 'opened', booked: 'booked', went: 'went' })}`;

const SORTED = `COPY (SELECT pathway_id AS subject, seq, day, step, payload->>'tier' AS tier,
    payload->>'evidence' = 'self_report' AND (payload->>'attended')::boolean AS went
  FROM subject.transition ORDER BY pathway_id, seq) TO STDOUT WITH (FORMAT csv, HEADER)`;

const RUNS = 9;
async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const from = performance.now();
    await act();
    times.push((performance.now() - from) / 1000);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

export async function timeQuestion(owner: Client, folder: string) {
  const [csv, parquet] = [`${folder}/steps.csv`, `${folder}/steps.parquet`];
  await pipeline(owner.query(copyTo(SORTED)), createWriteStream(csv));
  const duck = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await duck.run(
    `COPY (SELECT * FROM read_csv('${csv}', header = true)) TO '${parquet}' (FORMAT parquet)`,
  );
  execFileSync('rm', [csv]);
  await duck.run(`CREATE VIEW steps AS SELECT * FROM read_parquet('${parquet}')`);
  const theirs = (await duck.runAndReadAll(LOG)).getRowObjectsJson();
  const { rows: ours } = await owner.query(OURS);
  const seconds = await median(() => owner.query(OURS));
  const duckSeconds = await median(() => duck.runAndReadAll(LOG));
  duck.closeSync();
  tell({
    figure: 'a funnel nobody counted before',
    value: seconds,
    aim: 0.6,
    how: `seconds, warm, median of ${RUNS}: five steps in order within ${DAYS} days, by tier, to the day. Ours: one pass over
      the row of each pathway in PostgreSQL. DuckDB: two threads, Parquet of all steps sorted by pathway`.replace(
      /\s+/g,
      ' ',
    ),
    also: {
      ofDuck: short(seconds / duckSeconds),
      duckSeconds: short(duckSeconds),
      same: JSON.stringify(ours) === JSON.stringify(theirs),
    },
  });
}
