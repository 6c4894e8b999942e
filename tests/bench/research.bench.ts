// The counts behind the researchers' figures: a count of everything from the log, how far they are behind after
// 1,000 new steps, and how long a figure takes to read. One million made-up pathways of some seven steps.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Day } from '#lib/domain/basics/ids.ts';
import { type Cohort, SPLITS } from '#lib/domain/evaluation/cubes.ts';
import { applyMigrations } from '#lib/run/database/migrations.ts';
import { startPostgres } from '#lib/run/database/postgres.ts';
import { openDatabase } from '#lib/store/client.ts';
import { recount } from '#lib/store/cubes.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { listCurveDays, listMarks, listWindows } from '#lib/store/research/cubes.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { fillPathways } from '../support/many-pathways.ts';
import { freePort } from '../support/server.ts';

const PATHWAYS = Number(process.env['BENCH_PATHWAYS'] ?? 1_000_000);
const LAST = '2026-11-20';
const CUTOFF = (Date.parse(LAST) / 86_400_000 + 1) as Day;
const STEPS = 1_000;
const READS = 40;

const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
chmodSync(folder, 0o711);
const postgres = await startPostgres({
  folder: `${folder}/postgres`,
  port: await freePort(),
  ownerPassword: 'bench',
  settings: [],
});
const url = postgres.url('handrail', 'bench');
await applyMigrations(url);
const owner = new pg.Client({ connectionString: url });
await owner.connect();
await fillPathways(owner, PATHWAYS, LAST);

const say = (figures: object) => console.log(JSON.stringify({ bench: 'research', ...figures }));
async function seconds(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return Number(((performance.now() - from) / 1000).toFixed(3));
}

const db = openDatabase({ url, max: 2, longestMs: 600_000 });
const rebuilt = await seconds(() => recount(db));
const [{ transitions, windows, curves, marks }] = (
  await owner.query(`SELECT (SELECT count(*) FROM subject.transition)::int AS transitions,
    (SELECT count(*) FROM ops.window_count)::int AS windows, (SELECT count(*) FROM ops.curve_count)::int AS curves, (SELECT count(*) FROM ops.mark_count)::int AS marks`)
).rows;
say({ pathways: PATHWAYS, transitions, rebuiltSeconds: rebuilt, windows, curves, marks });
await owner.query('ANALYZE');

/** A step of so many pathways, as `web` records one, with the triggers of the tables. */
await owner.query(
  `WITH told AS (
     UPDATE subject.pathway_row r SET last_seq = last_seq + 1, attended_self_day = 20
     WHERE pathway_id IN (SELECT pathway_id FROM subject.pathway_row ORDER BY pathway_id LIMIT ${STEPS})
     RETURNING pathway_id, last_seq)
   INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)
   SELECT pathway_id, last_seq, 20, 'attendance.recorded', 'user',
     '{"attended":true,"evidence":"self_report","mode":null}', 1 FROM told`,
);
say({ newSteps: STEPS, behindSeconds: await seconds(() => countFigures({ db })) });

const research = openResearch({ url });
const READ = {
  windows: (cohort: Cohort) => listWindows(research, cohort, CUTOFF),
  curve: (cohort: Cohort) => listCurveDays(research, cohort, null, CUTOFF),
  marks: (cohort: Cohort) => listMarks(research, 'reached', cohort, CUTOFF),
};
for (const split of SPLITS) {
  const cohort = { split, from: 0 as Day, until: (CUTOFF + 1) as Day };
  for (const [name, read] of Object.entries(READ)) {
    const times: number[] = [];
    for (let i = 0; i < READS; i += 1) times.push(1000 * (await seconds(() => read(cohort))));
    times.sort((a, b) => a - b);
    say({ read: name, split, p50Ms: times[READS / 2], p95Ms: times[Math.floor(0.95 * READS)] });
  }
}

await closeResearch(research);
await owner.end();
await db.$disconnect();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
