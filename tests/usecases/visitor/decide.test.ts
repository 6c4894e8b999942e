import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as message from '#app/[locale]/(visitor)/message/route.tsx';
import * as messages from '#app/[locale]/(visitor)/mine/messages/route.tsx';
import * as mine from '#app/[locale]/(visitor)/mine/route.tsx';
import * as likely from '#app/[locale]/(visitor)/next/likely/route.tsx';
import * as other from '#app/[locale]/(visitor)/next/other/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import * as notToday from '#app/[locale]/(visitor)/not-today/route.tsx';
import * as check from '#app/[locale]/(visitor)/plan/keep/check/route.tsx';
import * as keep from '#app/[locale]/(visitor)/plan/keep/route.tsx';
import * as ready from '#app/[locale]/(visitor)/plan/ready/route.tsx';
import { slowHash } from '#lib/gateways/password.ts';
import { testDatabase } from '../../support/database.ts';
import { hire } from '../staff/people.ts';
import { browser, type Route, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);

const MODERATE = Object.fromEntries(
  Array.from({ length: 10 }, (_, i) => [`q${i + 1}`, i < 6 ? '2' : '0']),
);

async function finished() {
  const b = browser(test.db);
  await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
  await b.post(all, '/check/all', MODERATE);
  return b;
}
type Browser = Awaited<ReturnType<typeof finished>>;

/** Sends a form of one page to another: for what a page does not offer. */
async function force(b: Browser, path: string, route: Route, fields: Record<string, string>) {
  const { text } = await b.get(likely, '/next/likely');
  const form = text.includes('name="_form"') ? text : (await b.get(keep, '/plan/keep')).text;
  const token = /name="_form" value="([^"]+)"/.exec(form)?.[1] ?? '';
  return b.send(route, path, new URLSearchParams({ ...fields, _form: token }).toString());
}

const decisions = async () =>
  (await test.owner.query("SELECT FROM subject.transition WHERE step = 'tier.decided'")).rowCount;
const eraseAll = () => test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway');

describe('"Not today"', () => {
  it('is kept only after a result was seen, and says so only where it was kept', async () => {
    const b = await finished();
    expect((await b.get(notToday, '/not-today?noted')).to).toBe('/en/next');
    expect((await force(b, '/not-today', notToday, { ask: '14' })).to).toBe('/en/next');
    expect(await decisions()).toBe(0);
    await b.get(next, '/next');
    expect((await b.get(notToday, '/not-today?noted')).text).not.toContain('We kept your choice');
    expect((await b.post(notToday, '/not-today', { ask: '14' })).to).toBe('/en/not-today?noted');
    expect((await b.get(notToday, '/not-today?noted')).text).toContain('We kept your choice');
    expect(await decisions()).toBe(1);
  });

  it('leads to a return code that can be found again until its end was typed, and asks about no step', async () => {
    const b = await finished();
    await b.get(next, '/next');
    await b.post(notToday, '/not-today', { ask: 'no' });
    await b.post(keep, '/plan/keep', {});
    expect((await b.get(mine, '/mine')).text).toContain('href="/en/plan/keep"');
    expect((await b.get(notToday, '/not-today?noted')).text).toContain('href="/en/plan/keep"');
    const shown = (await b.get(keep, '/plan/keep')).text.replace(/<[^>]*>/g, ' ');
    const last4 = /(?:\d{4}\s+){4}(\d{4})/.exec(shown)?.[1] ?? '';
    expect((await b.post(check, '/plan/keep/check', { last4 })).to).toBe('/en/next/likely');
    expect((await b.get(mine, '/mine')).text).not.toContain('href="/en/plan/keep"');
    expect((await b.get(likely, '/next/likely')).to).toBe('/en/mine');
  });
});

describe('a chosen step', () => {
  it('ends the session where the pathway was erased meanwhile', async () => {
    for (const [path, route, fields] of [
      ['/next', next, { step: 'guidance' }],
      ['/not-today', notToday, { ask: '14' }],
      ['/plan/keep', keep, {}],
    ] as const) {
      const b = await finished();
      await b.get(next, '/next');
      const form = (await b.get(keep, '/plan/keep')).text;
      await eraseAll();
      const token = /name="_form" value="([^"]+)"/.exec(form)?.[1] ?? '';
      const body = new URLSearchParams({ ...fields, _form: token }).toString();
      const sent = await b.send(route as Route, path, body);
      expect(sent.to, path).toBe('/en/check/ended');
      expect(sent.headers.getSetCookie().join(), path).toContain('__Host-s=;');
    }
  });

  it('is kept while the codes are busy, which the page of the code says as it is', async () => {
    const b = await finished();
    await b.get(next, '/next');
    const busy = keepBusy();
    const chosen = await b.post(next, '/next', { step: 'face_to_face' });
    const asked = await b.post(keep, '/plan/keep', {});
    const told = await b.get(keep, '/plan/keep');
    await busy.end();
    expect(chosen.to).toBe('/en/plan/keep');
    expect(asked.to).toBe('/en/plan/keep');
    expect(told.text).toContain('Try again in a minute');
    expect((await b.get(likely, '/next/likely')).status).toBe(200);
    await b.post(keep, '/plan/keep', {});
    expect((await b.get(keep, '/plan/keep')).text).toMatch(/\d{4}/);
  });
});

/** More slow hashes than may wait, until it is ended. */
function keepBusy() {
  let on = true;
  const runs = Array.from({ length: 30 }, async () => {
    while (on) {
      await slowHash('1', new Uint8Array(16), new Uint8Array(32));
      await setImmediate();
    }
  });
  return {
    end: () => {
      on = false;
      return Promise.all(runs);
    },
  };
}

describe('where no service is open', () => {
  it('the result and the chosen step say so, with people to call and the whole directory', async () => {
    const chosen = await finished();
    await chosen.get(next, '/next');
    await chosen.post(next, '/next', { step: 'face_to_face' });
    const b = await finished();
    await test.owner.query('UPDATE ops.service SET paused = true');
    const result = await b.get(next, '/next');
    const after = await chosen.get(ready, '/plan/ready');
    for (const { text } of [result, after]) {
      const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
      expect(main).toContain('We have no place for a first visit right now');
      expect(main).toContain('href="tel:');
      expect(main).toContain('href="/en/services"');
      expect(main).not.toContain('name="step"');
    }
    expect((await b.get(other, '/next/other')).text).toContain('No step is open here right now');
    await test.owner.query('UPDATE ops.service SET paused = false');
    expect((await b.get(next, '/next')).text).toContain('name="step"');
  });
});

describe('a reply that was promised', () => {
  it('is not promised again once its time has passed', async () => {
    await hire(test.db, ['guide']);
    const b = await finished();
    await b.get(next, '/next');
    await b.post(next, '/next', { step: 'guidance' });
    await b.post(message, '/message', { text: 'A few words.' });
    expect((await b.get(mine, '/mine')).text).toMatch(/A guide replies by \w+/);
    await test.owner.query("UPDATE ops.thread_clock SET promised_at = now() - interval '1 minute'");
    for (const [path, route] of [
      ['/mine', mine],
      ['/mine/messages', messages],
    ] as const) {
      const { text } = await b.get(route, path);
      expect(text, path).toContain('We are late. A guide has not replied yet.');
      expect(text, path).not.toMatch(/repl(y|ies) by \w+/);
    }
  });
});
