import { expect, it } from 'vitest';
import { openPost } from '#lib/gateways/group-keys.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { deletePost } from '#lib/usecases/visitor/group/delete-post.ts';
import { editPost } from '#lib/usecases/visitor/group/edit-post.ts';
import { reportPost } from '#lib/usecases/visitor/group/report-post.ts';
import { viewMyPosts } from '#lib/usecases/visitor/group/view-my-posts.ts';
import { viewTopic } from '#lib/usecases/visitor/group/view-topic.ts';
import { writePost } from '#lib/usecases/visitor/group/write-post.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { testDatabase } from '../../support/database.ts';
import { decided, moderator, topic, visitor, wrote } from '../../support/grouped.ts';
import { contextOf } from '../staff/people.ts';

const { db, owner } = testDatabase({ connections: 8 });
const { secrets } = contextOf(db);

async function group() {
  const who = await moderator(db);
  return { who, topicId: await topic(db, who) };
}
const _steps = async (id: Parameters<typeof listTransitions>[1]) =>
  (await listTransitions(db, id))
    .map(({ step }) => step)
    .filter((step) => step.startsWith('community'));

it('the same person has one name in a topic, another in the next, and nothing stored joins the two', async () => {
  const { who, topicId } = await group();
  const other = await topic(db, who);
  const person = await visitor(db);
  await wrote(db, person, topicId, 'One');
  await wrote(db, person, topicId, 'Two');
  await wrote(db, person, other, 'Three');
  const own = await viewMyPosts(person.post());
  const names = new Set(own.filter(({ text }) => text !== 'Three').map(({ name }) => name));
  expect(names.size).toBe(1);
  const { rows } = await owner.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(p) AS row FROM subject.group_post p WHERE id = ANY ($1)`,
    [own.map(({ id }) => id)],
  );
  const bySource = rows.map(({ row }) => row);
  const three = own.find(({ text }) => text === 'Three')?.id;
  const here = bySource.find(({ id }) => id !== three) ?? {};
  const there = bySource.find(({ id }) => id === three) ?? {};
  for (const column of ['id', 'author_tag', 'author_sealed', 'sealed']) {
    expect(here[column]).not.toBe(there[column]);
  }
  const text = JSON.stringify(rows);
  expect(text).not.toContain(person.pathwayId);
  expect(text).not.toContain(person.pathwayId.replaceAll('-', ''));
});

it('names in a topic are each given once', async () => {
  const { topicId } = await group();
  const people = await Promise.all(Array.from({ length: 12 }, () => visitor(db)));
  await Promise.all(people.map((p) => writePost(p.post(), { topicId, text: 'Hi', note: null })));
  const voices = await db.groupVoice.findMany({ where: { topicId } });
  expect(new Set(voices.map(({ alias }) => alias)).size).toBe(12);
});

it('a post is taken back in every state, without a trace of it', async () => {
  const { who, topicId } = await group();
  const person = await visitor(db);
  const held = await wrote(db, person, topicId, 'Held');
  const shown = await wrote(db, person, topicId, 'Shown');
  await decided(db, who, shown, { decision: 'show' });
  await deletePost((await visitor(db)).post(), shown);
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toHaveLength(1);
  for (const id of [held, shown]) await deletePost(person.post(), id);
  await deletePost(person.post(), shown);
  expect(await viewMyPosts(person.post())).toEqual([]);
  const left = await owner.query(
    `SELECT (SELECT count(*) FROM subject.group_post WHERE id = ANY ($1)) + (SELECT count(*) FROM ops.group_item WHERE post_id = ANY ($1))
      + (SELECT count(*) FROM ops.group_decision WHERE post_id = ANY ($1)) + (SELECT count(*) FROM subject.group_voice WHERE topic_id = $2) AS n`,
    [[held, shown], topicId],
  );
  expect(Number(left.rows[0].n)).toBe(0);
  const audit = await owner.query('SELECT detail::text || subject AS t FROM ops.audit_entry');
  expect(audit.rows.map(({ t }) => t).join()).not.toMatch(new RegExp(`${held}|${shown}`));
});

it('deleting everything takes the posts of all topics along, also one that is being written', async () => {
  const { who, topicId } = await group();
  const other = await topic(db, who);
  const person = await visitor(db);
  await wrote(db, person, topicId);
  await wrote(db, person, other);
  const text = { topicId, text: 'At the same time', note: null };
  await Promise.all([writePost(person.post(), text), eraseEverything(person.post())]);
  expect(await viewMyPosts(person.post())).toEqual([]);
  expect(await db.groupVoice.count({ where: { topicId: { in: [topicId, other] } } })).toBe(0);
});

it('a changed post keeps what is shown until somebody has read the change', async () => {
  const { who, topicId } = await group();
  const person = await visitor(db);
  const id = await wrote(db, person, topicId, 'First words');
  await decided(db, who, id, { decision: 'show' });
  const edit = await editPost(person.post(), { id, text: 'Second words', note: 'death' });
  expect(edit.ok).toBe(true);
  const shown = async () => (await viewTopic(contextOf(db), topicId, null))?.posts[0];
  expect(await shown()).toMatchObject({ text: 'First words', note: null });
  expect(await db.groupItem.findUnique({ where: { postId: id } })).toMatchObject({ kind: 'edit' });
  await decided(db, who, id, { decision: 'show', note: 'death' });
  expect(await shown()).toMatchObject({ text: 'Second words', note: 'death' });
  const stranger = await visitor(db);
  expect(await editPost(stranger.post(), { id, text: 'Mine now', note: null })).toMatchObject({
    error: 'gone',
  });
});

it('a text that was reported, looked at and shown again is not hidden by one more report, until it is changed', async () => {
  const { who, topicId } = await group();
  const person = await visitor(db);
  const id = await wrote(db, person, topicId);
  await decided(db, who, id, { decision: 'show' });
  const report = () => reportPost(contextOf(db), { id, reason: 'unkind', words: '' });
  expect(await report()).toMatchObject({ ok: true });
  await decided(db, who, id, { decision: 'show' });
  expect(await report()).toEqual({ ok: false, error: 'looked' });
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toHaveLength(1);
  await editPost(person.post(), { id, text: 'Something else.', note: null });
  await decided(db, who, id, { decision: 'show' });
  expect(await report()).toMatchObject({ ok: true });
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toEqual([]);
});

it('five posts of one person wait at most, and each that is read makes room', async () => {
  const { who, topicId } = await group();
  const person = await visitor(db);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push(await wrote(db, person, topicId, `Evening ${n}`));
  const again = person.post();
  const post = { topicId, text: 'One more.', note: null };
  expect(await writePost(again, post)).toEqual({ ok: false, error: 'many' });
  await decided(db, who, ids[0] ?? '', { decision: 'show' });
  expect(await writePost(again, post)).toMatchObject({ ok: true });
  expect(await writePost(again, post)).toMatchObject({ ok: true });
  expect(await viewMyPosts(person.post())).toHaveLength(6);
});

it('a reported post is hidden at once, keeps no trace of who did it, and adds up what several say', async () => {
  const { who, topicId } = await group();
  const person = await visitor(db);
  const id = await wrote(db, person, topicId);
  expect(await reportPost(contextOf(db), { id, reason: 'unkind', words: '' })).toMatchObject({
    error: 'gone',
  });
  await decided(db, who, id, { decision: 'show' });
  const told = { id, reason: 'unkind', words: 'Look at 07700 900123' } as const;
  expect(await reportPost(contextOf(db), told)).toMatchObject({ ok: true });
  expect((await viewTopic(contextOf(db), topicId, null))?.posts).toEqual([]);
  expect(await reportPost(contextOf(db), { id, reason: 'danger', words: '' })).toMatchObject({
    ok: true,
  });
  const item = await db.groupItem.findUniqueOrThrow({ where: { postId: id } });
  expect(item).toMatchObject({ kind: 'report', reasons: ['unkind', 'danger'], priority: 0 });
  expect(Buffer.from(item.words[0] ?? []).toString()).not.toContain('Look');
});

it('a text is sealed anew each time and opens for its post alone', async () => {
  const { topicId } = await group();
  const person = await visitor(db);
  const [a, b] = [
    await wrote(db, person, topicId, 'Same'),
    await wrote(db, person, topicId, 'Same'),
  ];
  const boxOf = async (id: string) =>
    (await db.groupPost.findUniqueOrThrow({ where: { id } })).sealed;
  expect(Buffer.from(await boxOf(a)).equals(await boxOf(b))).toBe(false);
  expect(openPost(secrets, a, await boxOf(a))).toBe('Same');
  expect(() => openPost(secrets, b, Buffer.from([])).toString()).toThrow();
  const swapped = await boxOf(a);
  expect(() => openPost(secrets, b, swapped)).toThrow();
});
