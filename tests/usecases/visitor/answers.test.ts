import { expect, it } from 'vitest';
import type { DraftContent } from '#lib/domain/guidance/draft.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { findThreadOf } from '#lib/store/threads.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { replyToThread } from '#lib/usecases/guide/reply-to-thread.ts';
import { writeNote } from '#lib/usecases/guide/write-note.ts';
import { askForGuidance } from '#lib/usecases/visitor/place/ask-for-guidance.ts';
import { eraseMessages } from '#lib/usecases/visitor/place/erase-messages.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';
import { takeReplyStep } from '#lib/usecases/visitor/place/take-reply-step.ts';
import { viewMyData } from '#lib/usecases/visitor/place/view-my-data.ts';
import { viewPromisesKept } from '#lib/usecases/visitor/view-promises-kept.ts';
import { testDatabase } from '../../support/database.ts';
import { draftOf } from '../../support/guiding.ts';
import { contextOf, hire, later, staffContextOf, type TestPerson } from '../staff/people.ts';
import { visitWithResult } from './visit.ts';

const test = testDatabase();
const UNDO = 30_000;

async function asked() {
  const guide = await hire(test.db, ['guide']);
  const visitor = await visitWithResult(test.db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error('no code');
  const session = issued.value;
  const post = () => visitor.post(undefined, session);
  const write = (text: string) => askForGuidance(post(), { text, share: false });
  await write('How do I begin?');
  const thread = await findThreadOf(test.db, session.pathwayId);
  if (!thread) throw new Error('no thread');
  return { guide, post, write, pathwayId: session.pathwayId, id: thread.id };
}

type Asked = Awaited<ReturnType<typeof asked>>;
const replyAs = (guide: TestPerson, { id }: Asked, draft: DraftContent, seen: number) =>
  replyToThread(staffContextOf(test.db, guide, 'inbox:reply'), { id, draft, seen, override: true });

it('an answer is read once its half minute is over, with no one else there to let it go', async () => {
  const it = await asked();
  await replyAs(it.guide, it, draftOf('Begin with one word.'), 1);
  const read = (ms: number) => readGuidance({ ...it.post(), now: later(ms) }, true);
  expect((await read(UNDO - 1))?.messages).toHaveLength(1);
  expect((await read(UNDO))?.messages.at(-1)).toMatchObject({
    from: 'staff',
    text: 'Begin with one word.',
    step: { kind: 'plan' },
    taken: false,
  });
  const steps = (await listTransitions(test.db, it.pathwayId)).map(({ step }) => step);
  expect(steps.slice(-3)).toEqual(['guidance.requested', 'guidance.answered', 'guidance.read']);
});

it('the step of an answer is recorded once, however often it is pressed, and leads to its page', async () => {
  const it = await asked();
  const service = 'example-street-clinic';
  await replyAs(it.guide, it, draftOf('Go there.', { step: 'service', service }), 1);
  await readGuidance({ ...it.post(), now: later(UNDO) }, true);
  const take = () => takeReplyStep(it.post(), 2);
  const all = await Promise.all(Array.from({ length: 5 }, take));
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await take()).toEqual({ ok: true, value: { kind: 'service', service } });
  const taken = (await listTransitions(test.db, it.pathwayId)).filter(
    ({ step }) => step === 'guidance.step_taken',
  );
  expect(taken).toMatchObject([{ origin: 'user', payload: { kind: 'service' } }]);
  const own = await readGuidance(it.post(), false);
  expect(own?.messages[1]).toMatchObject({ taken: true, service: expect.any(String) });
  // A service that is paused since is named no more, and leads to the others.
  await test.owner.query(
    `UPDATE ops.service SET paused = true, document = document || '{"paused": true}' WHERE id = $1`,
    [service],
  );
  expect(await take()).toEqual({ ok: true, value: { kind: 'service', service: null } });
  expect((await readGuidance(it.post(), false))?.messages[1]?.service).toBeNull();
  for (const seq of [0, 1, 3]) {
    expect(await takeReplyStep(it.post(), seq)).toEqual({ ok: false, error: 'none' });
  }
});

it('nobody takes the step of somebody else’s answer', async () => {
  const [mine, theirs] = [await asked(), await asked()];
  await replyAs(theirs.guide, theirs, draftOf('For them'), 1);
  await readGuidance({ ...theirs.post(), now: later(UNDO) }, true);
  expect(await takeReplyStep(mine.post(), 2)).toEqual({ ok: false, error: 'none' });
});

it('messages are deleted at once at their owner’s wish, the held reply and the notes with them; the rest stays', async () => {
  const it = await asked();
  await writeNote(staffContextOf(test.db, it.guide, 'inbox:reply'), { id: it.id, text: 'Ours' });
  await replyAs(it.guide, it, draftOf('Held'), 1);
  const before = await viewMyData(it.post());
  expect(before?.thread).toMatchObject({ messages: 1, notes: 1, drafts: 1, label: true });
  expect(JSON.stringify(before)).not.toMatch(/Ours|Held/);
  const name = (await findThreadOf(test.db, it.pathwayId))?.name;
  expect(Object.values(before?.thread ?? {})).not.toContain(name);
  await eraseMessages(it.post());
  await eraseMessages(it.post());
  expect(await readGuidance({ ...it.post(), now: later(UNDO) }, true)).toBeNull();
  const guideCtx = staffContextOf(test.db, it.guide, 'inbox:read', later(UNDO));
  expect(await openThread(guideCtx, it.id)).toBeNull();
  const after = await viewMyData(it.post());
  expect(after?.thread).toBeNull();
  expect(after?.transitions).toEqual(before?.transitions);
  // Writing again opens another thread.
  expect((await it.write('Once more')).ok).toBe(true);
  expect((await findThreadOf(test.db, it.pathwayId))?.id).not.toBe(it.id);
});

it('words that may speak of danger put a message first until it is answered, and help first on its page', async () => {
  const it = await asked();
  const clock = () => findThreadOf(test.db, it.pathwayId);
  const own = () => readGuidance(it.post(), false);
  expect(await clock()).toMatchObject({ urgency: 2 });
  expect(await own()).toMatchObject({ urgent: false });
  await it.write('I cannot go on. I want to kill myself.');
  expect(await clock()).toMatchObject({ urgency: 0, state: 'open' });
  expect((await own())?.messages.at(-1)?.text).toContain('I want to kill myself.');
  expect(await own()).toMatchObject({ urgent: true });
  // What comes after it makes it no less urgent.
  await it.write('The weather is fine.');
  expect(await clock()).toMatchObject({ urgency: 0 });
  await replyAs(it.guide, it, draftOf('I am here.'), 3);
  await readGuidance({ ...it.post(), now: later(UNDO) }, true);
  expect(await clock()).toMatchObject({ urgency: 2, state: 'answered' });
  expect(await own()).toMatchObject({ urgent: false });
  await it.write('我撑不下去了，不想醒来。');
  expect((await clock())?.urgency).toBeLessThan(2);
});

it('the public figure counts answers of 90 days, and whoever still waits past the promise as late', async () => {
  const ctx = contextOf(test.db);
  const put = (ago: number, kept: number, late: number) =>
    test.owner.query(
      `INSERT INTO ops.promise_tally VALUES (date '1970-01-01' + $1::int, $2, $3)
       ON CONFLICT (day) DO UPDATE SET kept = $2, late = $3`,
      [ctx.today - ago, kept, late],
    );
  await test.owner.query('DELETE FROM ops.promise_tally');
  expect(await viewPromisesKept(ctx)).toEqual({ kind: 'few' });
  await put(91, 500, 500);
  await put(90, 40, 6);
  await put(1, 20, 5);
  expect(await viewPromisesKept(ctx)).toEqual({ kind: 'both', all: 70, kept: 60, share: 86 });
  await put(1, 20, 1);
  expect(await viewPromisesKept(ctx)).toEqual({ kind: 'few_late', all: 65 });
  await asked();
  await test.owner.query(
    `UPDATE ops.thread_clock SET promised_at = '2026-11-01' WHERE opened_at IS NOT NULL`,
  );
  const waiting = await test.owner.query(
    'SELECT FROM ops.thread_clock WHERE promised_at IS NOT NULL',
  );
  expect(waiting.rowCount).toBeGreaterThanOrEqual(3);
  expect(await viewPromisesKept(ctx)).toMatchObject({ kind: 'both', kept: 60 });
});
