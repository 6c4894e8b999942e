import { describe, expect, it } from 'vitest';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as answers from '#app/[locale]/(visitor)/check/answers/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as support from '#app/[locale]/(visitor)/check/support/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import * as comeBack from '#app/[locale]/(visitor)/return/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);

const START = { device: 'private', age: 'adult', self: 'yes' };
const forms = (nine: string) => ({
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`q${i + 1}`, '0'])),
  q9: nine,
});
const tokenOf = (text: string) => /name="_form" value="([^"]+)"/.exec(text)?.[1] ?? '';

describe('the form that begins a check', () => {
  it('begins it in the browser that it was shown in alone, also when somebody else sends it', async () => {
    const b = browser(test.db);
    const token = tokenOf((await b.get(start, '/check')).text);
    const body = new URLSearchParams({ ...START, _form: token }).toString();
    expect((await b.send(start, '/check', body)).to).toBe('/en/check/research');
    const thief = browser(test.db);
    const sent = await thief.send(start, '/check', body);
    expect(sent.to).toBe('/en/check');
    expect(thief.cookies.get('s')).toBeUndefined();
    // Nor with a browser's own mark, nor with a token of a page that binds it to none.
    await thief.get(start, '/check');
    expect((await thief.send(start, '/check', body)).to).toBe('/en/check');
    const other = browser(test.db);
    const unbound = tokenOf((await other.get(comeBack, '/return')).text);
    const loose = new URLSearchParams({ ...START, _form: unbound }).toString();
    expect((await other.send(start, '/check', loose)).to).toBe('/en/check');
    expect(other.cookies.get('s')).toBeUndefined();
  });

  it('sent twice from its own browser is one check', async () => {
    const b = browser(test.db);
    const token = tokenOf((await b.get(start, '/check')).text);
    const body = new URLSearchParams({ ...START, _form: token }).toString();
    const mark = b.cookies.get('b') ?? '';
    const before = await test.db.pathway.count();
    expect((await b.send(start, '/check', body)).to).toBe('/en/check/research');
    const again = browser(test.db);
    again.cookies.set('b', mark);
    expect((await again.send(start, '/check', body)).to).toBe('/en/check/research');
    expect(again.cookies.get('s')).toBeDefined();
    expect(await test.db.pathway.count()).toBe(before + 1);
  });
});

describe('two tabs with different answers', () => {
  async function begun() {
    const b = browser(test.db);
    await b.post(start, '/check', START);
    return b;
  }
  const copyOf = (b: Awaited<ReturnType<typeof begun>>) => {
    const tab = browser(test.db);
    for (const [name, value] of b.cookies) tab.cookies.set(name, value);
    return tab;
  };

  it('show the support page of the one before the result of the other', async () => {
    const calm = await begun();
    const hurt = copyOf(calm);
    await calm.post(all, '/check/all', forms('0'));
    await hurt.post(all, '/check/all', forms('2'));
    await hurt.post(support, '/check/support', {});
    // The browser kept the cookie of the calm tab, the record has the other answer.
    const seen = await calm.get(next, '/next');
    expect(seen.to).toBe('/en/check/support');
    const page = await calm.get(support, '/check/support');
    expect(page.status).toBe(200);
    expect(page.text).toContain('You told us you have had thoughts');
  });

  it('never leave a lower offer on record than the answers in the browser ask for', async () => {
    const hurt = await begun();
    const calm = copyOf(hurt);
    await hurt.post(all, '/check/all', forms('3'));
    await hurt.post(support, '/check/support', {});
    await calm.post(all, '/check/all', forms('0'));
    expect((await hurt.get(next, '/next')).to).toBe('/en/check/answers');
    await hurt.post(answers, '/check/answers', {});
    expect((await hurt.get(next, '/next')).status).toBe(200);
    const row = await test.db.pathwayRow.findFirst({
      where: { item9: '3' },
      select: { tierOffered: true },
    });
    expect(row?.tierOffered).toBe('face_to_face');
  });
});
