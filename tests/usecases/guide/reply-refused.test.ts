import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openText } from '#lib/gateways/thread-keys.ts';
import { listAudit } from '#lib/store/audit.ts';
import { markDisabled } from '#lib/store/staff/staff.ts';
import { getThread, listMessages } from '#lib/store/threads.ts';
import { closeThread } from '#lib/usecases/guide/close-thread.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { saveDraft } from '#lib/usecases/guide/save-draft.ts';
import { showPresence } from '#lib/usecases/guide/show-presence.ts';
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
const as = (person: TestPerson) => guideContext(test.db, person, 'inbox:reply');
const reply = (person: TestPerson, id: string, text: string, seen: number) =>
  replyToThread(as(person), { id, draft: draftOf(text), seen, override: false });
const view = (person: TestPerson, id: string, laterMs = 0) =>
  openThread(guideContext(test.db, person, 'inbox:read', laterMs), id);

async function textsOf({ id, key }: AskedThread): Promise<readonly (string | null)[]> {
  return (await listMessages(test.db, id)).map(({ sealed }) => openText(key, id, sealed));
}

it('takes no reply to less than there is to read, and keeps what was written', async () => {
  const [a, b] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const thread = await ask(test.db);
  await write(test.db, thread, 'One more thing.');
  expect(await reply(a, thread.id, 'Hello', 1)).toEqual({ ok: false, error: { kind: 'changed' } });
  expect((await view(a, thread.id))?.draft).toMatchObject({ text: 'Hello' });
  expect((await view(b, thread.id))?.draft).toBeNull();
  const both = await Promise.all([
    reply(a, thread.id, 'From A', 2),
    reply(b, thread.id, 'From B', 2),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, error: { kind: 'held' } });
  const [sender, loser] = both[0]?.ok ? [a, b] : [b, a];
  const seen = await view(loser, thread.id);
  expect(seen?.pending).toMatchObject({ by: sender.name, own: false });
  expect(seen?.draft?.text).toBe(loser === b ? 'From B' : 'From A');
});

it('is not sent over a colleague who is replying, unless one says so', async () => {
  const [a, b] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const { id } = await ask(test.db);
  await showPresence(as(b), { id, replying: true });
  expect(await reply(a, id, 'Mine', 1)).toEqual({ ok: false, error: { kind: 'replying' } });
  const sent = { id, draft: draftOf('Mine'), seen: 1, override: true };
  expect((await replyToThread(as(a), sent)).ok).toBe(true);
});

it('leads to a step that is open, or says why to none', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id } = await ask(test.db);
  const send = (change: Parameters<typeof draftOf>[1]) =>
    replyToThread(as(guide), { id, draft: draftOf('Hello', change), seen: 1, override: false });
  const problem = (field: string, why: string) => ({
    ok: false,
    error: { kind: 'step', step: { field, problem: why } },
  });
  expect(await send({ step: null })).toEqual(problem('step', 'none'));
  expect(await send({ step: 'service' })).toEqual(problem('service', 'service'));
  expect(await send({ step: 'service', service: 'no-such' })).toEqual(
    problem('service', 'service'),
  );
  // No moderator is on the roster.
  expect(await send({ step: 'group' })).toEqual(problem('step', 'closed'));
  expect(await send({ step: 'step_up' })).toEqual(problem('upReason', 'reason'));
  expect(await send({ step: 'none' })).toEqual(problem('noReason', 'reason'));
  expect((await send({ step: 'step_up', upReason: 'worse' })).ok).toBe(true);
  await settleLater(test.db, 30_000);
  expect((await listMessages(test.db, id)).at(-1)).toMatchObject({
    step: 'step_up',
    stepTarget: 'face_to_face',
    stepReason: 'worse',
  });
});

it('refuses nothing, too much, and a thread that is gone; what is too long is kept as a draft', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id } = await ask(test.db);
  expect(await reply(guide, id, ' \n', 1)).toMatchObject({ error: { kind: 'empty' } });
  expect((await view(guide, id))?.draft).toBeNull();
  expect(await reply(guide, id, '長'.repeat(1001), 1)).toMatchObject({
    error: { kind: 'too_long' },
  });
  expect((await view(guide, id))?.draft?.text).toBe('長'.repeat(1001));
  expect(await reply(guide, randomUUID(), 'x', 1)).toMatchObject({ error: { kind: 'gone' } });
  expect(await reply(guide, 'x', 'x', 1)).toMatchObject({ error: { kind: 'gone' } });
  expect(await reply(guide, id, '長'.repeat(1000), 1)).toMatchObject({ ok: true });
});

it('is not sent where its writer’s account was disabled meanwhile: colleagues read it as a note', async () => {
  const [gone, stays] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const thread = await ask(test.db);
  await reply(gone, thread.id, 'Not to be sent', 1);
  await markDisabled(test.db, gone.id, NOW);
  await settleLater(test.db, 30_000);
  expect(await textsOf(thread)).toHaveLength(1);
  expect((await view(stays, thread.id))?.notes).toMatchObject([
    { kind: 'withheld', by: gone.name, text: 'Not to be sent' },
  ]);
  expect(await getThread(test.db, thread.id)).toMatchObject({ state: 'open' });
});

it('closes once it is answered, and neither while somebody waits nor while a reply is held', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id } = await ask(test.db);
  const close = (seen: number) => closeThread(as(guide), { id, seen });
  expect(await close(1)).toMatchObject({ error: 'waiting' });
  await answer(test.db, guide, { id, text: 'Hello', seen: 1 });
  await reply(guide, id, 'And more', 2);
  expect(await close(2)).toMatchObject({ error: 'held' });
  await settleLater(test.db, 30_000);
  expect(await close(2)).toMatchObject({ error: 'changed' });
  expect(await close(3)).toMatchObject({ ok: true });
  expect(await close(3)).toMatchObject({ ok: true });
  expect(await reply(guide, id, 'Too late', 3)).toMatchObject({ error: { kind: 'closed' } });
  const closed = await listAudit(test.db, { limit: 100, action: 'thread.closed' });
  expect(closed.filter((entry) => entry.subject === id)).toHaveLength(1);
});

it('leaves nothing behind where the visitor deletes it while a reply is held', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id, pathwayId } = await ask(test.db);
  await saveDraft(as(guide), { id, draft: draftOf('A draft'), seen: 1 });
  await reply(guide, id, 'Held', 1);
  await test.owner.query('SELECT subject.erase_messages($1)', [pathwayId]);
  expect(await settleLater(test.db, 30_000)).toBe(0);
  for (const table of ['thread_draft', 'pending_reply', 'thread_presence', 'thread_clock']) {
    const left = await test.owner.query(`SELECT FROM ops.${table} WHERE thread_id = $1`, [id]);
    expect(left.rowCount, table).toBe(0);
  }
  expect(await takeBackReply(as(guide), id)).toMatchObject({ error: 'gone' });
});
