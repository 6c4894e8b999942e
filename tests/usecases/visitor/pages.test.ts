import { describe, expect, it } from 'vitest';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as help from '#app/[locale]/(visitor)/help/route.tsx';
import * as data from '#app/[locale]/(visitor)/mine/data/route.tsx';
import * as check from '#app/[locale]/(visitor)/plan/keep/check/route.tsx';
import * as keep from '#app/[locale]/(visitor)/plan/keep/route.tsx';
import * as text from '#app/[locale]/(visitor)/plan/keep/text/route.ts';
import * as comeBack from '#app/[locale]/(visitor)/return/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();

wire(test.db);

const CODE = /(?:\d{4}\s+){4}\d{4}/;
const shownCode = (html: string) => html.replace(/<[^>]*>/g, ' ').match(CODE)?.[0] ?? '';

async function begun(device: 'private' | 'shared') {
  const b = browser(test.db);
  await b.post(start, '/check', { device, age: 'adult', self: 'yes' });
  await b.post(keep, '/plan/keep', {});
  return b;
}

describe('coming back by code', () => {
  it('asks first who uses this device, and takes no device for a private one', async () => {
    const code = shownCode((await (await begun('private')).get(keep, '/plan/keep')).text);
    const b = browser(test.db);
    expect((await b.post(comeBack, '/return', { code })).to).toBe('/en/return');
    const again = await b.get(comeBack, '/return');
    expect(again.text).toContain('Choose who uses this device');
    expect(again.text).not.toContain(code);
    const { to, headers } = await b.post(comeBack, '/return', { code, device: 'shared' });
    expect(to).toBe('/en/mine');
    const session = headers.getSetCookie().find((cookie) => /^s=./.test(cookie));
    expect(session).toBeDefined();
    expect(session).not.toContain('Max-Age');
  });

  it('lets no browser remember the code', async () => {
    const { text: page } = await browser(test.db).get(comeBack, '/return');
    expect(/<input[^>]*name="code"[^>]*>/.exec(page)?.[0]).toContain('autoComplete="off"');
  });
});

describe('the country of the help lines', () => {
  it('is shown by a link and kept by nobody but the person who chose it', async () => {
    const b = browser(test.db);
    const linked = await b.get(help, '/help?country=HK');
    expect(linked.text).toContain('18111');
    expect(linked.headers.getSetCookie()).toEqual([]);
    expect(linked.headers.get('cache-control')).toContain('public');
    expect(linked.text).not.toContain('name="_form"');
    expect((await b.get(help, '/help')).text).not.toContain('18111');

    const chosen = await b.send(help, '/help', 'country=HK');
    expect(chosen.to).toBe('/en/help?country=HK');
    expect((await b.get(help, '/help')).text).toContain('18111');
    expect((await b.send(help, '/help', 'country=nowhere')).to).toBe('/en/help');
    expect((await b.get(help, '/help')).text).toContain('18111');
  });
});

describe('the return code', () => {
  it('is a text to keep on a private device, as long as it is shown', async () => {
    const b = await begun('private');
    const page = (await b.get(keep, '/plan/keep')).text;
    const code = shownCode(page).replace(/\s+/g, ' ');
    expect(page).toContain('/en/plan/keep/text');
    const file = await b.get(text, '/plan/keep/text');
    expect(file.text).toContain(code);
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-disposition')).toContain('my-note.txt');
    await b.post(check, '/plan/keep/check', { last4: code.slice(-4) });
    expect((await b.get(text, '/plan/keep/text')).status).toBe(404);
  });

  it('is folded away on a shared device once it was seen, and never a file there', async () => {
    const b = await begun('shared');
    expect((await b.get(keep, '/plan/keep')).text).not.toContain('<details>');
    const again = (await b.get(keep, '/plan/keep')).text;
    expect(again).toMatch(/<details><summary>Show the code<\/summary>.*slip-code/s);
    expect(again).not.toContain('/plan/keep/text');
    expect((await b.get(text, '/plan/keep/text')).status).toBe(404);
  });
});

describe('the way of a shared device', () => {
  it('may be chosen by the address that leads to it, and no other answer is', async () => {
    const b = browser(test.db);
    const chosen = async (query: string) =>
      [...(await b.get(start, `/check${query}`)).text.matchAll(/ checked="" value="(\w+)"/g)].map(
        ([, value]) => value,
      );
    expect(await chosen('?device=shared')).toEqual(['shared']);
    expect(await chosen('?device=private&age=adult&self=yes')).toEqual([]);
    expect(await chosen('')).toEqual([]);
  });
});

it('after everything is deleted the browser holds no cookie of ours', async () => {
  const b = await begun('private');
  await b.send(help, '/help', 'country=HK');
  const code = shownCode((await b.get(keep, '/plan/keep')).text);
  const erased = await b.post(data, '/mine/data', { last4: code.slice(-4) });
  expect(erased.to).toBe('/en/mine/deleted');
  expect([...b.cookies].filter(([, value]) => value !== '')).toEqual([]);
});
