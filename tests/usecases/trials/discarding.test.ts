import { expect, it } from 'vitest';
import { listAudit } from '#lib/store/audit.ts';
import { findTrial } from '#lib/store/trials.ts';
import { discardTrial } from '#lib/usecases/researcher/trials/discard-trial.ts';
import { testDatabase } from '../../support/database.ts';
import { hire } from '../staff/people.ts';
import { trialsOf } from './trials.ts';

const test = testDatabase();
const { as, draft, get, change, propose } = trialsOf(test.db);
const discarded = () => listAudit(test.db, { action: 'trial.discarded', limit: 100 });

it('a draft goes at the wish of its author, once, and the log keeps that it was there', async () => {
  const author = await hire(test.db, ['researcher']);
  const id = await draft(author);
  const { code } = (await get(id)).registration;
  const ctx = as(author, 'research:trials');
  expect(await discardTrial(ctx, id)).toEqual({ ok: true, value: null });
  expect(await findTrial(test.db, id)).toBeNull();
  const [entry] = await discarded();
  expect(entry).toMatchObject({ actor: `staff:${author.id}`, subject: code });
  // Sent twice, it is gone once.
  expect(await discardTrial(ctx, id)).toEqual({ ok: true, value: null });
  expect(await discarded()).toHaveLength(1);
});

it('nobody else discards it, and nobody what was proposed, in no program', async () => {
  const [author, other] = [
    await hire(test.db, ['researcher']),
    await hire(test.db, ['researcher']),
  ];
  const id = await draft(author);
  const before = (await discarded()).length;
  const theirs = await discardTrial(as(other, 'research:trials'), id);
  expect(theirs).toEqual({ ok: false, error: 'not_yours' });
  await change(author, id, { ethics: 'EC 2026-17' });
  expect((await propose(author, id)).ok).toBe(true);
  const locked = await discardTrial(as(author, 'research:trials'), id);
  expect(locked).toEqual({ ok: false, error: 'locked' });
  await expect(test.db.$executeRaw`DELETE FROM ops.trial WHERE id = ${id}::uuid`).rejects.toThrow(
    'never changed',
  );
  expect((await get(id)).now.state).toBe('proposed');
  expect(await discarded()).toHaveLength(before);
});
