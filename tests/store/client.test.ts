import { expect, test } from 'vitest';
import { openDatabase, webConnections } from '#lib/store/client.ts';
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
