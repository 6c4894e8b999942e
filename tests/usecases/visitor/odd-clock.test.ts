import { afterEach, expect, it, vi } from 'vitest';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as help from '#app/[locale]/(visitor)/help/route.tsx';
import * as again from '#app/[locale]/(visitor)/mine/again/route.tsx';
import * as mine from '#app/[locale]/(visitor)/mine/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { wire } from './browser.ts';
import { some, topicWalk } from './topic-walk.ts';

const test = testDatabase();
wire(test.db);
const { begin, offer } = topicWalk(test);
afterEach(() => vi.useRealTimers());

const HOUR_MS = 3_600_000;

/** The clock of the machine jumps; timers run on. */
function jump(hours: number): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + hours * HOUR_MS);
}

it.each([-24, 23])(
  'a clock that jumps by %d hours in the middle of a check harms nobody',
  async (hours) => {
    const b = await begin('mood');
    jump(hours);
    expect((await b.post(all, '/check/all', some(1, 1, 1, 1, 1, 1, 1, 1, 0, 0))).to).toBe(
      '/en/check/likely',
    );
    expect(await offer()).toMatchObject({ tier: 'community', reason: 'policy' });
    expect((await b.get(next, '/next')).status).toBe(200);
    expect((await b.get(mine, '/mine')).status).toBe(200);
    // And back again.
    jump(-2 * hours);
    for (const [route, path] of [
      [next, '/next'],
      [mine, '/mine'],
      [help, '/help'],
    ] as const) {
      const { status } = await b.get(route, path);
      expect([200, 303], path).toContain(status);
    }
    expect((await b.post(again, '/mine/again', {})).status).toBe(303);
  },
);

it('after more than a day the answers are forgotten, kindly, and the help page is there', async () => {
  const b = await begin('mood');
  jump(25);
  expect((await b.get(all, '/check/all')).to).toBe('/en/check/ended');
  expect((await b.get(help, '/help')).status).toBe(200);
});
