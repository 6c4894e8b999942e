import { describe, expect, it } from 'vitest';
import * as question from '#app/[locale]/(visitor)/check/[n]/route.tsx';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as answers from '#app/[locale]/(visitor)/check/answers/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as again from '#app/[locale]/(visitor)/mine/again/route.tsx';
import * as mine from '#app/[locale]/(visitor)/mine/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import * as notToday from '#app/[locale]/(visitor)/not-today/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);

const LOW = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`q${i + 1}`, '0']));

async function finished(locale = 'en') {
  const b = browser(test.db, locale);
  await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
  await b.post(all, '/check/all', LOW);
  return b;
}

/** Everything that was recorded, as if it had begun some days earlier. */
const letPass = (days: number) =>
  test.owner.query('UPDATE subject.pathway SET start_date = start_date - $1::integer', [days]);

async function latest(): Promise<{ readonly occasion: number; readonly total: number }> {
  const { rows } = await test.owner.query('SELECT occasion, total FROM subject.pathway_row');
  return rows[0];
}

describe('answering again', () => {
  it('starts the next occasion of the same pathway, early or not', async () => {
    const b = await finished();
    await b.get(next, '/next');
    const early = await b.get(again, '/mine/again');
    expect(early.text).toContain('It is early');
    expect((await b.post(again, '/mine/again', {})).to).toBe('/en/check/care');
    expect((await b.get(mine, '/mine')).text).toContain('You have not finished the questions');
    await b.post(question, '/check/1', { answer: '3' }, '1');
    // Begun answers are gone on with, never thrown away.
    expect((await b.get(again, '/mine/again')).to).toBe('/en/check/2');
    const { text } = await b.get(question, '/check/2', '2');
    const token = /name="_form" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const body = new URLSearchParams({ _form: token }).toString();
    expect((await b.send(again, '/mine/again', body)).to).toBe('/en/check/2');
    await b.post(all, '/check/all', { ...LOW, q1: '3' });
    expect(await latest()).toEqual({ occasion: 1, total: 3 });
    expect((await b.get(next, '/next')).text).toContain('3 out of 27');
    await test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway');
  });

  it('is the main thing on the day that was asked for, and a link before and without', async () => {
    const b = await finished();
    await b.get(next, '/next');
    expect((await b.get(mine, '/mine')).text).toMatch(/From \w+ \d+ \w+, it may help/);
    expect((await b.get(notToday, '/not-today')).text).toMatch(/From \w+ \d+ \w+, it may help/);
    await b.post(notToday, '/not-today', { ask: '14' });
    const before = (await b.get(mine, '/mine')).text;
    expect(before).not.toContain('class="button" href="/en/mine/again"');
    expect(before).toContain('href="/en/mine/again"');
    await letPass(14);
    const due = (await b.get(mine, '/mine')).text;
    expect(due).toContain('class="button" href="/en/mine/again"');
    expect((await b.get(again, '/mine/again')).text).not.toContain('It is early');
    await b.post(notToday, '/not-today', { ask: 'no' });
    expect((await b.get(mine, '/mine')).text).not.toContain('it may help');
  });

  it('has nothing to repeat before a check was finished', async () => {
    const b = browser(test.db);
    expect((await b.get(again, '/mine/again')).to).toBe('/en/return');
    await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
    expect((await b.get(again, '/mine/again')).to).toBe('/en/check/1');
  });
});

describe('a change of language', () => {
  it('on the question that only English has goes on where the other one stands', async () => {
    const english = browser(test.db);
    await english.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
    for (let n = 1; n <= 8; n += 1) {
      await english.post(question, `/check/${n}`, { answer: '0' }, `${n}`);
    }
    const chinese = browser(test.db, 'zh-hans');
    for (const [name, value] of english.cookies) chinese.cookies.set(name, value);
    expect((await chinese.get(question, '/check/10', '10')).to).toBe('/zh-hans/check/9');
    await chinese.post(question, '/check/9', { answer: '0' }, '9');
    expect((await chinese.get(question, '/check/10', '10')).to).toBe('/zh-hans/check/answers');
    expect((await chinese.get(question, '/check/17', '17')).to).toBe('/zh-hans/check/answers');
    expect((await chinese.get(question, '/check/18', '18')).status).toBe(404);
  });

  it('lists no answer to a question that was never asked', async () => {
    const chinese = await finished('zh-hant');
    const english = browser(test.db);
    for (const [name, value] of chinese.cookies) english.cookies.set(name, value);
    const { text } = await english.get(answers, '/check/answers');
    expect(text).toContain('/en/check/9');
    expect(text).not.toContain('/en/check/10');
  });
});
