import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import { listOpenAlerts, openAlert } from '#lib/store/alerts.ts';
import { getThread, insertThread, markThreadAnswered } from '#lib/store/threads.ts';
import { checkPromises } from '#lib/usecases/system/check-promises.ts';
import { checkStranded } from '#lib/usecases/system/check-stranded.ts';
import { testDatabase } from '../../support/database.ts';
import { screened, TODAY } from '../../support/screened.ts';
import { contextOf, hire, NOW } from '../staff/people.ts';

const test = testDatabase();
const context = { ...contextOf(test.db), db: test.worker };

async function lateThread(promisedAt: Instant | null = (NOW - 1) as Instant): Promise<ThreadId> {
  return insertThread(test.db, {
    pathwayId: await screened(test.db),
    locale: 'en',
    tier: 'guidance',
    band: null,
    today: TODAY,
    now: NOW,
    promisedAt,
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

it('a message that came when nobody was on the roster is told of, and promised once somebody is', async () => {
  const guide = await hire(test.db, ['guide']);
  const shift = { role: 'guide', staffId: guide.id, weekday: 1, fromMinute: 0, toMinute: 1440 };
  const at = { changedBy: guide.id, changedAt: new Date(NOW), onCall: false };
  const over = { firstDay: new Date('2026-01-01'), lastDay: new Date('2026-01-02') };
  await test.db.shift.create({ data: { ...shift, ...at, ...over } });
  const id = await lateThread(null);
  const promisedAt = async () => (await getThread(test.db, id))?.promisedAt ?? null;
  await checkStranded(context);
  expect((await listOpenAlerts(test.db, 'promise_stranded')).map((a) => a.subject)).toEqual([id]);
  expect(await promisedAt()).toBeNull();
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const data = { ...shift, ...at, weekday, firstDay: new Date('2026-01-01'), lastDay: null };
    await test.db.shift.create({ data });
  }
  await checkStranded(context);
  expect(await promisedAt()).toBeGreaterThan(NOW);
  expect(await listOpenAlerts(test.db, 'promise_stranded')).toEqual([]);
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
