import { withOwner } from './durable/own-server.ts';

/**
 * Somebody whom a comparison gave the information page, as if it had been assigned: the pages of this walk are
 * looked at without a comparison that runs, which would change those of others.
 */
export async function readingInstead<T>(url: string, make: () => Promise<T>): Promise<T> {
  const ids = () =>
    withOwner(url, async (db) => {
      const { rows } = await db.query<{ id: string }>('SELECT id FROM subject.pathway');
      return rows.map(({ id }) => id);
    });
  const before = new Set(await ids());
  const made = await make();
  const [id] = (await ids()).filter((one) => !before.has(one));
  await withOwner(url, async (db) => {
    await db.query("SET session_replication_role = 'replica'");
    await db.query(
      `WITH folded AS (
         UPDATE subject.pathway_row SET last_seq = last_seq + 1 WHERE pathway_id = $1
         RETURNING last_seq
       )
       INSERT INTO subject.transition (pathway_id, seq, day, step, origin, payload, schema_version)
       SELECT $1, last_seq, 1, 'experiment.assigned', 'system',
         '{"experiment": "plan-or-page", "arm": "information-page", "probability": 0.33}', 1 FROM folded`,
      [id],
    );
  });
  return made;
}
