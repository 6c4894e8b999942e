import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { openText } from '#lib/gateways/thread-keys.ts';
import { listAudit } from '#lib/store/audit.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { getThread, listMessages } from '#lib/store/threads.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { takeBackReply } from '#lib/usecases/guide/take-back-reply.ts';
import { testDatabase } from '../../support/database.ts';
import {
  type AskedThread,
  answer,
  ask,
  draftOf,
  guideContext,
  settleLater,
  write,
} from '../../support/guiding.ts';
import { hire, NOW, type TestPerson } from '../staff/people.ts';

const test = testDatabase({ connections: 12 });
const HOUR = 3_600_000;
const as = (person: TestPerson) => guideContext(test.db, person, 'inbox:reply');
const reply = (person: TestPerson, id: string, text: string, seen: number) =>
  replyToThread(as(person), { id, draft: draftOf(text), seen, override: false });
const view = (person: TestPerson, id: string, laterMs = 0) =>
  openThread(guideContext(test.db, person, 'inbox:read', laterMs), id);
const tally = async () =>
  (
    await test.owner.query(
      'SELECT sum(kept)::int AS kept, sum(late)::int AS late FROM ops.promise_tally',
    )
  ).rows[0];

async function textsOf({ id, key }: AskedThread): Promise<readonly (string | null)[]> {
  return (await listMessages(test.db, id)).map(({ sealed }) => openText(key, id, sealed));
}

async function answersOf(pathwayId: PathwayId) {
  return (await listTransitions(test.db, pathwayId)).filter((t) => t.step === 'guidance.answered');
}

it('holds a reply for half a minute, then lets it go with its step, the log and the end of the wait', async () => {
  const guide = await hire(test.db, ['guide']);
  const thread = await ask(test.db, { hoursAgo: 30 });
  expect((await reply(guide, thread.id, ' 由今天開始。\r\n慢慢來。 ', 1)).ok).toBe(true);
  expect(await settleLater(test.db, 29_999)).toBe(0);
  expect(await listMessages(test.db, thread.id)).toHaveLength(1);
  expect(await getThread(test.db, thread.id)).toMatchObject({ state: 'open' });
  expect(await answersOf(thread.pathwayId)).toEqual([]);
  const before = await tally();
  expect(await settleLater(test.db, 30_000)).toBe(1);
  expect(await settleLater(test.db, 30_000)).toBe(0);
  const [, message] = await listMessages(test.db, thread.id);
  expect(message).toMatchObject({ author: 'staff', step: 'plan', stepTarget: null });
  expect((await textsOf(thread))[1]).toBe('由今天開始。\n慢慢來。');
  expect(Buffer.from(message?.sealed ?? []).toString()).not.toContain('慢慢');
  expect(await getThread(test.db, thread.id)).toMatchObject({
    state: 'answered',
    promisedAt: null,
  });
  expect(await answersOf(thread.pathwayId)).toMatchObject([
    { origin: 'staff', payload: { hours: '25-72' } },
  ]);
  expect(await tally()).toEqual({ kept: (before.kept ?? 0) + 1, late: before.late ?? 0 });
  const entries = await listAudit(test.db, { limit: 50, action: 'thread.answered' });
  expect(entries.filter(({ subject }) => subject === thread.id)).toMatchObject([
    { actor: `staff:${guide.id}`, detail: { step: 'plan', messages: 2 } },
  ]);
});

it('counts an answer after its time as late', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id } = await ask(test.db, { promisedIn: -1 });
  const { kept, late } = await tally();
  await answer(test.db, guide, { id, text: 'Late', seen: 1 });
  expect(await tally()).toEqual({ kept, late: late + 1 });
});

it('is answered once however often the reply is posted and however many processes let it go', async () => {
  const guide = await hire(test.db, ['guide']);
  const thread = await ask(test.db);
  const ctx = as(guide);
  const post = () =>
    replyToThread(ctx, { id: thread.id, draft: draftOf('Once'), seen: 1, override: false });
  const sent = await Promise.all(Array.from({ length: 5 }, post));
  expect(sent.every(({ ok }) => ok)).toBe(true);
  const settled = await Promise.all(Array.from({ length: 5 }, () => settleLater(test.db, 30_000)));
  expect(settled.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect((await post()).ok).toBe(true);
  await settleLater(test.db, 120_000);
  expect((await textsOf(thread)).slice(1)).toEqual(['Once']);
  expect(await answersOf(thread.pathwayId)).toHaveLength(1);
});

it('goes out when somebody opens the thread after its time', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id } = await ask(test.db);
  await reply(guide, id, 'Soon', 1);
  expect(await view(guide, id, 10_000)).toMatchObject({
    pending: { text: 'Soon', own: true, dueAt: NOW + 30_000 },
    messages: [{ author: 'visitor' }],
  });
  const opened = await view(guide, id, 30_000);
  expect(opened?.pending).toBeNull();
  expect(opened?.messages.at(-1)).toMatchObject({ text: 'Soon', step: { kind: 'plan' } });
});

it('is a draft again once it was taken back, and the form that sent it sends nothing more', async () => {
  const [guide, other] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const { id } = await ask(test.db);
  const ctx = as(guide);
  const draft = draftOf('Too fast', { step: 'none', noReason: 'asked_back' });
  const post = () => replyToThread(ctx, { id, draft, seen: 1, override: false });
  await post();
  expect(await takeBackReply(as(other), id)).toEqual({ ok: false, error: 'sent' });
  expect((await takeBackReply(as(guide), id)).ok).toBe(true);
  expect((await view(guide, id))?.draft).toMatchObject({ ...draft, askedOf: null });
  expect((await post()).ok).toBe(true);
  expect(await settleLater(test.db, 60_000)).toBe(0);
  expect(await listMessages(test.db, id)).toHaveLength(1);
  expect(await takeBackReply(as(guide), id)).toEqual({ ok: false, error: 'sent' });
  expect(await takeBackReply(as(guide), randomUUID())).toEqual({ ok: false, error: 'gone' });
});

it('keeps the thread open where the visitor wrote while the reply was held', async () => {
  const guide = await hire(test.db, ['guide']);
  const thread = await ask(test.db);
  await reply(guide, thread.id, 'To the first', 1);
  await write(test.db, thread, 'One more thing.');
  await settleLater(test.db, 30_000);
  expect((await textsOf(thread)).slice(1)).toEqual(['One more thing.', 'To the first']);
  expect(await getThread(test.db, thread.id)).toMatchObject({
    state: 'open',
    promisedAt: NOW + 5 * HOUR,
  });
  expect(await answersOf(thread.pathwayId)).toHaveLength(1);
  await reply(guide, thread.id, 'To the second', 3);
  await settleLater(test.db, 80_000);
  expect(await getThread(test.db, thread.id)).toMatchObject({ state: 'answered' });
  expect(await answersOf(thread.pathwayId)).toHaveLength(2);
});

it('takes a second reply, which is no second answer of the pathway', async () => {
  const guide = await hire(test.db, ['guide']);
  const thread = await ask(test.db, { hoursAgo: 80 });
  await answer(test.db, guide, { id: thread.id, text: 'First', seen: 1 });
  await answer(test.db, guide, { id: thread.id, text: 'Second', seen: 2 });
  expect((await textsOf(thread)).slice(1)).toEqual(['First', 'Second']);
  expect((await answersOf(thread.pathwayId)).map((t) => t.payload)).toEqual([{ hours: '73+' }]);
});
