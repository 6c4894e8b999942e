// The database itself shows no text without a decision on it, and tells nobody whose a post is.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { decided, moderator, topic, visitor, wrote } from '../support/grouped.ts';

const { db, owner } = testDatabase({ connections: 6 });

async function held() {
  const who = await moderator(db);
  const topicId = await topic(db, who);
  const person = await visitor(db);
  return { who, topicId, person, id: await wrote(db, person, topicId) };
}
const refused = (sql: Promise<unknown>) =>
  expect(sql).rejects.toThrow(/a post (enters held|is shown by a decision)/);

it('a post enters held, whoever puts it in: written, imported or restored', async () => {
  const { id } = await held();
  for (const change of [
    `'shown', null, 1, 0`,
    `'reported', null, 1, 0`,
    `'held', sealed, null, 0`,
    `'held', null, 7, 0`,
    `'held', null, null, 3`,
  ]) {
    await refused(
      owner.query(`INSERT INTO subject.group_post (id, topic_id, author_tag, author_sealed, locale, sealed, week, state, pending, place, decided)
        SELECT gen_random_uuid(), topic_id, author_tag, author_sealed, locale, sealed, week, ${change} FROM subject.group_post WHERE id = '${id}'`),
    );
  }
});

it('a post is shown only with a decision on its text, and a newer one than its last', async () => {
  const { id, who } = await held();
  const show = (n: number) =>
    owner.query(
      `UPDATE subject.group_post SET state = 'shown', place = coalesce(place, 1000), decided = ${n} WHERE id = $1`,
      [id],
    );
  const decide = (n: number, decision: string, seen: Buffer) =>
    owner.query(`INSERT INTO ops.group_decision VALUES ($1, $2, $3, 'held', $4, $5, $6)`, [
      ...[id, n, who.id, decision, decision === 'show' ? null : 'method', seen],
    ]);
  const { rows } = await owner.query('SELECT sealed FROM subject.group_post WHERE id = $1', [id]);
  const right = createHash('sha256').update(rows[0].sealed).digest();
  await refused(show(0));
  await refused(show(1));
  await decide(1, 'show', randomBytes(32));
  await refused(show(1));
  await decide(2, 'hide', right);
  await refused(show(2));
  await decide(3, 'show', right);
  await show(3);
  // Another text in the place of the one that is shown.
  await refused(
    owner.query('UPDATE subject.group_post SET sealed = $2 WHERE id = $1', [id, randomBytes(64)]),
  );
  // Hidden and shown once more by the old decision.
  await owner.query(`UPDATE subject.group_post SET state = 'reported' WHERE id = $1`, [id]);
  await refused(show(3));
});

it('the web login changes and removes no decision', async () => {
  const { id, who } = await held();
  await decided(db, who, id, { decision: 'show' });
  const web = db.$executeRaw`UPDATE ops.group_decision SET decision = 'hide', reason = 'method'`;
  await expect(web).rejects.toThrow(/permission denied/);
  await expect(db.$executeRaw`DELETE FROM ops.group_decision`).rejects.toThrow(/permission denied/);
});

it('nothing of a post stands in what is stored of its author, nor the reverse', async () => {
  const { id, who, topicId, person } = await held();
  await decided(db, who, id, { decision: 'show' });
  const other = await topic(db, who);
  await wrote(db, person, other);
  const { rows: posts } = await owner.query(
    `SELECT p.id::text, encode(p.author_tag, 'hex') AS tag, encode(p.author_sealed, 'hex') AS author, encode(p.sealed, 'hex') AS text
     FROM subject.group_post p WHERE p.topic_id IN ($1, $2)`,
    [topicId, other],
  );
  expect(posts).toHaveLength(2);
  const { rows: mine } = await owner.query(
    `SELECT (SELECT json_agg(t) FROM subject.transition t WHERE pathway_id = $1)::text
      || (SELECT json_agg(r) FROM subject.pathway_row r WHERE pathway_id = $1)::text
      || (SELECT json_agg(p) FROM subject.pathway p WHERE id = $1)::text AS all`,
    [person.pathwayId],
  );
  const { rows: log } = await owner.query('SELECT json_agg(a)::text AS all FROM ops.audit_entry a');
  const text = `${mine[0].all}${log[0].all}`;
  for (const post of posts) {
    for (const value of Object.values(post)) expect(text).not.toContain(value);
  }
  const [a, b] = posts;
  for (const column of ['tag', 'author', 'text']) expect(a[column]).not.toBe(b[column]);
  expect(text).toContain(person.pathwayId);
});

it('a post that was decided keeps no clock, and no number of the transaction that recorded its step', async () => {
  const { id, who, person } = await held();
  const numbers = async () =>
    (
      await owner.query(
        `SELECT (SELECT xmin::text FROM subject.group_post WHERE id = $1) AS post,
        (SELECT xmin::text FROM subject.transition WHERE pathway_id = $2 AND step = 'community.posted') AS step`,
        [id, person.pathwayId],
      )
    ).rows[0];
  await decided(db, who, id, { decision: 'show' });
  const { post, step } = await numbers();
  expect(post).not.toBe(step);
  expect(await db.groupItem.count({ where: { postId: id } })).toBe(0);
  const { rows } = await owner.query(
    `SELECT column_name FROM information_schema.columns WHERE (table_schema, table_name) IN
      (('subject', 'group_post'), ('subject', 'group_voice'), ('ops', 'group_decision')) AND data_type LIKE 'time%'`,
  );
  expect(rows).toEqual([]);
});

it('a name of a topic holds no word that somebody typed', async () => {
  const { topicId } = await held();
  const alias = `${randomUUID()}`;
  const insert = owner.query('INSERT INTO subject.group_voice VALUES ($1, $2, $3)', [
    randomBytes(32),
    topicId,
    alias,
  ]);
  await expect(insert).rejects.toThrow(/group_voice_alias/);
});
