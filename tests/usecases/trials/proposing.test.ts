import { expect, it } from 'vitest';
import { markTrial } from '#lib/store/trials.ts';
import { takeTurn } from '#lib/store/turns.ts';
import { testDatabase } from '../../support/database.ts';
import { hire } from '../staff/people.ts';
import { trialsOf } from './trials.ts';

const test = testDatabase();
const { as, draft, get, change, propose } = trialsOf(test.db);

/** Somebody has come to the turn of comparisons, which is taken. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
  await expect.poll(async () => (await test.owner.query(waiting)).rowCount).toBe(1);
}

it('a registration is locked as its author saw it: not where a save in another tab came between', async () => {
  const author = await hire(test.db, ['researcher']);
  const id = await draft(author);
  await change(author, id, { ethics: 'EC 2026-17' });
  const { revision, registration } = await get(id);
  let proposed: ReturnType<typeof propose> | undefined;
  await test.db.$transaction(async (tx) => {
    await takeTurn(tx, 'trials');
    proposed = propose(author, id);
    await untilSomebodyWaits();
    const other = { ...registration, ethics: '-', planned: 77 };
    const at = as(author, 'research:trials').now;
    expect(await markTrial(tx, { id, revision, registration: other, at })).toBe(true);
  });
  expect(await proposed).toEqual({ ok: false, error: 'changed' });
  const { hash, events } = await get(id);
  expect({ hash, events }).toEqual({ hash: null, events: [] });
  // As it was saved last, it names no approval.
  expect(await propose(author, id)).toEqual({ ok: false, error: 'no_ethics' });
});
