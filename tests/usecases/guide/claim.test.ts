import { expect, it } from 'vitest';
import { type InboxTab, readPlace } from '#lib/domain/guidance/queue.ts';
import { listAudit } from '#lib/store/audit.ts';
import { markDisabled } from '#lib/store/staff/staff.ts';
import { getThread } from '#lib/store/threads.ts';
import { assignThread } from '#lib/usecases/guide/assign-thread.ts';
import { claimNext } from '#lib/usecases/guide/claim-next.ts';
import { listInbox } from '#lib/usecases/guide/list-inbox.ts';
import { tendThreads } from '#lib/usecases/system/tend-threads.ts';
import { testDatabase } from '../../support/database.ts';
import { ask, guideContext } from '../../support/guiding.ts';
import { contextOf, hire, NOW, type TestPerson } from '../staff/people.ts';

const test = testDatabase({ connections: 12 });
const list = (person: TestPerson, tab: InboxTab, all = true, after = '') =>
  listInbox(guideContext(test.db, person, 'inbox:read'), { tab, all, after: readPlace(after) });
const claim = (person: TestPerson, all = true) =>
  claimNext(guideContext(test.db, person, 'inbox:reply'), { all });

async function emptyInbox() {
  await test.owner.query(
    'SELECT subject.erase_messages(pathway_id) FROM subject.thread GROUP BY pathway_id',
  );
}

it('never gives two guides who ask at once the same thread', async () => {
  await emptyInbox();
  const guides = await Promise.all(Array.from({ length: 6 }, () => hire(test.db, ['guide'])));
  const made: string[] = [];
  for (let n = 0; n < 6; n += 1) made.push((await ask(test.db, { promisedIn: n })).id);
  const claimed = await Promise.all(guides.map((guide) => claim(guide)));
  const got = claimed.map((one) => (one.ok ? one.value : one.error));
  expect(new Set(got)).toEqual(new Set(made));
  const nobody = await hire(test.db, ['guide']);
  expect(await claim(nobody)).toEqual({ ok: false, error: 'none' });
  const taken = (await listAudit(test.db, { limit: 50 })).filter(
    ({ action }) => action === 'thread.claimed',
  );
  expect(taken.filter(({ subject }) => made.includes(subject ?? ''))).toHaveLength(6);
});

it('opens the oldest of what is one’s own or nobody’s, not a newer one', async () => {
  await emptyInbox();
  const guide = await hire(test.db, ['guide']);
  const first = await ask(test.db, { promisedIn: 2 });
  expect(await claim(guide)).toMatchObject({ value: first.id });
  const older = await ask(test.db, { promisedIn: 1 });
  await ask(test.db, { promisedIn: 3 });
  expect(await claim(guide)).toMatchObject({ value: older.id });
  expect(await claim(guide)).toMatchObject({ value: older.id });
});

it('gives a guide no more than one can answer, but always what may be dangerous', async () => {
  await emptyInbox();
  const guide = await hire(test.db, ['guide']);
  const ctx = () => {
    const context = guideContext(test.db, guide, 'inbox:reply');
    return { ...context, config: { ...context.config, caseload: 2 } };
  };
  const [one, two, three] = [await ask(test.db), await ask(test.db), await ask(test.db)];
  for (const { id } of [one, two]) {
    expect((await assignThread(ctx(), { id, to: guide.id, note: '' })).ok).toBe(true);
  }
  const mine = [one.id, two.id].sort();
  const oldest = await claimNext(ctx(), { all: true });
  expect(mine).toContain(oldest.ok && oldest.value);
  expect(await assignThread(ctx(), { id: three.id, to: guide.id, note: '' })).toEqual({
    ok: false,
    error: 'full',
  });
  const view = await listInbox(
    { ...ctx(), permission: 'inbox:read' },
    {
      tab: 'mine',
      all: true,
      after: null,
    },
  );
  expect(view.full).toBe(true);
  const danger = await ask(test.db, { promisedIn: 99, urgency: 1 });
  expect(await claimNext(ctx(), { all: true })).toEqual({ ok: true, value: danger.id });
});

it('makes what a disabled person had everybody’s again', async () => {
  await emptyInbox();
  const [gone, stays] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const { id } = await ask(test.db);
  await claim(gone);
  await markDisabled(test.db, gone.id, NOW);
  expect((await list(stays, 'unassigned')).rows).toHaveLength(0);
  await tendThreads(contextOf(test.db));
  expect((await list(stays, 'unassigned')).rows.map((row) => row.id)).toEqual([id]);
  await test.owner.query(`UPDATE ops.staff SET roles = '{researcher}' WHERE id = $1`, [stays.id]);
  await assignThread(guideContext(test.db, stays, 'inbox:reply'), { id, to: stays.id, note: '' });
  expect((await getThread(test.db, id))?.assignedTo).toBeNull();
});
