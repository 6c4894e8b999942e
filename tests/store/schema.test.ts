import pg from 'pg';
import { expect, test } from 'vitest';
import { writeMigration } from '#lib/run/database/migrations.ts';
import { testDatabase } from '#tests/support/database.ts';

const { owner, urls } = testDatabase({ empty: true });

/** Columns, keys and plain indexes; what Prisma cannot say (triggers, checks, views) is not compared. */
const SHAPE = `
  SELECT table_schema || '.' || table_name || '.' || column_name AS name,
    data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS value
  FROM information_schema.columns WHERE table_schema IN ('subject', 'ops', 'vault')
  UNION ALL
  SELECT schemaname || '.' || indexname, indexdef FROM pg_indexes
  WHERE schemaname IN ('subject', 'ops', 'vault') AND indexname NOT IN
    ('transition_once_an_occasion', 'transition_once_a_form', 'transition_each_form_once', 'transition_one_arm',
     'visit_code_one_issued', 'report_open_subject', 'thread_clock_queue', 'thread_clock_unassigned', 'thread_clock_assigned',
     'thread_clock_answered', 'thread_clock_named', 'thread_clock_closed', 'audit_entry_reads')
  ORDER BY 1`;

test('the migrations make what schema.prisma says', async () => {
  const sql = await writeMigration(urls.owner, null);
  await owner.query('CREATE DATABASE from_schema');
  const other = new pg.Client({ connectionString: urls.owner.replace(/[^/]+$/, 'from_schema') });
  await other.connect();
  await other.query(sql);
  const wanted = (await other.query(SHAPE)).rows;
  await other.end();
  await owner.query('DROP DATABASE from_schema');
  expect((await owner.query(SHAPE)).rows).toEqual(wanted);
  expect(wanted.length).toBeGreaterThan(100);
});

test('no subject table holds a clock time, and none a free text but sealed bytes', async () => {
  const { rows } = await owner.query(`SELECT table_name || '.' || column_name AS name
    FROM information_schema.columns WHERE table_schema = 'subject' AND data_type LIKE 'time%'`);
  expect(rows).toEqual([]);
});
