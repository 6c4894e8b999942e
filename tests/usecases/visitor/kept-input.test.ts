import { describe, expect, it } from 'vitest';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as help from '#app/[locale]/(visitor)/help/route.tsx';
import * as leave from '#app/[locale]/(visitor)/leave/route.ts';
import * as comeBack from '#app/[locale]/(visitor)/return/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { contextOf } from '../staff/people.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);
const { config } = contextOf(test.db);
const CODE = '4827 1093 6651 2048 7732';

describe('what was typed', () => {
  it('is all told at once where it cannot be sent', async () => {
    const b = browser(test.db);
    await b.post(start, '/check', {});
    const { text, status } = await b.get(start, '/check');
    expect(status).toBe(422);
    for (const field of ['device', 'age', 'self']) expect(text).toContain(`href="#${field}"`);
    const young = browser(test.db);
    const sent = await young.post(start, '/check', { device: 'private', age: 'younger' });
    expect(sent.to).toBe('/en/check/age');
  });

  it('stays in the form for a return code, unless other people use the device', async () => {
    for (const [device, stays] of [
      ['private', true],
      ['shared', false],
    ] as const) {
      const b = browser(test.db);
      await b.post(comeBack, '/return', { code: CODE, device });
      expect((await b.get(comeBack, '/return')).text.includes(`value="${CODE}"`)).toBe(stays);
    }
  });

  it('is in the form when it is opened again after too many tries', async () => {
    const b = browser(test.db);
    let sent = await b.post(comeBack, '/return', { code: '1', device: 'private' });
    for (let i = 0; i < 40 && sent.status !== 429; i += 1) {
      sent = await b.post(comeBack, '/return', { code: `${i}`, device: 'private' });
    }
    expect(sent.status).toBe(429);
    expect(sent.text).toContain('What you sent last was not kept');
    expect(sent.text).toContain('What you typed is still there');
    expect(sent.text).toContain('href="/en/return"');
    const again = await b.get(comeBack, '/return');
    expect(again.status).toBe(200);
    expect(again.text).toMatch(/id="code"[^>]*value="\d+"/);
  });

  it('in a form that cannot be read is told as that, not as one from elsewhere', async () => {
    const b = browser(test.db);
    const { status, text } = await b.send(comeBack, '/return', 'code=%00');
    expect(status).toBe(400);
    expect(text).toContain('We could not read that');
  });
});

describe('a public page', () => {
  it('is for every cache only where no cookie had a hand in it', async () => {
    const b = browser(test.db);
    const plain = await b.get(help, '/help');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=60');
    b.cookies.set('d', 'x');
    expect((await b.get(help, '/help')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('"Leave this page"', () => {
  const post = (headers: Record<string, string>) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = new Request(`${config.origin.origin}/en/leave`, {
      method: 'POST',
      headers: { ...type, ...headers },
      body: 'to=ended',
    });
    return leave.POST(request, { params: Promise.resolve({ locale: 'en' }) } as never);
  };

  it('always leads away, and ends the session only for our own page', async () => {
    const own = await post({ origin: config.origin.origin });
    expect(own.headers.get('location')).toBe('/en/check/ended');
    expect(own.headers.getSetCookie()[0]).toContain('s=;');
    for (const origin of ['null', 'https://mistyped.example']) {
      const foreign = await post({ origin });
      expect(foreign.status).toBe(303);
      expect(foreign.headers.get('location')).toBe(config.leave.en);
      expect(foreign.headers.getSetCookie()).toEqual([]);
      expect(foreign.headers.get('clear-site-data')).toBeNull();
      const told = await post({ origin, 'sec-fetch-site': 'same-origin' });
      expect(told.headers.getSetCookie()[0]).toContain('s=;');
    }
  });
});
