import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { screened } from '#tests/support/screened.ts';

const { db, owner, urls } = testDatabase();
const KEPT = [
  'subject.transition',
  'subject.consent',
  'ops.policy',
  'ops.policy_approval',
  'ops.policy_activation',
  'ops.audit_entry',
];

test.each(KEPT)('%s refuses update, delete and truncate, even from its owner', async (table) => {
  await screened(db);
  const column = (
    await owner.query(
      `SELECT column_name FROM information_schema.columns
      WHERE table_schema || '.' || table_name = $1 LIMIT 1`,
      [table],
    )
  ).rows[0].column_name;
  const { rows } = await owner.query(`SELECT count(*)::int AS n FROM ${table}`);
  expect(rows[0].n).toBeGreaterThan(0);
  for (const attack of [
    `UPDATE ${table} SET ${column} = ${column}`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ]) {
    await expect(owner.query(attack), attack).rejects.toThrow(/append-only/);
  }
});

test('a login that sets the marker by hand still removes nothing', async () => {
  await screened(db);
  await owner.query('GRANT DELETE ON subject.transition TO web');
  const web = new pg.Client({ connectionString: urls.web });
  await web.connect();
  await web.query(`SET handrail.removing = 'on'`);
  await expect(web.query('DELETE FROM subject.transition')).rejects.toThrow(/append-only/);
  await web.end();
});
