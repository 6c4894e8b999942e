// People of the group: who writes, and who decides.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Day, Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import type { Database } from '#lib/store/client.ts';
import { saveTopic } from '#lib/store/group/topics.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import type { VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import { decideItem, type ToDecide } from '#lib/usecases/moderator/decide-item.ts';
import { openItem } from '#lib/usecases/moderator/open-item.ts';
import { writePost } from '#lib/usecases/visitor/group/write-post.ts';
import { contextOf, hire, NOW, staffContextOf, type TestPerson } from '../usecases/staff/people.ts';
import { screened, TODAY } from './screened.ts';

export const HOUR = 3_600_000;
export const HERE = Math.floor(NOW / 86_400_000) as Day;

/** At work all day long, every day. */
export async function putOnRoster(db: Database, { id }: TestPerson): Promise<void> {
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    await db.shift.create({
      data: {
        role: 'moderator',
        staffId: id,
        weekday,
        fromMinute: 0,
        toMinute: 1440,
        firstDay: new Date('2026-01-01'),
        lastDay: null,
        onCall: false,
        changedBy: id,
        changedAt: new Date(NOW),
      },
    });
  }
}

export async function moderator(db: Database): Promise<TestPerson> {
  const person = await hire(db, ['moderator']);
  await putOnRoster(db, person);
  return person;
}

export async function topic(db: Database, by: TestPerson): Promise<string> {
  const texts = { en: { title: 'Evenings', opening: 'What helps you in the evening?' } };
  const at = NOW as Instant;
  const saved = { id: null, texts, closed: false, place: 1, by: by.id, at };
  return (await saveTopic(db, saved)) ?? '';
}

function sessionOf(pathwayId: PathwayId): VisitorSession {
  return {
    sid: randomUUID(),
    pathwayId,
    shared: false,
    until: (NOW + 24 * HOUR) as Instant,
    check: null,
    support: 'no',
    code: null,
    codeEnd: null,
    recordKey: randomBytes(32).toString('base64url'),
  };
}

export interface Person {
  readonly pathwayId: PathwayId;
  /** The context of one more form of theirs. */
  readonly post: (now?: Instant) => VisitorContext;
}

/** Somebody with a finished check of some weeks ago; in the group unless `joins` is false. */
export async function visitor(db: Database, joins = true): Promise<Person> {
  const pathwayId = await screened(db);
  if (joins) {
    await recordSteps(db, { id: pathwayId, key: randomUUID(), today: TODAY }, () => [
      { step: 'community.joined', origin: 'user', policyHash: null, payload: {} },
    ]);
  }
  const session = sessionOf(pathwayId);
  return { pathwayId, post: (now = NOW) => ({ ...contextOf(db, now), session }) };
}

/** Writes and returns the id of the post. */
export async function wrote(
  db: Database,
  person: Person,
  topicId: string,
  text = 'Evenings are long for me.',
): Promise<string> {
  const before = new Set((await db.groupPost.findMany({ select: { id: true } })).map((p) => p.id));
  const done = await writePost(person.post(), { topicId, text, note: null });
  if (!done.ok) throw new Error(done.error);
  const after = await db.groupPost.findMany({ select: { id: true } });
  return after.find(({ id }) => !before.has(id))?.id ?? '';
}

export const as = (db: Database, person: TestPerson, now: Instant = NOW) =>
  staffContextOf(db, person, 'group:moderate', now);

interface Decided extends Pick<ToDecide, 'decision'>, Partial<Pick<ToDecide, 'reason' | 'note'>> {
  readonly now?: Instant;
}

/** Claims what waits of a post, reads it and decides about what was read. */
export async function decided(
  db: Database,
  who: TestPerson,
  postId: string,
  { decision, reason = null, note = null, now = NOW }: Decided,
) {
  const ctx = as(db, who, now);
  const claim = { claimedBy: who.id, claimedAt: new Date(now) };
  const { id } = await db.groupItem.update({ where: { postId }, data: claim });
  const opened = await openItem(ctx, id);
  if (opened === null || opened === 'taken') throw new Error('not opened');
  return decideItem(ctx, { id, decision, seen: opened.seen, reason, note });
}
