// A database full of simulated pathways, loaded in bulk: past the triggers, with the indexes made afterwards.
import type { Client } from 'pg';
import { batches } from '#lib/run/simulation/fill.ts';
import { analyzePathways, copySimulated } from '#lib/store/simulated.ts';
import { WORLD } from '../../support/simulated.ts';

export interface Loaded {
  readonly transitions: number;
  /** CPU seconds of this process alone that simulating took, and seconds of everything else. */
  readonly simulating: number;
  readonly loading: number;
}

/** The log's own indexes, as they are made anew: its key, and that a form is recorded once. */
const KEY =
  'ALTER TABLE subject.transition ADD CONSTRAINT transition_pkey PRIMARY KEY (pathway_id, seq)';

export async function fill(owner: Client, pathways: number): Promise<Loaded> {
  await owner.query("SET session_replication_role = 'replica'");
  await owner.query("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'");
  const { rows } = await owner.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes
     WHERE schemaname = 'subject' AND tablename = 'transition' AND indexname <> 'transition_pkey'`,
  );
  await owner.query('ALTER TABLE subject.transition DROP CONSTRAINT transition_pkey');
  for (const { name } of rows) await owner.query(`DROP INDEX subject."${name}"`);
  let [transitions, simulating] = [0, 0];
  const from = performance.now();
  const all = batches(WORLD, { scenario: 'web', seed: 1, first: 0, pathways });
  for (;;) {
    const cpu = process.cpuUsage();
    const { value: batch, done } = all.next();
    const { user, system } = process.cpuUsage(cpu);
    simulating += (user + system) / 1e6;
    if (done) break;
    await copySimulated(owner, batch);
    transitions += batch.reduce((sum, one) => sum + one.transitions.length, 0);
  }
  for (const made of [KEY, ...rows.map((row) => row.made)]) await owner.query(made);
  await owner.query("SET session_replication_role = 'origin'");
  await analyzePathways(owner);
  return { transitions, simulating, loading: (performance.now() - from) / 1000 - simulating };
}
