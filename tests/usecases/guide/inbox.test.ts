import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { type InboxTab, readPlace } from '#lib/domain/guidance/queue.ts';
import { markDisabled, markTeam } from '#lib/store/staff/staff.ts';
import { getThread } from '#lib/store/threads.ts';
import { claimNext } from '#lib/usecases/guide/claim-next.ts';
import { listInbox } from '#lib/usecases/guide/list-inbox.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { showPresence } from '#lib/usecases/guide/show-presence.ts';
import { tendThreads } from '#lib/usecases/system/tend-threads.ts';
import { testDatabase } from '../../support/database.ts';
import { answer, ask, guideContext } from '../../support/guiding.ts';
import { contextOf, hire, later, NOW, type TestPerson } from '../staff/people.ts';

const test = testDatabase({ connections: 12 });
const HOUR = 3_600_000;
const list = (person: TestPerson, tab: InboxTab, all = true, after = '') =>
  listInbox(guideContext(test.db, person, 'inbox:read'), { tab, all, after: readPlace(after) });
const claim = (person: TestPerson, all = true) =>
  claimNext(guideContext(test.db, person, 'inbox:reply'), { all });

async function emptyInbox() {
  await test.owner.query(
    'SELECT subject.erase_messages(pathway_id) FROM subject.thread GROUP BY pathway_id',
  );
}

it('lists who waits: what may be dangerous first, then the earliest promise; no pathway and no text', async () => {
  await emptyInbox();
  const guide = await hire(test.db, ['guide']);
  const soon = await ask(test.db, { promisedIn: 1 });
  const late = await ask(test.db, { promisedIn: -2, hoursAgo: 30 });
  const danger = await ask(test.db, { promisedIn: 50, urgency: 0 });
  const maybe = await ask(test.db, { promisedIn: 60, urgency: 1 });
  const { rows, counts } = await list(guide, 'unassigned');
  expect(rows.map(({ id }) => id)).toEqual([danger.id, maybe.id, late.id, soon.id]);
  expect(rows[2]).toMatchObject({ late: true, waitedMs: 30 * HOUR, guide: null, viewers: [] });
  expect(counts).toEqual({ mine: 0, unassigned: 4, waiting: 0, soon: 1, late: 1 });
  expect((await list(guide, 'late')).rows.map(({ id }) => id)).toEqual([late.id]);
  expect((await list(guide, 'soon')).rows.map(({ id }) => id)).toEqual([soon.id]);
  expect(JSON.stringify(rows)).not.toContain(late.pathwayId);
  expect(JSON.stringify(rows)).not.toContain('哪裡');
});

it('counts the four hours of "due soon" in the time that guides work', async () => {
  await emptyInbox();
  const guide = await hire(test.db, ['guide']);
  // Monday 09:00; the configured hours are 9 to 17, so four of them end at 13:00.
  const within = await ask(test.db, { promisedIn: 4 });
  await ask(test.db, { promisedIn: 5 });
  expect((await list(guide, 'soon')).rows.map(({ id }) => id)).toEqual([within.id]);
  // On Friday at 16:00 the fourth hour ends on Monday at 12:00.
  const friday = { ...guideContext(test.db, guide, 'inbox:read', 4 * 24 * HOUR + 7 * HOUR) };
  const monday = await ask(test.db, { promisedIn: 7 * 24 + 3 });
  await ask(test.db, { promisedIn: 7 * 24 + 4 });
  const found = await listInbox(friday, { tab: 'soon', all: true, after: null });
  expect(found.rows.map(({ id }) => id)).toEqual([monday.id]);
});

it('shows a guide the languages and the team that are theirs, and everything on demand', async () => {
  await emptyInbox();
  const guide = await hire(test.db, ['guide']);
  const other = await hire(test.db, ['guide']);
  await markTeam(test.db, other.id, 'face_to_face');
  const english = await ask(test.db, { locale: 'en' });
  const chinese = await ask(test.db, { locale: 'zh-hans' });
  const teams = await ask(test.db, { locale: 'en', tier: 'face_to_face' });
  const ids = async (person: TestPerson, all: boolean) =>
    (await list(person, 'unassigned', all)).rows.map(({ id }) => id).sort();
  expect(await ids(guide, false)).toEqual([english.id]);
  expect(await ids(other, false)).toEqual([english.id, teams.id].sort());
  expect(await ids(guide, true)).toEqual([english.id, chinese.id, teams.id].sort());
  expect((await list(guide, 'unassigned', false)).counts.unassigned).toBe(1);
  expect(await claim(guide, false)).toMatchObject({ ok: true, value: english.id });
  expect(await claim(guide, false)).toMatchObject({ ok: true, value: english.id });
  // Nobody of the team is left: its threads are everybody's.
  await markDisabled(test.db, other.id, NOW);
  await tendThreads(contextOf(test.db));
  expect(await ids(guide, false)).toEqual([teams.id]);
});

it('turns pages of twenty without showing a row twice or leaving one out', async () => {
  await emptyInbox();
  const guide = await hire(test.db, ['guide']);
  const made: string[] = [];
  for (let n = 0; n < 45; n += 1) {
    made.push(
      (await ask(test.db, { promisedIn: n % 3, urgency: (n % 4 === 0 ? 1 : 2) as 1 | 2 })).id,
    );
  }
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: Awaited<ReturnType<typeof list>> = await list(guide, 'unassigned', true, next);
    expect(page.rows.length).toBeLessThanOrEqual(20);
    seen.push(...page.rows.map(({ id }) => id));
    next = page.next;
  }
  expect(seen).toHaveLength(45);
  expect(new Set(seen)).toEqual(new Set(made));
});

it('keeps answered threads in a list of their own, the oldest first', async () => {
  await emptyInbox();
  const guide = await hire(test.db, ['guide']);
  const { id } = await ask(test.db);
  await answer(test.db, guide, { id, text: 'Hello', seen: 1 });
  const { rows, counts } = await list(guide, 'waiting');
  expect(rows).toMatchObject([{ id, promisedAt: null, waitedMs: 0 }]);
  expect(rows[0]?.answeredOn).not.toBeNull();
  expect(counts).toEqual({ mine: 0, unassigned: 0, waiting: 1, soon: 0, late: 0 });
});

it('shows who looks at a thread, since when, and who is replying; nobody stays who has left', async () => {
  await emptyInbox();
  const [ana, ben] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const { id } = await ask(test.db);
  await openThread(guideContext(test.db, ana, 'inbox:read'), id);
  expect((await list(ben, 'unassigned')).rows[0]?.viewers).toEqual([ana.name]);
  const seenBy = async (laterMs: number) =>
    (await openThread(guideContext(test.db, ben, 'inbox:read', laterMs), id))?.present;
  expect(await seenBy(1_000)).toEqual([
    { staffId: ana.id, name: ana.name, since: NOW, replying: false, threadId: id },
  ]);
  const here = guideContext(test.db, ana, 'inbox:reply', 100_000);
  await showPresence(here, { id, replying: true });
  expect(await seenBy(200_000)).toMatchObject([{ since: NOW, replying: true }]);
  expect(await seenBy(221_000)).toEqual([]);
  // Back after a while: she is there since then.
  await openThread(guideContext(test.db, ana, 'inbox:read', 400_000), id);
  expect(await seenBy(401_000)).toMatchObject([{ since: later(400_000), replying: false }]);
  await tendThreads({ ...contextOf(test.db, later(10 * 60_000)) });
  const left = await test.owner.query('SELECT FROM ops.thread_presence');
  expect(left.rowCount).toBe(0);
  await showPresence(here, { id: randomUUID(), replying: true });
  await showPresence(here, { id: 'x', replying: true });
});

it('gives each thread a name that no other open one has', async () => {
  await emptyInbox();
  const names = new Set<number>();
  for (let n = 0; n < 30; n += 1) {
    const { id } = await ask(test.db);
    names.add((await getThread(test.db, id))?.name ?? -1);
  }
  expect(names.size).toBe(30);
});

it('logs every opening, and raises an alert where one person opens more than forty in an hour', async () => {
  await emptyInbox();
  const guide = await hire(test.db, ['guide']);
  const alerts = async () =>
    (
      await test.owner.query(
        `SELECT subject, detail FROM ops.alert WHERE kind = 'many_threads_read'`,
      )
    ).rows;
  for (let n = 0; n < 41; n += 1) {
    expect(await alerts()).toEqual([]);
    const { id } = await ask(test.db);
    // Opened twice, it is one thread.
    await openThread(guideContext(test.db, guide, 'inbox:read'), id);
    if (n < 3) await openThread(guideContext(test.db, guide, 'inbox:read'), id);
  }
  expect(await alerts()).toEqual([{ subject: guide.id, detail: { threads: 41 } }]);
  await tendThreads(contextOf(test.db, (NOW + 8 * 24 * HOUR) as Instant));
  const open = await test.owner.query('SELECT FROM ops.alert WHERE closed_at IS NULL');
  expect(open.rowCount).toBe(0);
});

it('opens no thread that is gone or was never there', async () => {
  const guide = await hire(test.db, ['guide']);
  const { id, pathwayId } = await ask(test.db);
  const open = (which: string) => openThread(guideContext(test.db, guide, 'inbox:read'), which);
  expect(await open(id)).not.toBeNull();
  await test.owner.query('SELECT subject.erase_messages($1)', [pathwayId]);
  expect(await open(id)).toBeNull();
  expect(await open(randomUUID())).toBeNull();
  expect(await open('x\u0000')).toBeNull();
});
