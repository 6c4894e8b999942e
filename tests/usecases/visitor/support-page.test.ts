import { describe, expect, it } from 'vitest';
import * as question from '#app/[locale]/(visitor)/check/[n]/route.tsx';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as answers from '#app/[locale]/(visitor)/check/answers/route.tsx';
import * as likely from '#app/[locale]/(visitor)/check/likely/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as support from '#app/[locale]/(visitor)/check/support/route.tsx';
import * as json from '#app/[locale]/(visitor)/mine/data/json/route.ts';
import * as data from '#app/[locale]/(visitor)/mine/data/route.tsx';
import * as mine from '#app/[locale]/(visitor)/mine/route.tsx';
import * as other from '#app/[locale]/(visitor)/next/other/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import * as score from '#app/[locale]/(visitor)/next/score/route.tsx';
import * as notToday from '#app/[locale]/(visitor)/not-today/route.tsx';
import * as keep from '#app/[locale]/(visitor)/plan/keep/route.tsx';
import * as comeBack from '#app/[locale]/(visitor)/return/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { browser, type Route, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);

const LOW = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`q${i + 1}`, '0']));
const BEFORE = [
  ['/next', next],
  ['/next/score', score],
  ['/next/other', other],
  ['/not-today', notToday],
  ['/check/likely', likely],
  ['/mine', mine],
  ['/mine/data', data],
  ['/mine/data/json', json],
  ['/plan/keep', keep],
] as const;

async function begun(locale = 'en') {
  const b = browser(test.db, locale);
  const began = await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
  expect(began.to).toBe(`/${locale}/check/research`);
  return b;
}

const eraseAll = () => test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway');

async function everyStep(): Promise<readonly string[]> {
  const { rows } = await test.owner.query('SELECT step FROM subject.transition ORDER BY seq');
  return rows.map(({ step }) => step);
}

describe('the support page', () => {
  it('comes before a result at every address that is typed', async () => {
    const b = await begun();
    expect((await b.get(support, '/check/support')).to).toBe('/en/check/9');
    expect((await b.get(answers, '/check/answers')).to).toBe('/en/check/1');
    const sent = await b.post(all, '/check/all', { ...LOW, q9: '2' });
    expect(sent.to).toBe('/en/check/support');
    for (const [path, route] of BEFORE) {
      expect((await b.get(route as Route, path)).to, path).toBe('/en/check/support');
    }
    expect((await b.get(support, '/check/support')).status).toBe(200);
    const going = await b.post(support, '/check/support', {});
    expect(going.to).toBe('/en/check/likely');
    for (const [path, route] of BEFORE) {
      expect((await b.get(route as Route, path)).status, path).toBe(200);
    }
  });

  it('comes after an answer to question 9 that was changed, and before the new result', async () => {
    const b = await begun();
    expect((await b.post(all, '/check/all', LOW)).to).toBe('/en/check/likely');
    expect((await b.get(next, '/next')).status).toBe(200);
    const changed = await b.post(question, '/check/9', { answer: '3' }, '9');
    expect(changed.to).toBe('/en/check/support');
    expect((await b.get(next, '/next')).to).toBe('/en/check/support');
    const saved = await b.post(answers, '/check/answers', {});
    expect(saved.to).toBe('/en/check/support');
    expect((await b.get(next, '/next')).to).toBe('/en/check/support');
    expect((await b.post(support, '/check/support', {})).to).toBe('/en/check/likely');
    expect((await b.get(next, '/next')).text).toContain('3 out of 27');
  });

  it('comes after a code was used, where the result was never looked at', async () => {
    const b = await begun();
    await b.post(keep, '/plan/keep', {});
    const shown = await b.get(keep, '/plan/keep');
    const code = shown.text.replace(/<[^>]*>/g, ' ').match(/(?:\d{4}\s+){4}\d{4}/)?.[0] ?? '';
    await b.post(all, '/check/all', { ...LOW, q9: 'declined' });
    await b.post(support, '/check/support', {});
    const back = browser(test.db);
    expect((await back.post(comeBack, '/return', { code, device: 'private' })).to).toBe('/en/mine');
    for (const [path, route] of BEFORE) {
      expect((await back.get(route as Route, path)).to, path).toBe('/en/check/support');
    }
    const page = await back.get(support, '/check/support');
    expect(page.text).toContain('You left one question out');
    expect((await back.get(next, '/next')).status).toBe(200);
  });

  it.each([
    ['zh-hans', '/check/9', question],
    ['zh-hant', '/check/all', all],
    ['en', '/check/all', all],
  ] as const)('comes first in %s at %s also where the pathway is gone', async (...last) => {
    const [locale, path, route] = last;
    const b = await begun(locale);
    for (let n = 1; n <= 8; n += 1) await b.post(question, `/check/${n}`, { answer: '0' }, `${n}`);
    await eraseAll();
    const fields = path === '/check/9' ? { answer: '1' } : { ...LOW, q9: '1' };
    expect((await b.post(route, path, fields, '9')).to).toBe(`/${locale}/check/support`);
    expect((await b.get(support, '/check/support')).text).toContain('href="tel:');
    expect((await b.post(support, '/check/support', {})).to).toBe(`/${locale}/check/ended`);
  });

  it('is recorded together with the finished check, which going on from it saves', async () => {
    await eraseAll();
    const b = await begun('zh-hans');
    await b.post(all, '/check/all', { ...LOW, q9: '1' });
    await b.get(support, '/check/support');
    expect(await everyStep()).toEqual(['consent.set', 'screening.started']);
    expect((await b.post(support, '/check/support', {})).to).toBe('/zh-hans/check/likely');
    const saved = ['screening.completed', 'safety.shown', 'tier.offered'];
    expect((await everyStep()).slice(2)).toEqual(saved);
  });

  it('is passed once: back at question 9 without a change, it leads on as before', async () => {
    const b = await begun('zh-hant');
    await b.post(all, '/check/all', { ...LOW, q9: '2' });
    await b.get(support, '/check/support');
    const again = await b.post(question, '/check/9', { answer: '2' }, '9');
    expect(again.to).toBe('/zh-hant/check/support');
    const other = await b.post(question, '/check/9', { answer: '0' }, '9');
    expect(other.to).toBe('/zh-hant/check/likely');
  });
});
