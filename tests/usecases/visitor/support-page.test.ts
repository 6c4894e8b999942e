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
import { type Route, routeBrowser, wire } from '../../support/route-browser.ts';
import { contextOf } from '../staff/people.ts';

const test = testDatabase();
const { config, secrets } = contextOf(test.db);
wire({ config, secrets, db: test.db });

const browser = () => routeBrowser({ config });

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

async function begun() {
  const b = browser();
  const began = await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
  expect(began.to).toBe('/en/check/research');
  return b;
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
    expect((await b.get(next, '/next')).to).toBe('/en/check/answers');
    const saved = await b.post(answers, '/check/answers', {});
    expect(saved.to).toBe('/en/check/support');
    expect((await b.get(next, '/next')).to).toBe('/en/check/support');
    const page = await b.get(support, '/check/support');
    expect(page.text).toContain('/en/check/likely');
    expect((await b.get(next, '/next')).text).toContain('3 out of 27');
  });

  it('comes after a code was used, where the result was never looked at', async () => {
    const b = await begun();
    await b.post(keep, '/plan/keep', {});
    const shown = await b.get(keep, '/plan/keep');
    const code = shown.text.replace(/<[^>]*>/g, ' ').match(/(?:\d{4}\s+){4}\d{4}/)?.[0] ?? '';
    await b.post(all, '/check/all', { ...LOW, q9: 'declined' });
    const back = browser();
    const typed = { code, device: 'private' };
    expect((await back.post(comeBack, '/return', typed)).to).toBe('/en/mine');
    for (const [path, route] of BEFORE) {
      expect((await back.get(route as Route, path)).to, path).toBe('/en/check/support');
    }
    const page = await back.get(support, '/check/support');
    expect(page.text).toContain('You chose not to answer question 9');
    expect((await back.get(next, '/next')).status).toBe(200);
  });
});
