import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { appendAudit, appendAuditSeal, listAudit, verifyAuditChain } from '#lib/store/audit.ts';
import { expireAudit } from '#lib/store/keeping.ts';
import { testDatabase } from '#tests/support/database.ts';

const { db, worker, owner } = testDatabase({ empty: true, connections: 10 });
const key = randomBytes(32);
const at = Date.now() as Instant;
const entry = (n: number) => ({
  actor: 'staff:a',
  action: 'policy.activated' as const,
  subject: null,
  detail: { n, text: '文 "quoted" \n\\' },
});

test('entries written at once form one chain that verifies', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, n) => appendAudit(db, entry(n))));
  const state = await verifyAuditChain(db, null);
  expect(state).toMatchObject({ ok: true, entries: 60, lastSeq: 60 });
  await appendAuditSeal(worker, state, { key, at });
  expect(await verifyAuditChain(worker, key)).toMatchObject({ ok: true });
  expect((await listAudit(db, { before: 11, limit: 3 })).map((e) => e.seq)).toEqual([10, 9, 8]);
});

test('an entry of a transaction that fails is not in the chain', async () => {
  const failing = db.$transaction(async (tx) => {
    await appendAudit(tx, entry(0));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await verifyAuditChain(db, null)).toMatchObject({ ok: true, entries: 60 });
});

/** What somebody with every right on the database does, undone afterwards. */
async function tampered(sql: string) {
  await owner.query('BEGIN');
  await owner.query(`SET LOCAL session_replication_role = 'replica'`);
  await owner.query(sql);
  await owner.query('COMMIT');
}

test('a changed, a removed and a cut-off entry are each found, at either end', async () => {
  await owner.query('CREATE TABLE copy AS SELECT * FROM ops.audit_entry');
  const undo = () =>
    tampered(`DELETE FROM ops.audit_entry; INSERT INTO ops.audit_entry SELECT * FROM copy;
      DELETE FROM ops.audit_anchor WHERE seq <> 60`);
  const attacks = [
    [`UPDATE ops.audit_entry SET detail = '{}' WHERE seq = 31`, 31],
    [`UPDATE ops.audit_entry SET actor = 'staff:b' WHERE seq = 1`, 1],
    [`UPDATE ops.audit_entry SET at = at + interval '1 ms' WHERE seq = 2`, 2],
    ['DELETE FROM ops.audit_entry WHERE seq = 40', 41],
    ['DELETE FROM ops.audit_entry WHERE seq > 50', 60],
    ['DELETE FROM ops.audit_entry WHERE seq <= 10', 11],
    [
      `DELETE FROM ops.audit_entry WHERE seq <= 10;
       INSERT INTO ops.audit_anchor VALUES (10, now(), sha256('no key'))`,
      11,
    ],
  ] as const;
  for (const [attack, firstBad] of attacks) {
    await tampered(attack);
    expect(await verifyAuditChain(worker, key), attack).toMatchObject({ ok: false, firstBad });
    await undo();
  }
  expect(await verifyAuditChain(worker, key)).toMatchObject({ ok: true });
});

test('a chain written anew from end to end does not match the seal', async () => {
  await tampered(`DO $$ DECLARE p bytea := ''; r record; BEGIN
    UPDATE ops.audit_entry SET actor = 'staff:c' WHERE seq = 5;
    FOR r IN SELECT * FROM ops.audit_entry ORDER BY seq LOOP
      UPDATE ops.audit_entry SET prev_hash = p, hash = sha256(p || convert_to(ops.audit_text(
        r.seq, r.at, r.actor, r.action, r.subject, r.detail), 'UTF8')) WHERE seq = r.seq RETURNING hash INTO p;
    END LOOP; END $$`);
  expect(await verifyAuditChain(worker, null)).toMatchObject({ ok: true });
  expect(await verifyAuditChain(worker, key)).toMatchObject({ ok: false, firstBad: 60 });
  await tampered('DELETE FROM ops.audit_entry; INSERT INTO ops.audit_entry SELECT * FROM copy');
});

test('what is past its time goes up to the last seal, and the rest still verifies', async () => {
  await Promise.all(Array.from({ length: 5 }, (_, n) => appendAudit(db, entry(n))));
  expect(await expireAudit(worker, (Date.now() + 1000) as Instant)).toBe(60);
  for (const known of [key, null]) {
    expect(await verifyAuditChain(worker, known)).toMatchObject({
      ok: true,
      entries: 5,
      lastSeq: 65,
    });
  }
  await tampered('DELETE FROM ops.audit_anchor');
  expect(await verifyAuditChain(db, null)).toMatchObject({ ok: false, firstBad: 61 });
});
