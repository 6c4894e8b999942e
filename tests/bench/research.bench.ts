// What research asks of a large database, each figure beside its aim or beside another program in the same run.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { applyMigrations } from '#lib/run/database/migrations.ts';
import { startPostgres } from '#lib/run/database/postgres.ts';
import { openDatabase } from '#lib/store/client.ts';
import { recount } from '#lib/store/cubes.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { freePort } from '../support/server.ts';
import { timeQuestion } from './research/ad-hoc.ts';
import { timeExport } from './research/export.ts';
import { fill } from './research/fill.ts';
import { timePages } from './research/pages.ts';
import { short, tell } from './research/tell.ts';

/** Some 13 transitions each. */
const PATHWAYS = Number(process.env['BENCH_PATHWAYS'] ?? 1_000_000);
const STEPS = 1_000;
/** How often the worker looks for new steps. */
const POLL_SECONDS = 0.5;

const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'));
chmodSync(folder, 0o711);
const postgres = await startPostgres({
  folder: `${folder}/postgres`,
  port: await freePort(),
  ownerPassword: 'bench',
});
const url = postgres.url('handrail', 'bench');
const owner = new pg.Client({ connectionString: url });

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return (performance.now() - from) / 1000;
}

/** A step of so many pathways, as `web` records one, with the triggers of the tables. */
const NEW_STEPS = `WITH told AS (
    UPDATE subject.pathway_row SET last_seq = last_seq + 1, attended_self_day = 200
    WHERE pathway_id IN (SELECT pathway_id FROM subject.pathway_row
      WHERE viewed_day IS NOT NULL AND attended_self_day IS NULL ORDER BY pathway_id LIMIT ${STEPS})
    RETURNING pathway_id, last_seq)
  INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)
  SELECT pathway_id, last_seq, 200, 'attendance.recorded', 'user',
    '{"attended":true,"evidence":"self_report","mode":null}', 1 FROM told`;

const ROWS = `SELECT (SELECT count(*) FROM ops.window_count)::int AS windows,
  (SELECT count(*) FROM ops.curve_count)::int AS curves, (SELECT count(*) FROM ops.mark_count)::int AS marks`;

try {
  await applyMigrations(url);
  await owner.connect();
  const { transitions, simulating, loading } = await fill(owner, PATHWAYS);
  tell({
    figure: 'simulator',
    value: transitions / simulating,
    aim: 100_000,
    how: 'transitions in a CPU second of one process, scenario web',
    also: { transitions, loadedPerSecond: short(transitions / loading) },
  });

  const db = openDatabase({ url, max: 2, longestMs: 3_600_000 });
  const rebuilt = await seconds(() => recount(db));
  tell({
    figure: 'full rebuild',
    value: (rebuilt * 1_000_000) / PATHWAYS,
    aim: 60,
    how: 'seconds for a million pathways: all facts from the log and all counts from the facts, in one transaction',
    also: { pathways: PATHWAYS, transitions, ...(await owner.query(ROWS)).rows[0] },
  });
  await owner.query('ANALYZE');

  await owner.query(NEW_STEPS);
  tell({
    figure: `counts behind ${STEPS} new steps`,
    value: POLL_SECONDS + (await seconds(() => countFigures({ db }))),
    aim: 1,
    how: 'seconds to count them, and the longest that the worker sleeps before',
  });
  await db.$disconnect();

  await timePages(url);
  await timeQuestion(owner, folder);
  await timeExport(owner, url, folder);
} finally {
  await owner.end().catch(() => undefined);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
