import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { Day, Instant, PathwayId, ThreadId } from '#lib/domain/basics/ids.ts';
import { openText, sealText, wrapForStaff } from '#lib/gateways/thread-keys.ts';
import { listAudit } from '#lib/store/audit.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { appendMessage, getThread, insertThread, listMessages } from '#lib/store/threads.ts';
import { closeThread } from '#lib/usecases/guide/close-thread.ts';
import { listInbox } from '#lib/usecases/guide/list-inbox.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { testDatabase } from '../../support/database.ts';
import { screened, TODAY } from '../../support/screened.ts';
import { contextOf, hire, NOW, staffContextOf, type TestPerson } from '../staff/people.ts';

const test = testDatabase({ connections: 12 });
const { secrets } = contextOf(test.db);
const HOUR = 3_600_000;
const as = <P extends Permission>(person: TestPerson, permission: P) => ({
  ...staffContextOf(test.db, person, permission),
  today: (TODAY + 1) as Day,
});

interface Asked {
  readonly hoursAgo?: number;
  readonly promisedIn?: number;
  readonly share?: boolean;
}

/** Somebody who wrote to the guides. */
async function asked({ hoursAgo = 1, promisedIn = 5, share = false }: Asked = {}) {
  const pathwayId = await screened(test.db);
  await recordSteps(test.db, { id: pathwayId, key: randomUUID(), today: TODAY }, () => [
    { step: 'guidance.requested', origin: 'user', policyHash: null, payload: {} },
  ]);
  const id = randomUUID() as ThreadId;
  const key = randomBytes(32);
  await insertThread(test.db, {
    id,
    pathwayId,
    locale: 'zh-hant',
    tier: 'guidance',
    band: share ? 'mild' : null,
    today: TODAY,
    now: (NOW - hoursAgo * HOUR) as Instant,
    promisedAt: (NOW + promisedIn * HOUR) as Instant,
    wraps: [{ holder: 'staff', wrapped: wrapForStaff(secrets, id, key) }],
  });
  await write(id, key, '我不知道由哪裡開始。');
  return { id, key, pathwayId };
}

const write = (threadId: ThreadId, key: Uint8Array, text: string) =>
  appendMessage(test.db, {
    threadId,
    author: 'visitor',
    staffId: null,
    sealed: sealText(key, threadId, text),
    key: randomUUID(),
  });

async function answersOf(pathwayId: PathwayId) {
  return (await listTransitions(test.db, pathwayId)).filter((t) => t.step === 'guidance.answered');
}

it('the inbox lists who waits, the earliest promise first, with lateness; no pathway and no text', async () => {
  const guide = await hire(test.db, ['guide']);
  const soon = await asked({ promisedIn: 1 });
  const late = await asked({ promisedIn: -2, hoursAgo: 30 });
  const rows = await listInbox(as(guide, 'inbox:read'));
  const [first, second] = rows.filter(({ id }) => id === soon.id || id === late.id);
  expect(first).toMatchObject({ id: late.id, late: true, waitedMs: 30 * HOUR, band: null });
  expect(second).toMatchObject({ id: soon.id, late: false, locale: 'zh-hant' });
  expect(JSON.stringify(rows)).not.toContain(late.pathwayId);
  expect(JSON.stringify(rows)).not.toContain('哪裡');
});

it('a thread is opened with the staff key, and every opening leaves an audit row', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id, pathwayId } = await asked({ share: true });
  for (let i = 0; i < 3; i += 1) {
    const view = await openThread(as(guide, 'inbox:read'), id);
    expect(view?.messages).toEqual([{ seq: 1, author: 'visitor', text: '我不知道由哪裡開始。' }]);
    expect(view?.thread).toMatchObject({ band: 'mild', tier: 'guidance', state: 'open' });
    expect(JSON.stringify(view)).not.toContain(pathwayId);
  }
  const reads = (await listAudit(test.db, { limit: 200 })).filter((e) => e.subject === id);
  expect(reads).toHaveLength(3);
  expect(reads[0]).toMatchObject({ action: 'thread.read', actor: `staff:${guide.id}` });
  expect(await openThread(as(guide, 'inbox:read'), randomUUID())).toBeNull();
  expect(await openThread(as(guide, 'inbox:read'), 'x\u0000')).toBeNull();
});

it('a thread is answered once however often the reply is posted, also at once', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id, key, pathwayId } = await asked({ hoursAgo: 30 });
  const ctx = as(guide, 'inbox:reply');
  const reply = { id, text: ' 由今天開始。\r\n慢慢來。 ', seen: 1 };
  const sent = await Promise.all(Array.from({ length: 5 }, () => replyToThread(ctx, reply)));
  expect(sent.every(({ ok }) => ok)).toBe(true);
  const messages = await listMessages(test.db, id);
  expect(messages).toHaveLength(2);
  expect(openText(key, id, messages[1]?.sealed ?? new Uint8Array())).toBe('由今天開始。\n慢慢來。');
  expect(Buffer.from(messages[1]?.sealed ?? []).toString()).not.toContain('慢慢');
  expect(await getThread(test.db, id)).toMatchObject({ state: 'answered', promisedAt: null });
  const answers = await answersOf(pathwayId);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({ origin: 'staff', payload: { hours: '25-72' } });
});

it('a thread does not take a reply to less than there is to read', async () => {
  const [a, b] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const { id, key } = await asked();
  await write(id, key, 'One more thing.');
  const late = { id, text: 'Hello', seen: 1 };
  expect(await replyToThread(as(a, 'inbox:reply'), late)).toEqual({
    ok: false,
    error: 'changed',
  });
  const both = await Promise.all([
    replyToThread(as(a, 'inbox:reply'), { id, text: 'From A', seen: 2 }),
    replyToThread(as(b, 'inbox:reply'), { id, text: 'From B', seen: 2 }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, error: 'changed' });
  expect(await listMessages(test.db, id)).toHaveLength(3);
});

it('a thread takes a second reply, which is no second answer of the pathway', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id, pathwayId } = await asked({ hoursAgo: 80 });
  await replyToThread(as(guide, 'inbox:reply'), { id, text: 'First', seen: 1 });
  await replyToThread(as(guide, 'inbox:reply'), { id, text: 'Second', seen: 2 });
  expect(await listMessages(test.db, id)).toHaveLength(3);
  const answers = await answersOf(pathwayId);
  expect(answers.map((t) => t.payload)).toEqual([{ hours: '73+' }]);
});

it('a thread refuses nothing, too much, and a thread that is gone', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id } = await asked();
  const reply = (text: string, to: string = id) =>
    replyToThread(as(guide, 'inbox:reply'), { id: to, text, seen: 1 });
  expect(await reply(' \n')).toMatchObject({ error: 'empty' });
  expect(await reply('長'.repeat(1001))).toMatchObject({ error: 'too_long' });
  expect(await reply('x', randomUUID())).toMatchObject({ error: 'gone' });
  expect(await reply('x', 'x')).toMatchObject({ error: 'gone' });
  expect(await reply('長'.repeat(1000))).toMatchObject({ ok: true });
});

it('a thread closes once it is answered, and not while somebody waits', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id } = await asked();
  const close = (seen: number) => closeThread(as(guide, 'inbox:reply'), { id, seen });
  expect(await close(1)).toMatchObject({ error: 'waiting' });
  await replyToThread(as(guide, 'inbox:reply'), { id, text: 'Hello', seen: 1 });
  expect(await close(1)).toMatchObject({ error: 'changed' });
  expect(await close(2)).toMatchObject({ ok: true });
  expect(await close(2)).toMatchObject({ ok: true });
  const reply = { id, text: 'Too late', seen: 2 };
  expect(await replyToThread(as(guide, 'inbox:reply'), reply)).toMatchObject({ error: 'closed' });
  const closed = (await listAudit(test.db, { limit: 100 })).filter(
    (e) => e.subject === id && e.action === 'thread.closed',
  );
  expect(closed).toHaveLength(1);
});
