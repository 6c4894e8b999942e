import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { claimNext } from '#lib/usecases/moderator/claim-next.ts';
import { endPosting } from '#lib/usecases/moderator/end-posting.ts';
import { handOver } from '#lib/usecases/moderator/hand-over.ts';
import { keepOwnNote } from '#lib/usecases/moderator/keep-own-note.ts';
import { liftBan } from '#lib/usecases/moderator/lift-ban.ts';
import { saveTopic } from '#lib/usecases/moderator/save-topic.ts';
import { viewBans } from '#lib/usecases/moderator/view-bans.ts';
import { viewHandover } from '#lib/usecases/moderator/view-handover.ts';
import { checkGroup } from '#lib/usecases/system/check-group.ts';
import { expireRecords } from '#lib/usecases/system/expire-records.ts';
import { viewFigures } from '#lib/usecases/visitor/group/view-figures.ts';
import { viewGroup } from '#lib/usecases/visitor/group/view-group.ts';
import { viewMyPosts } from '#lib/usecases/visitor/group/view-my-posts.ts';
import { writePost } from '#lib/usecases/visitor/group/write-post.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { testDatabase } from '../../support/database.ts';
import {
  as,
  decided,
  HERE,
  HOUR,
  moderator,
  topic,
  visitor,
  wrote,
} from '../../support/grouped.ts';
import { contextOf, hire, later, NOW, staffContextOf, type TestPerson } from '../staff/people.ts';

const { db, worker, owner } = testDatabase({ connections: 8 });
const bans = (person: TestPerson, now: Instant = NOW) =>
  staffContextOf(db, person, 'group:bans', now);

async function group() {
  await owner.query('DELETE FROM ops.group_item');
  await owner.query('DELETE FROM ops.group_clock');
  await owner.query(`UPDATE ops.staff SET disabled_at = now() WHERE 'moderator' = ANY (roles)`);
  const who = await moderator(db);
  return { who, topicId: await topic(db, who), person: await visitor(db) };
}
const door = async (now: Instant = NOW) => (await viewGroup(contextOf(db, now), null)).door;

it('posting is ended without anybody learning whose, on record, and taken back by somebody else', async () => {
  const { who, topicId, person } = await group();
  const id = await wrote(db, person, topicId);
  const item = (await claimNext(as(db, who))) ?? '';
  const colleague = await moderator(db);
  expect(await endPosting(as(db, colleague), { id: item, reason: 'threats' })).toMatchObject({
    error: 'taken',
  });
  expect(await endPosting(as(db, who), { id: item, reason: 'threats' })).toMatchObject({
    ok: true,
  });
  expect(await endPosting(as(db, who), { id: item, reason: 'threats' })).toMatchObject({
    error: 'already',
  });
  const post = { topicId, text: 'Again', note: null };
  expect(await writePost(person.post(), post)).toMatchObject({ error: 'banned' });
  expect((await viewGroup(contextOf(db), person.post().session)).member?.banned).toBe(true);
  const rows = await viewBans(bans(who));
  expect(rows).toMatchObject([{ reason: 'threats', by: who.name, mayLift: false }]);
  const log = await listAudit(db, { action: 'group.posting_ended', limit: 1 });
  for (const told of [rows, log]) {
    expect(JSON.stringify(told)).not.toContain(person.pathwayId);
    expect(JSON.stringify(told)).not.toContain(id);
  }
  const ban = rows[0]?.id ?? '';
  expect(await liftBan(bans(who), ban)).toMatchObject({ error: 'own' });
  expect(await liftBan(bans(colleague), ban)).toMatchObject({ ok: true });
  expect(await liftBan(bans(colleague), ban)).toMatchObject({ error: 'gone' });
  expect(await writePost(person.post(), post)).toMatchObject({ ok: true });
});

it('an administrator takes a ban back, and a ban ends by itself after a year', async () => {
  const { who, topicId, person } = await group();
  await wrote(db, person, topicId);
  const item = (await claimNext(as(db, who))) ?? '';
  await endPosting(as(db, who), { id: item, reason: 'selling' });
  const { bannedUntil } = await db.groupMember.findUniqueOrThrow({
    where: { pathwayId: person.pathwayId },
  });
  const until = Math.floor(bannedUntil.getTime() / 86_400_000);
  expect(until).toBeGreaterThan(HERE + 350);
  const days = (today: number) => ({ db: worker, now: NOW, today: today as Day });
  await expireRecords(days(until - 1));
  expect(await db.groupMember.count({ where: { pathwayId: person.pathwayId } })).toBe(1);
  await expireRecords(days(until));
  expect(await db.groupMember.count({ where: { pathwayId: person.pathwayId } })).toBe(0);
  const administrator = await hire(db, ['administrator']);
  const [ban] = await viewBans(bans(administrator));
  expect(ban?.mayLift).toBe(true);
  expect(await liftBan(bans(administrator), ban?.id ?? '')).toMatchObject({ ok: true });
});

it('a ban goes with everything else where its person deletes everything', async () => {
  const { who, topicId, person } = await group();
  await wrote(db, person, topicId);
  const item = (await claimNext(as(db, who))) ?? '';
  await endPosting(as(db, who), { id: item, reason: 'selling' });
  await eraseEverything(person.post());
  expect(await db.groupMember.count({ where: { pathwayId: person.pathwayId } })).toBe(0);
});

it('whoever asked for a second opinion decides after all where no other moderator comes soon', async () => {
  const { who, topicId, person } = await group();
  const post = await wrote(db, person, topicId, 'I want to die');
  await db.groupItem.update({ where: { postId: post }, data: { barred: [who.id] } });
  const other = await moderator(db);
  expect(await claimNext(as(db, who))).toBeNull();
  // With an account, and on no roster.
  await db.shift.deleteMany({ where: { staffId: other.id } });
  expect(await claimNext(as(db, who))).not.toBeNull();
});

it('staff are told of words of danger after an hour of duty, and of any other post after a day', async () => {
  const { topicId, person } = await group();
  await wrote(db, person, topicId, 'A calm evening');
  const told = async (now: Instant, today = HERE) => {
    await checkGroup({ ...contextOf(worker, now), today });
    return (await listOpenAlerts(db, 'group_waiting')).length;
  };
  expect(await told(later(2 * HOUR))).toBe(0);
  expect(await told(later(25 * HOUR), (HERE + 1) as Day)).toBe(1);
  expect(await told(later(2 * HOUR))).toBe(0);
  await wrote(db, person, topicId, 'I want to kill myself');
  expect(await told(later(HOUR / 2))).toBe(0);
  expect(await told(later(2 * HOUR))).toBe(1);
});

it('without a decision for 12 hours the group is for reading only, staff are alerted, and the next decision opens it', async () => {
  const { who, topicId, person } = await group();
  const first = await wrote(db, person, topicId);
  await wrote(db, person, topicId, 'Another one');
  const soon = later(12 * HOUR - 1);
  expect((await door(soon)).why).toBeNull();
  expect(await checkGroup({ ...contextOf(worker, soon), today: HERE })).toBe(false);
  const late = later(12 * HOUR);
  expect((await door(late)).why).toBe('stalled');
  const post = { topicId, text: 'Third', note: null };
  const ctx = { ...person.post(late), today: (HERE + 1) as Day };
  expect(await writePost(ctx, post)).toMatchObject({ error: 'closed' });
  expect(await checkGroup({ ...contextOf(worker, late), today: (HERE + 1) as Day })).toBe(true);
  expect(await listOpenAlerts(db, 'group_stalled')).toHaveLength(1);
  await decided(db, who, first, { decision: 'show', now: late });
  expect((await door(later(12 * HOUR + 1))).why).toBeNull();
  expect(await listOpenAlerts(db, 'group_stalled')).toHaveLength(0);
});

it('a shift is handed to somebody on the roster, and to nobody only with the group for reading', async () => {
  const { who, topicId, person } = await group();
  const id = await wrote(db, person, topicId, 'I want to kill myself');
  await claimNext(as(db, who));
  expect((await viewHandover(as(db, who))).takers).toEqual([]);
  const colleague = await moderator(db);
  const view = await viewHandover(as(db, who));
  expect(view.risks).toMatchObject([{ kind: 'held', priority: 0 }]);
  expect(view.takers).toMatchObject([{ id: colleague.id, onCall: false }]);
  expect(await handOver(as(db, who), randomUUID() as never)).toMatchObject({ error: 'not_there' });
  expect(await handOver(as(db, who), who.id)).toMatchObject({ error: 'not_there' });
  expect(await handOver(as(db, who), colleague.id)).toMatchObject({ ok: true });
  const item = await db.groupItem.findUniqueOrThrow({ where: { postId: id } });
  expect(item).toMatchObject({ handedTo: colleague.id, claimedBy: null });
  // What a colleague is at stays theirs.
  await claimNext(as(db, colleague));
  expect((await viewHandover(as(db, who))).risks).toEqual([]);
  await handOver(as(db, who), colleague.id);
  expect(await db.groupItem.findUnique({ where: { postId: id } })).toMatchObject({
    claimedBy: colleague.id,
  });
  expect((await door()).why).toBeNull();
  await handOver(as(db, who), null);
  expect((await door()).why).toBe('unattended');
  expect(await listOpenAlerts(db, 'group_unattended')).toHaveLength(1);
  await claimNext(as(db, colleague));
  expect((await door()).why).toBeNull();
});

it('what a moderator writes for themselves is kept sealed, for them alone, and in no log', async () => {
  const { who } = await group();
  const colleague = await moderator(db);
  expect((await viewHandover(as(db, who))).note).toBeNull();
  await keepOwnNote(as(db, who), 'It was a long evening.');
  expect((await viewHandover(as(db, who))).note).toBe('It was a long evening.');
  expect((await viewHandover(as(db, colleague))).note).toBeNull();
  const { rows } = await owner.query('SELECT * FROM ops.staff_own_note');
  expect(JSON.stringify(rows)).not.toContain('evening');
  expect(JSON.stringify(await listAudit(db, { limit: 50 }))).not.toContain('evening');
  expect(await keepOwnNote(as(db, who), 'x'.repeat(1001))).toMatchObject({ error: 'too_long' });
  await keepOwnNote(as(db, who), ' ');
  expect((await viewHandover(as(db, who))).note).toBeNull();
});

it('topics are written by moderators, on record, and only where there is one', async () => {
  const { who } = await group();
  const none = { title: '', opening: '' };
  const texts = { en: { title: 'Work', opening: 'How is it?' }, 'zh-hans': none, 'zh-hant': none };
  const saved = { id: null, texts, closed: false, place: 2 };
  expect(await saveTopic(as(db, who), saved)).toMatchObject({ ok: true });
  const wrong = { ...saved, id: randomUUID() };
  expect(await saveTopic(as(db, who), wrong)).toMatchObject({ error: { problem: 'gone' } });
  const empty = { ...saved, texts: { ...texts, en: none } };
  expect(await saveTopic(as(db, who), empty)).toMatchObject({ error: { problem: 'none' } });
  const { topics } = await viewGroup(contextOf(db), null);
  expect(topics.map(({ title }) => title)).toContain('Work');
  expect(await listAudit(db, { action: 'group.topic_saved', limit: 5 })).toHaveLength(1);
});

it('a post goes a year after its week, and its author’s name with the last one', async () => {
  const { topicId, person } = await group();
  await wrote(db, person, topicId);
  const on = (ahead: number) => ({ db: worker, now: NOW, today: (HERE + ahead) as Day });
  await expireRecords(on(365));
  expect(await viewMyPosts(person.post())).toHaveLength(1);
  await expireRecords(on(366 + 6));
  expect(await viewMyPosts(person.post())).toEqual([]);
  expect(await db.groupVoice.count({ where: { topicId } })).toBe(0);
});

it('figures are of whole weeks that are over, and hold nothing of this one', async () => {
  const { who, topicId, person } = await group();
  for (let i = 0; i < 12; i += 1) {
    const id = await wrote(db, person, topicId, `Post ${i}`);
    await decided(db, who, id, { decision: 'show' });
  }
  const ctx = contextOf(db);
  const held = (view: Awaited<ReturnType<typeof viewFigures>>) => view.counts[0]?.count;
  expect(held(await viewFigures(ctx))).toEqual({ kind: 'suppressed' });
  const { to } = await viewFigures(ctx);
  const after = await viewFigures({ ...ctx, today: (to + 1 + 91) as Day });
  expect(held(after)).toMatchObject({ kind: 'shown' });
});
