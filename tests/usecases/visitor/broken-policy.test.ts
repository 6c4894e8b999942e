import { expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { offerOf, visitorWithTotal } from '../clinician/visitor.ts';

const test = testDatabase();

/** Put past every check of the program, as a bad restore or a hand on the database would. */
async function force(hash: string, document: unknown): Promise<void> {
  const { owner } = test;
  await owner.query("SET session_replication_role = 'replica'");
  await owner.query(
    "INSERT INTO ops.policy (hash, document, name, created_at) VALUES ($1, $2, 'broken', now())",
    [hash, JSON.stringify(document)],
  );
  await owner.query('INSERT INTO ops.policy_activation (hash, activated_at) VALUES ($1, now())', [
    hash,
  ]);
  await owner.query("SET session_replication_role = 'origin'");
}

it.each([
  ['is no policy', 'a', { tables: 'gone' }],
  ['is nothing', 'b', null],
  ['is of a form that nobody knows yet', 'c', { schema: 9 }],
])('a visitor gets a safe step where the live policy %s', async (_what, letter, document) => {
  await force(letter.repeat(64), document);
  const pathway = await visitorWithTotal(test.db, 2);
  expect(await offerOf(test.db, pathway)).toEqual({ tier: 'face_to_face', policy: null });
});

it('a visitor gets a safe step where the live policy is not there, or none is', async () => {
  const { owner } = test;
  await owner.query("SET session_replication_role = 'replica'");
  await owner.query('INSERT INTO ops.policy_activation (hash, activated_at) VALUES ($1, now())', [
    'd'.repeat(64),
  ]);
  const lost = await visitorWithTotal(test.db, 2);
  expect(await offerOf(test.db, lost)).toEqual({ tier: 'face_to_face', policy: null });
  await owner.query('DELETE FROM ops.policy_activation');
  await owner.query("SET session_replication_role = 'origin'");
  const none = await visitorWithTotal(test.db, 2);
  expect(await offerOf(test.db, none)).toEqual({ tier: 'face_to_face', policy: null });
});
