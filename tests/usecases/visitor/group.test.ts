import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { writesFrom } from '#lib/domain/community/door.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { answerWay } from '#lib/usecases/visitor/group/answer-way.ts';
import { joinGroup } from '#lib/usecases/visitor/group/join-group.ts';
import { viewGroup } from '#lib/usecases/visitor/group/view-group.ts';
import { viewMyPosts } from '#lib/usecases/visitor/group/view-my-posts.ts';
import { viewTopic } from '#lib/usecases/visitor/group/view-topic.ts';
import { writePost } from '#lib/usecases/visitor/group/write-post.ts';
import { testDatabase } from '../../support/database.ts';
import { decided, HERE, HOUR, moderator, topic, visitor, wrote } from '../../support/grouped.ts';
import { begin, TODAY } from '../../support/screened.ts';
import { contextOf, hire, NOW } from '../staff/people.ts';

const { db, owner } = testDatabase({ connections: 8 });

async function group() {
  const who = await moderator(db);
  return { who, topicId: await topic(db, who) };
}
const steps = async (id: Parameters<typeof listTransitions>[1]) =>
  (await listTransitions(db, id))
    .map(({ step }) => step)
    .filter((step) => step.startsWith('community'));

it('somebody joins with one press, once, and leaves again', async () => {
  const person = await visitor(db, false);
  const ctx = person.post();
  expect(await joinGroup(ctx, true)).toBe('kept');
  expect(await joinGroup(ctx, true)).toBe('kept');
  expect(await joinGroup(person.post(), true)).toBe('kept');
  expect((await viewGroup(contextOf(db), ctx.session)).member?.joined).toBe(true);
  expect(await joinGroup(person.post(), false)).toBe('kept');
  expect(await joinGroup(person.post(), false)).toBe('kept');
  expect(await steps(person.pathwayId)).toEqual(['community.joined', 'community.left']);
  expect((await viewGroup(contextOf(db), ctx.session)).member?.joined).toBe(false);
});

it('a post is held, nobody sees it, and its step of the day names no topic', async () => {
  const { topicId } = await group();
  const person = await visitor(db);
  const id = await wrote(db, person, topicId);
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toEqual([]);
  expect(await viewMyPosts(person.post())).toMatchObject([{ id, state: 'held', reason: null }]);
  await wrote(db, person, topicId, 'And mornings too.');
  expect(await steps(person.pathwayId)).toEqual(['community.joined', 'community.posted']);
  const all = await listTransitions(db, person.pathwayId);
  expect(JSON.stringify(all)).not.toContain(topicId);
});

it('a form sent again, also at once, is one post', async () => {
  const { topicId } = await group();
  const person = await visitor(db);
  const ctx = person.post();
  const post = { topicId, text: 'Once.', note: null };
  const sent = await Promise.all([1, 2, 3, 4].map(() => writePost(ctx, post)));
  expect(sent.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(await viewMyPosts(person.post())).toHaveLength(1);
  expect(await db.groupItem.count({ where: { post: { topicId } } })).toBe(1);
});

it('contact details are masked before anything is kept, and risk comes first without holding a post back', async () => {
  const { topicId } = await group();
  const person = await visitor(db);
  const text = 'I want to kill myself. My number is 07700 900123. I know 116 123.';
  const done = await writePost(person.post(), { topicId, text, note: null });
  expect(done).toMatchObject({ ok: true, value: { masked: ['phone'], risk: 'explicit' } });
  const [own] = await viewMyPosts(person.post());
  expect(own?.text).not.toContain('900123');
  expect(own?.text).toContain('116 123');
  expect(own?.state).toBe('held');
  const item = await db.groupItem.findUniqueOrThrow({ where: { postId: own?.id ?? '' } });
  expect(item).toMatchObject({ priority: 0, risk: 'explicit' });
});

it('nothing is written without a code, a finished check, the group, two days, or while posting is ended', async () => {
  const { topicId } = await group();
  const post = { topicId, text: 'Hello', note: null };
  const member = await visitor(db);
  const ctx = member.post();
  const noCode = { ...ctx, session: { ...ctx.session, recordKey: null } };
  expect(await writePost(noCode, post)).toMatchObject({ error: 'no_code' });
  const stranger = await visitor(db, false);
  expect(await writePost(stranger.post(), post)).toMatchObject({ error: 'not_joined' });
  const early = { ...ctx, today: (TODAY + 1) as Day };
  expect(await writePost(early, post)).toMatchObject({ error: 'too_new' });
  const second = { ...member.post(), today: writesFrom(TODAY) };
  expect(await writePost(second, post)).toMatchObject({ ok: true });
  await db.groupMember.create({
    data: { pathwayId: member.pathwayId, bannedUntil: new Date((HERE + 1) * 86_400_000) },
  });
  expect(await writePost(member.post(), post)).toMatchObject({ error: 'banned' });
  expect(await writePost({ ...member.post(), today: (HERE + 1) as Day }, post)).toMatchObject({
    ok: true,
  });
  expect(await writePost(member.post(), { ...post, topicId: randomUUID() })).toMatchObject({
    error: 'no_topic',
  });
  expect(await writePost(member.post(), { ...post, text: ' \n' })).toMatchObject({
    error: 'empty',
  });
  expect(await writePost(member.post(), { ...post, text: '長'.repeat(1001) })).toMatchObject({
    error: 'too_long',
  });
});

it('who has not finished a check cannot join, so nobody under age can', async () => {
  const begun = await begin(db);
  expect(begun.kind).toBe('recorded');
  const person = await visitor(db, false);
  const { rows } = await owner.query(
    'SELECT pathway_id FROM subject.pathway_row WHERE completed_day IS NULL LIMIT 1',
  );
  const ctx = person.post();
  const session = { ...ctx.session, pathwayId: rows[0].pathway_id };
  expect(await joinGroup({ ...ctx, session }, true)).toBe('refused');
});

it('posts come 20 a page, the newest last, and every one on exactly one page', async () => {
  const { who, topicId } = await group();
  const person = await visitor(db);
  for (let i = 1; i <= 45; i += 1) {
    const id = await wrote(db, person, topicId, `Post ${i}`);
    await decided(db, who, id, { decision: 'show' });
  }
  const pages: string[][] = [];
  for (let before: number | null = null; ; ) {
    const view = await viewTopic(contextOf(db), topicId, before);
    pages.unshift((view?.posts ?? []).map(({ text }) => text));
    expect(view?.later).toBe(before !== null);
    before = view?.earlier ?? null;
    if (before === null) break;
  }
  expect(pages.map((page) => page.length)).toEqual([5, 20, 20]);
  expect(pages.flat()).toEqual(Array.from({ length: 45 }, (_, i) => `Post ${i + 1}`));
});

it('the question about the way comes once a week, and leads to the step that is next', async () => {
  await group();
  const person = await visitor(db);
  const way = async (now: Instant = NOW) =>
    (await viewGroup(contextOf(db, now), person.post().session)).member?.way;
  expect(await way()).toBe('plan');
  await answerWay(person.post());
  expect(await way()).toBeNull();
  expect(await way((NOW + 7 * 24 * HOUR) as Instant)).toBe('plan');
  const outside = await visitor(db, false);
  expect((await viewGroup(contextOf(db), outside.post().session)).member?.way).toBeNull();
});

it('a guide on the roster opens no group', async () => {
  const { rows } = await owner.query(
    `SELECT count(*)::int AS n FROM ops.shift WHERE role = 'moderator'`,
  );
  expect(rows[0].n).toBeGreaterThan(0);
  await hire(db, ['guide']);
  await owner.query(`UPDATE ops.staff SET disabled_at = now() WHERE 'moderator' = ANY (roles)`);
  const closed = await viewGroup(contextOf(db), null);
  expect(closed.door).toMatchObject({ why: 'roster', reads: false });
  expect(closed.topics).toEqual([]);
  await owner.query(`UPDATE ops.staff SET disabled_at = NULL`);
  expect((await viewGroup(contextOf(db), null)).door.why).toBeNull();
});
