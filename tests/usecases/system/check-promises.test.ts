import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import { listOpenAlerts, openAlert } from '#lib/store/alerts.ts';
import { insertThread, markThreadAnswered } from '#lib/store/threads.ts';
import { checkPromises } from '#lib/usecases/system/check-promises.ts';
import { testDatabase } from '../../support/database.ts';
import { screened, TODAY } from '../../support/screened.ts';
import { contextOf, NOW } from '../staff/people.ts';

const test = testDatabase();
const context = { ...contextOf(test.db), db: test.worker };

async function lateThread(): Promise<ThreadId> {
  return insertThread(test.db, {
    pathwayId: await screened(test.db),
    locale: 'en',
    tier: 'guidance',
    band: null,
    today: TODAY,
    now: NOW,
    promisedAt: (NOW - 1) as Instant,
    wraps: [],
  });
}

it('an alert about a late answer is open while somebody waits, and leaves no trace after it', async () => {
  const [answered, waits] = [await lateThread(), await lateThread()];
  expect(await checkPromises(context)).toBe(2);
  await markThreadAnswered(test.db, answered, TODAY);
  expect(await checkPromises(context)).toBe(1);
  const { rows } = await test.owner.query('SELECT subject FROM ops.alert');
  expect(rows.map(({ subject }) => subject)).toEqual([waits]);
});

it('alerts about threads that are gone are removed, however many are open', async () => {
  const kind = 'promise_overdue';
  for (let n = 0; n < 210; n += 1) {
    await openAlert(test.worker, { kind, subject: randomUUID(), detail: {}, at: NOW });
  }
  expect(await listOpenAlerts(test.db, kind)).toHaveLength(211);
  await checkPromises(context);
  expect(await listOpenAlerts(test.db, kind)).toHaveLength(1);
});
