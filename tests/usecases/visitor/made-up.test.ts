import { expect, test, vi } from 'vitest';
import { watchMadeUp } from '#app/_request/watch-made-up.ts';
import { openLog } from '#lib/gateways/log.ts';
import { openDatabase } from '#lib/store/client.ts';
import { testDatabase } from '../../support/database.ts';

const { db, owner } = testDatabase();
const log = openLog();

test('pages say that people are made up as soon as they are, and from then on', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const madeUp = watchMadeUp({ config: { demo: false }, db, log });
  await madeUp.asked;
  expect(madeUp.isSo()).toBe(false);
  await owner.query('INSERT INTO ops.simulated DEFAULT VALUES');
  vi.advanceTimersByTime(5_000);
  await vi.waitFor(() => expect(madeUp.isSo()).toBe(true));
  const next = watchMadeUp({ config: { demo: false }, db, log });
  await next.asked;
  expect(next.isSo()).toBe(true);
  vi.useRealTimers();
});

test('without a database a page is answered all the same, and a demo is one', async () => {
  const nowhere = openDatabase({ url: 'postgresql://web:x@127.0.0.1:1/none', max: 1 });
  const [real, demo] = [false, true].map((is) =>
    watchMadeUp({ config: { demo: is }, db: nowhere, log }),
  );
  await Promise.all([real?.asked, demo?.asked]);
  expect([real?.isSo(), demo?.isSo()]).toEqual([false, true]);
  await nowhere.$disconnect();
});
