import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Day, Instant, PathwayId, ServiceId } from '#lib/domain/basics/ids.ts';
import { openAlert } from '#lib/store/alerts.ts';
import { countChanges } from '#lib/store/cubes.ts';
import {
  erasePathway,
  expirePathways,
  expireReturnCodes,
  expireThreads,
} from '#lib/store/keeping.ts';
import { insertReturnCode } from '#lib/store/return-codes.ts';
import { appendMessage, insertThread, listMessages } from '#lib/store/threads.ts';
import { insertVisitCode, listVisitCodes } from '#lib/store/visit-codes.ts';
import { testDatabase } from '#tests/support/database.ts';
import { screened, TODAY } from '#tests/support/screened.ts';

const { db, worker, owner } = testDatabase();
const bytes = (text: string) => new TextEncoder().encode(text);

async function withEverything() {
  const id = await screened(db, ['service', 'research']);
  const code = { locator: bytes('l'), salt: bytes('s'), verifier: bytes('v') };
  await insertReturnCode(db, { pathwayId: id, ...code });
  const thread = await insertThread(db, {
    pathwayId: id,
    locale: 'en',
    tier: 'guidance',
    band: null,
    today: TODAY,
    now: Date.now() as Instant,
    promisedAt: null,
    wraps: [
      { holder: 'visitor', wrapped: bytes('w') },
      { holder: 'staff', wrapped: bytes('w') },
    ],
  });
  const message = {
    threadId: thread,
    author: 'visitor',
    staffId: null,
    sealed: bytes('m'),
  } as const;
  await appendMessage(db, { ...message, key: randomUUID() });
  const visit = { pathwayId: id, serviceId: 'a-place' as ServiceId, hash: randomBytes(32) };
  await insertVisitCode(db, { ...visit, issuedDay: 1, now: Date.now() as Instant });
  const [visitCode] = await listVisitCodes(db, id);
  const late = { kind: 'promise_overdue', subject: thread, detail: {} } as const;
  await openAlert(worker, { ...late, at: Date.now() as Instant });
  return { id, thread, code: visitCode?.id ?? '' };
}

/** Every row of every table as text: whatever holds the id is found, also in a table to come. */
async function whereIs(...needles: readonly string[]): Promise<string[]> {
  const tables = await owner.query(`SELECT format('%I.%I', table_schema, table_name) AS name
    FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema IN ('subject', 'vault', 'ops', 'public')`);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await owner.query(`SELECT t::text AS text FROM ${name} t`);
    if (rows.rows.some(({ text }) => needles.some((needle) => text.includes(needle))))
      found.push(name);
  }
  return found.sort();
}

test('erasing removes every row of that pathway and nothing of another', async () => {
  const [gone, kept] = [await withEverything(), await withEverything()];
  await countChanges(worker);
  const tables = await whereIs(kept.id, kept.thread, kept.code);
  expect(tables).toEqual([
    'ops.alert',
    'ops.thread_clock',
    'ops.visit_clock',
    'subject.consent',
    'subject.keywrap',
    'subject.message',
    'subject.pathway',
    'subject.pathway_fact',
    'subject.pathway_row',
    'subject.return_code',
    'subject.thread',
    'subject.transition',
    'subject.visit_code',
  ]);
  const before = await countAll(kept.id);
  expect(await erasePathway(db, gone.id)).toBe(true);
  expect(await whereIs(gone.id, gone.thread, gone.code)).toEqual([]);
  expect(await whereIs(kept.id, kept.thread, kept.code)).toEqual(tables);
  expect(await countAll(kept.id)).toBe(before);
  expect(await erasePathway(db, gone.id)).toBe(false);
});

async function countAll(id: PathwayId): Promise<number> {
  return (
    await owner.query('SELECT count(*)::int AS n FROM subject.transition WHERE pathway_id = $1', [
      id,
    ])
  ).rows[0].n;
}

test('a message posted again has one effect, and messages of one thread have no gap', async () => {
  const { thread } = await withEverything();
  const message = {
    threadId: thread,
    author: 'visitor',
    staffId: null,
    sealed: bytes('x'),
  } as const;
  const keys = Array.from({ length: 10 }, () => randomUUID());
  const posts = [...keys, ...keys, ...keys].map((key) => appendMessage(db, { ...message, key }));
  expect((await Promise.all(posts)).filter(Boolean)).toHaveLength(10);
  const seqs = (await listMessages(db, thread)).map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
});

test('the way back ends after its time, then the thread, and at last the pathway', async () => {
  const old = await withEverything();
  const fresh = await withEverything();
  await owner.query(
    `UPDATE subject.pathway SET last_used = last_used - 400, start_date = start_date - 400
    WHERE id = $1`,
    [old.id],
  );
  expect(await expireReturnCodes(worker, (TODAY - 365) as Day, TODAY)).toBe(1);
  expect(await db.returnCode.count({ where: { pathwayId: fresh.id } })).toBe(1);
  expect(await expireThreads(worker, TODAY)).toBe(0);
  expect(await expireThreads(worker, (TODAY + 1) as Day)).toBe(1);
  expect(await whereIs(old.thread)).toEqual([]);
  expect(await expirePathways(worker, (TODAY - 399) as Day)).toBe(1);
  expect(await whereIs(old.id)).toEqual([]);
  expect(await db.pathway.count({ where: { id: fresh.id } })).toBe(1);
});
