import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { listAudit } from '#lib/store/audit.ts';
import { claimNext } from '#lib/usecases/moderator/claim-next.ts';
import { decideItem } from '#lib/usecases/moderator/decide-item.ts';
import { openItem } from '#lib/usecases/moderator/open-item.ts';
import { releaseItem } from '#lib/usecases/moderator/release-item.ts';
import { viewQueue } from '#lib/usecases/moderator/view-queue.ts';
import { appealPost } from '#lib/usecases/visitor/group/appeal-post.ts';
import { editPost } from '#lib/usecases/visitor/group/edit-post.ts';
import { reportPost } from '#lib/usecases/visitor/group/report-post.ts';
import { viewMyPosts } from '#lib/usecases/visitor/group/view-my-posts.ts';
import { viewTopic } from '#lib/usecases/visitor/group/view-topic.ts';
import { testDatabase } from '../../support/database.ts';
import { as, decided, HOUR, moderator, topic, visitor, wrote } from '../../support/grouped.ts';
import { contextOf, later, NOW, type TestPerson } from '../staff/people.ts';

const { db, owner } = testDatabase({ connections: 12 });
const MINUTE = 60_000;

async function group() {
  await owner.query('DELETE FROM ops.group_item');
  await owner.query(`UPDATE ops.staff SET disabled_at = now() WHERE 'moderator' = ANY (roles)`);
  const who = await moderator(db);
  return { who, topicId: await topic(db, who), person: await visitor(db) };
}
const itemOf = (postId: string) => db.groupItem.findUniqueOrThrow({ where: { postId } });
const seenBy = async (who: TestPerson, id: string, now: Instant = NOW) => {
  const opened = await openItem(as(db, who, now), id);
  return opened === null || opened === 'taken' ? opened : opened.seen;
};

it('risk comes first, then the oldest, and no list holds a text, an author or a topic', async () => {
  const { who, topicId, person } = await group();
  const calm = await wrote(db, person, topicId, 'A calm evening.');
  const risky = await wrote(db, person, topicId, 'I want to kill myself.');
  const view = await viewQueue(as(db, who), null);
  expect(view.rows.map(({ id }) => id)).toEqual([
    (await itemOf(risky)).id,
    (await itemOf(calm)).id,
  ]);
  expect(view.counts).toEqual([1, 0, 1]);
  const text = JSON.stringify(view);
  for (const secret of ['calm', person.pathwayId, topicId, calm])
    expect(text).not.toContain(secret);
  expect(await claimNext(as(db, who))).toBe((await itemOf(risky)).id);
});

it('two moderators who claim at once never get the same, and a claim comes back to who made it', async () => {
  const { who, topicId, person } = await group();
  const others = [await moderator(db), await moderator(db), await moderator(db)];
  for (let i = 0; i < 4; i += 1) await wrote(db, person, topicId, `Post ${i}`);
  const claimed = await Promise.all([who, ...others].map((m) => claimNext(as(db, m))));
  expect(new Set(claimed).size).toBe(4);
  expect(claimed).not.toContain(null);
  expect(await claimNext(as(db, await moderator(db)))).toBeNull();
  expect(await claimNext(as(db, who))).toBe(claimed[0]);
});

it('a claim ends after 20 minutes, and what was not decided is the next one’s', async () => {
  const { who, topicId, person } = await group();
  const colleague = await moderator(db);
  const id = await wrote(db, person, topicId);
  const item = await claimNext(as(db, who));
  const before = later(20 * MINUTE - 1);
  expect(await claimNext(as(db, colleague, before))).toBeNull();
  const after = later(20 * MINUTE);
  expect(await claimNext(as(db, colleague, after))).toBe(item);
  expect(await openItem(as(db, who, after), item ?? '')).toBe('taken');
  const late = {
    id: item ?? '',
    decision: 'show',
    seen: 'a'.repeat(64),
    reason: null,
    note: null,
  } as const;
  expect(await decideItem(as(db, who, after), late)).toMatchObject({ error: 'taken' });
  expect(await itemOf(id)).toMatchObject({ claimedBy: colleague.id });
});

it('only who claimed it reads a text, and each reading is on record', async () => {
  const { who, topicId, person } = await group();
  const id = await wrote(db, person, topicId, 'Call me: 07700 900123. I want to die.');
  const item = (await itemOf(id)).id;
  expect(await openItem(as(db, who), item)).toBe('taken');
  await claimNext(as(db, who));
  for (let i = 0; i < 2; i += 1) {
    const opened = await openItem(as(db, who), item);
    expect(opened).toMatchObject({ kind: 'held', canAsk: false, before: [], shown: null });
    const marks = opened === null || opened === 'taken' ? [] : opened.text;
    expect(marks.map(({ mark }) => mark)).toEqual(expect.arrayContaining(['risk', 'masked', null]));
    expect(JSON.stringify(opened)).not.toContain(person.pathwayId);
  }
  const reads = (await listAudit(db, { limit: 500 })).filter((e) => e.subject === item);
  expect(reads.map(({ action }) => action)).toEqual(['group.read', 'group.read', 'group.claimed']);
  expect(await openItem(as(db, who), randomUUID())).toBeNull();
  expect(await openItem(as(db, who), 'x')).toBeNull();
});

it('a decision is about exactly the text that was read', async () => {
  const { who, topicId, person } = await group();
  const id = await wrote(db, person, topicId, 'Before');
  const item = (await claimNext(as(db, who))) ?? '';
  const seen = String(await seenBy(who, item));
  await editPost(person.post(), { id, text: 'After', note: null });
  const show = { id: item, decision: 'show', reason: null, note: null } as const;
  expect(await decideItem(as(db, who), { ...show, seen })).toMatchObject({ error: 'changed' });
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toEqual([]);
  const now = String(await seenBy(who, item));
  const both = await Promise.all(
    [1, 2, 3].map(() => decideItem(as(db, who), { ...show, seen: now })),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toMatchObject([{ text: 'After' }]);
  expect(await db.groupDecision.count({ where: { postId: id } })).toBe(1);
});

it('held → shown → reported → hidden → appeal → shown, each by a decision that is recorded and counted', async () => {
  const { who, topicId, person } = await group();
  const colleague = await moderator(db);
  const id = await wrote(db, person, topicId);
  const state = async () => (await viewMyPosts(person.post()))[0];
  await decided(db, who, id, { decision: 'show' });
  expect(await state()).toMatchObject({ state: 'shown' });
  await reportPost(contextOf(db), { id, reason: 'harm', words: '' });
  await decided(db, who, id, { decision: 'hide', reason: 'method' });
  expect(await state()).toMatchObject({ state: 'hidden', reason: 'method' });
  expect(await appealPost(person.post(), { id, words: 'It is about my own day.' })).toMatchObject({
    ok: true,
  });
  expect(await appealPost(person.post(), { id, words: '' })).toMatchObject({ error: 'settled' });
  // Who hid it is passed over while there is somebody else.
  expect(await claimNext(as(db, who))).toBeNull();
  const item = (await claimNext(as(db, colleague))) ?? '';
  const opened = await openItem(as(db, colleague), item);
  expect(opened).toMatchObject({
    kind: 'appeal',
    words: ['It is about my own day.'],
    decisions: ['show', 'hide'],
    before: [
      { decision: 'show', mine: false },
      { decision: 'hide', reason: 'method', mine: false },
    ],
  });
  await decided(db, colleague, id, { decision: 'show' });
  expect(await state()).toMatchObject({ state: 'shown', reason: null });
  const log = (await listAudit(db, { action: 'group.decided', limit: 3 })).map(
    ({ detail }) => detail,
  );
  expect(log).toMatchObject([
    { kind: 'appeal', decision: 'show' },
    { kind: 'report', decision: 'hide', reason: 'method' },
    { kind: 'held', decision: 'show' },
  ]);
  const tallies = await db.groupTally.findMany({ where: { hours: '0-1' } });
  expect(tallies.find((t) => t.kind === 'appeal')).toMatchObject({ decision: 'show', count: 1 });
});

it('a second opinion has to be somebody else’s, and is not offered where there is nobody else', async () => {
  const { who, topicId, person } = await group();
  const id = await wrote(db, person, topicId);
  const item = (await claimNext(as(db, who))) ?? '';
  const ask = { id: item, second: true };
  expect(await releaseItem(as(db, who), ask)).toMatchObject({ error: 'nobody' });
  const colleague = await moderator(db);
  expect(await releaseItem(as(db, who), ask)).toMatchObject({ ok: true });
  expect(await claimNext(as(db, who))).toBeNull();
  expect(await claimNext(as(db, colleague))).toBe(item);
  expect(await openItem(as(db, colleague), item)).toMatchObject({
    secondAsked: true,
    canAsk: false,
  });
  // Given back undecided it is still not the first one's.
  await releaseItem(as(db, colleague), { id: item, second: false });
  expect(await claimNext(as(db, who))).toBeNull();
  // Unless nobody else is left: nothing waits for a person who is gone.
  await owner.query('UPDATE ops.staff SET disabled_at = now() WHERE id = $1', [colleague.id]);
  expect(await claimNext(as(db, who))).toBe(item);
  expect(await itemOf(id)).toMatchObject({ barred: [who.id] });
});

it('a post that its author took back meanwhile is gone for the moderator', async () => {
  const { who, topicId, person } = await group();
  const id = await wrote(db, person, topicId);
  const item = (await claimNext(as(db, who))) ?? '';
  const seen = String(await seenBy(who, item));
  await db.groupPost.delete({ where: { id } });
  const show = { id: item, decision: 'show', reason: null, note: null, seen } as const;
  expect(await decideItem(as(db, who), show)).toMatchObject({ error: 'gone' });
  expect(await openItem(as(db, who), item)).toBeNull();
});

it('an edit of a reported post waits by itself once the report is decided', async () => {
  const { who, topicId, person } = await group();
  const id = await wrote(db, person, topicId, 'One');
  await decided(db, who, id, { decision: 'show' });
  await reportPost(contextOf(db), { id, reason: 'unkind', words: '' });
  await editPost(person.post(), { id, text: 'I want to die', note: null });
  expect(await itemOf(id)).toMatchObject({ kind: 'report' });
  await decided(db, who, id, { decision: 'show' });
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toMatchObject([{ text: 'One' }]);
  expect(await itemOf(id)).toMatchObject({ kind: 'edit', priority: 0 });
  await decided(db, who, id, { decision: 'hide', reason: 'method' });
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toMatchObject([{ text: 'One' }]);
  expect((await viewMyPosts(person.post()))[0]).toMatchObject({
    state: 'shown',
    reason: 'method',
    pending: null,
  });
});

it('a break is due after ten hard ones, and a moderator sees what they decided', async () => {
  const { who, topicId, person } = await group();
  for (let i = 0; i < 10; i += 1) {
    const id = await wrote(db, person, topicId, `I want to kill myself ${i}`);
    await decided(db, who, id, { decision: 'hide', reason: 'method' });
  }
  // The log keeps the clock of the database.
  const now = (Date.now() + 1_000) as Instant;
  const view = await viewQueue(as(db, who, now), null);
  expect(view.needsBreak).toBe(true);
  expect(view.made).toHaveLength(10);
  expect(view.made[0]).toMatchObject({ kind: 'held', decision: 'hide', reason: 'method' });
  expect((await viewQueue(as(db, who, (now + HOUR) as Instant), null)).needsBreak).toBe(false);
  expect((await viewQueue(as(db, await moderator(db), now), null)).made).toEqual([]);
});

it('the queue comes 20 rows a page, and every one on exactly one page', async () => {
  const { who, topicId } = await group();
  for (let author = 0; author < 9; author += 1) {
    const person = await visitor(db);
    for (const text of ['I want to die', 'Calm', 'Tired', 'I want to die too', 'Better']) {
      await wrote(db, person, topicId, `${text} ${author}`);
    }
  }
  const pages: string[][] = [];
  for (let after: string | null = null; ; ) {
    const view = await viewQueue(as(db, who), after);
    pages.push(view.rows.map(({ id }) => id));
    after = view.next;
    if (after === null) break;
  }
  expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
  expect(new Set(pages.flat()).size).toBe(45);
});
