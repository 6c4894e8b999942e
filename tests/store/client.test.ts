import { expect, test } from 'vitest';
import { isDatabaseDown, openDatabase, webConnections } from '#lib/store/client.ts';
import { testDatabase } from '#tests/support/database.ts';

const { urls } = testDatabase({ empty: true });

test('all web processes together leave connections for the worker and for a person', () => {
  expect([0, 1, 2, 11].map(webConnections)).toEqual([8, 8, 8, 8]);
  for (let processes = 1; processes <= 45; processes += 1) {
    expect(processes * webConnections(processes)).toBeLessThanOrEqual(90);
  }
  expect(webConnections(500)).toBe(2);
});

test('a statement is broken off after the time that its process gives it, not before', async () => {
  const impatient = openDatabase({ url: urls.worker, max: 1, longestMs: 100 });
  const patient = openDatabase({ url: urls.worker, max: 1, longestMs: 60_000 });
  await expect(impatient.$queryRaw`SELECT 1 AS n FROM pg_sleep(0.5)`).rejects.toThrow(/timeout/);
  expect(await patient.$queryRaw`SELECT 1 AS n FROM pg_sleep(0.5)`).toEqual([{ n: 1 }]);
  await Promise.all([impatient.$disconnect(), patient.$disconnect()]);
});

test('what a lost connection says is told from what is wrong with a query', async () => {
  const db = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none', max: 1 });
  const refused = await db.$queryRaw`SELECT 1`.catch((error: unknown) => error);
  // As `pg` hands them on: written to a socket that the other side had closed, and asked for after its end.
  const closed = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
  const ended = new Error('Client was closed and is not queryable');
  expect([refused, closed, ended].map(isDatabaseDown)).toEqual([true, true, true]);
  const able = openDatabase({ url: urls.worker, max: 1 });
  const wrong = await able.$queryRaw`SELECT nothing`.catch((error: unknown) => error);
  expect([wrong, new Error('no such page'), undefined].map(isDatabaseDown)).toEqual([
    false,
    false,
    false,
  ]);
  await Promise.all([db.$disconnect(), able.$disconnect()]);
});
