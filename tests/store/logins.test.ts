import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';

const { urls } = testDatabase();
const logins = {
  web: new pg.Client({ connectionString: urls.web }),
  worker: new pg.Client({ connectionString: urls.worker }),
  research: new pg.Client({ connectionString: urls.research }),
};
beforeAll(() => Promise.all(Object.values(logins).map((client) => client.connect())));
afterAll(() => Promise.all(Object.values(logins).map((client) => client.end())));

const REFUSED: Record<keyof typeof logins, readonly string[]> = {
  web: [
    'DELETE FROM subject.transition',
    'UPDATE subject.transition SET day = 1',
    'UPDATE subject.consent SET granted = true',
    'DELETE FROM subject.pathway',
    'DELETE FROM subject.visit_code',
    'SELECT subject.expire_visit_codes(current_date, current_date)',
    'UPDATE ops.policy SET name = name',
    'DELETE FROM ops.audit_entry',
    `INSERT INTO ops.audit_entry VALUES (1, now(), 'a', 'b', null, '{}', '', '')`,
    `INSERT INTO ops.policy VALUES ('h', '{}', 'n', null, now())`,
    'SELECT subject.expire_pathways(current_date)',
    'SELECT ops.expire_audit(now())',
    'SELECT subject.list_placements(current_date, null, 1)',
    'CREATE TABLE vault.x ()',
    'CREATE TABLE public.x ()',
    'CREATE TABLE subject.x ()',
    'SELECT * FROM pub.package_pathways',
    'SELECT * FROM pub.funnel_research',
    'SELECT * FROM pub.window_count',
    'SELECT * FROM subject.pathway_fact',
    'SELECT subject.count_changes(1)',
    'DELETE FROM ops.alert',
    'UPDATE ops.pulse SET at = now()',
    `UPDATE ops.group_decision SET decision = 'show'`,
    'ALTER TABLE subject.transition DISABLE TRIGGER ALL',
    `SET session_replication_role = 'replica'`,
  ],
  worker: [
    'SELECT * FROM subject.transition',
    'SELECT * FROM subject.message',
    'SELECT * FROM subject.return_code',
    'SELECT * FROM subject.keywrap',
    'SELECT * FROM subject.visit_code',
    'SELECT * FROM subject.group_post',
    'SELECT * FROM subject.pathway_fact',
    'SELECT * FROM pub.window_count',
    'SELECT * FROM ops.group_ban',
    'UPDATE subject.pathway_row SET tier_offered = null',
    'INSERT INTO ops.policy_activation VALUES (1)',
    'DELETE FROM ops.audit_entry',
    `UPDATE ops.staff SET roles = '{administrator}'`,
  ],
  research: [
    'SELECT * FROM subject.pathway',
    'SELECT * FROM subject.transition',
    'SELECT * FROM subject.pathway_row',
    'SELECT * FROM subject.message',
    'SELECT * FROM subject.visit_code',
    'SELECT * FROM subject.pathway_fact',
    'SELECT * FROM ops.window_count',
    'SELECT printed FROM ops.figure_release',
    'SELECT subject.recount()',
    'SELECT * FROM ops.visit_clock',
    'SELECT * FROM ops.staff',
    'SELECT * FROM ops.audit_entry',
    'SELECT * FROM ops.policy',
    `SELECT ops.append_audit('a', 'b', null, '{}')`,
    `SELECT subject.erase_pathway(gen_random_uuid())`,
    'SELECT subject.list_placements(current_date, null, 1)',
    'CREATE TABLE pub.x ()',
    `COPY (SELECT 1) TO PROGRAM 'true'`,
  ],
};

test.each(
  Object.entries(REFUSED).flatMap(([login, list]) => list.map((sql) => [login, sql] as const)),
)('%s may not: %s', async (login, sql) => {
  const client = logins[login as keyof typeof logins];
  await expect(client.query(sql)).rejects.toThrow(
    /permission denied|must be owner|needs an author/,
  );
});
