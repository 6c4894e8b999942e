// What the group's pages ask of a table of many posts: by an index, never the whole table.
import { expect, it } from 'vitest';
import { listPostsBy } from '#lib/store/group/posts.ts';
import { claimNext } from '#lib/usecases/moderator/claim-next.ts';
import { viewHandover } from '#lib/usecases/moderator/view-handover.ts';
import { viewQueue } from '#lib/usecases/moderator/view-queue.ts';
import { viewGroup } from '#lib/usecases/visitor/group/view-group.ts';
import { viewMyPosts } from '#lib/usecases/visitor/group/view-my-posts.ts';
import { viewTopic } from '#lib/usecases/visitor/group/view-topic.ts';
import { testDatabase } from '../support/database.ts';
import { as, moderator, visitor, wrote } from '../support/grouped.ts';
import { fillGroup } from '../support/many-posts.ts';
import { contextOf } from '../usecases/staff/people.ts';

// One connection, so that it is known when it has told what it did.
const { db, owner } = testDatabase({ connections: 1 });
const TABLES = ['group_post', 'group_voice', 'group_item'];

/** How often each table was read from end to end, once this connection has told its counts. */
async function wholeReads(): Promise<Readonly<Record<string, number>>> {
  await db.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
  await db.$queryRaw`SELECT 1`;
  // The owner tells what it filled with, too: later, that would count for whatever is asked then.
  await owner.query('SELECT pg_stat_force_next_flush()');
  await owner.query('SELECT 1');
  const { rows } = await owner.query(
    'SELECT relname, seq_scan::integer AS n FROM pg_stat_user_tables WHERE relname = ANY ($1)',
    [TABLES],
  );
  return Object.fromEntries(rows.map(({ relname, n }) => [relname, n]));
}

async function readsOf(ask: () => Promise<unknown>) {
  const before = await wholeReads();
  await ask();
  const after = await wholeReads();
  return TABLES.filter((table) => after[table] !== before[table]);
}

it('no page of the group reads a whole table', async () => {
  const who = await moderator(db);
  const { secrets } = contextOf(db);
  const [topicId = ''] = await fillGroup(owner, secrets, {
    posts: 20_000,
    topics: 5,
    waiting: 2_000,
  });
  const person = await visitor(db);
  // Before: with several thousand rows one post more is looked for among them.
  const id = await wrote(db, person, topicId);
  expect(id).not.toBe('');
  const ctx = as(db, who);
  const asked: Readonly<Record<string, () => Promise<unknown>>> = {
    'the newest posts': () => viewTopic(contextOf(db), topicId, null),
    'posts in the middle': () => viewTopic(contextOf(db), topicId, 1_000),
    'own posts': () => viewMyPosts(person.post()),
    'the group': () => viewGroup(contextOf(db), person.post().session),
    'the next one to claim': () => claimNext(ctx),
    'what a shift hands over': () => viewHandover(ctx),
  };
  for (const [what, ask] of Object.entries(asked)) expect(await readsOf(ask), what).toEqual([]);
  const queue = await readsOf(() => viewQueue(ctx, null));
  // The counts of what waits are of all of it.
  expect(queue.filter((table) => table !== 'group_item')).toEqual([]);
  // The search does find one.
  expect(
    await readsOf(
      () => db.$queryRaw`SELECT count(*)::integer FROM subject.group_post WHERE note IS NULL`,
    ),
  ).toEqual(['group_post']);
  expect(await listPostsBy(db, [])).toEqual([]);
}, 300_000);
