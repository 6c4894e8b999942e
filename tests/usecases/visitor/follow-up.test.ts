import { describe, expect, it } from 'vitest';
import * as question from '#app/[locale]/(visitor)/check/[n]/route.tsx';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as followUp from '#app/[locale]/(visitor)/check/follow-up/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as support from '#app/[locale]/(visitor)/check/support/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);

async function answered(nine: string, locale = 'en') {
  const b = browser(test.db, locale);
  await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
  const answers = Array.from({ length: 10 }, (_, i) => [`q${i + 1}`, i === 8 ? nine : '0']);
  await b.post(all, '/check/all', Object.fromEntries(answers));
  return b;
}

const PATH = '/check/follow-up';
const NO = { a1: '0', a2: '0', a3: '0', a4: '0', a5: '0' };

describe('the follow-up after question 9', () => {
  it('is offered to who said yes, in a language that has its published words', async () => {
    const b = await answered('1');
    expect((await b.get(support, '/check/support')).text).toContain(`/en${PATH}"`);
    const { text } = await b.get(followUp, PATH);
    expect(text).toContain('In the past few weeks, have you wished you were dead?');
    expect(text).not.toContain('Ask the patient');
    expect(text).not.toContain(' checked=');
  });

  it.each([
    ['declined', 'en'],
    ['1', 'zh-hans'],
    ['1', 'zh-hant'],
  ])('is not there after %s in %s', async (nine, locale) => {
    const b = await answered(nine, locale);
    expect((await b.get(support, '/check/support')).text).not.toContain(PATH);
    expect((await b.get(followUp, PATH)).to).toBe(`/${locale}/check/support`);
  });

  it.each([
    ['yes to thoughts now', { ...NO, a5: '1' }, 'Talk to someone right now'],
    ['yes to thoughts in the past', { ...NO, a2: '1' }, 'Talk to someone today'],
    ['a question left out', { ...NO, a4: 'declined' }, 'Talk to someone today'],
    ['nothing answered', {}, 'Talk to someone today'],
    ['no to all', NO, 'You can still talk to someone'],
  ])('says how soon to talk to somebody: %s', async (_what, given, title) => {
    const b = await answered('3');
    await b.get(support, '/check/support');
    expect((await b.post(followUp, PATH, given)).to).toBe(`/en${PATH}`);
    const { text } = await b.get(followUp, PATH);
    expect(text).toContain(title);
    expect(text).toContain('tel:');
    // It can be answered once more, and the way on is the support page.
    expect((await b.get(followUp, `${PATH}?again`)).text).toContain('have you wished');
    expect(text).toContain('/en/check/support"');
  });

  it('is asked anew after another answer to question 9, and keeps what was typed', async () => {
    const b = await answered('1');
    await b.get(support, '/check/support');
    await b.post(followUp, PATH, NO);
    expect((await b.get(followUp, PATH)).text).toContain('You can still talk to someone');
    await b.post(question, '/check/9', { answer: '3' }, '9');
    expect((await b.get(followUp, PATH)).text).toContain('have you wished you were dead');
    const stale = new URLSearchParams({ _form: 'old', ...NO, a5: '1' }).toString();
    await b.send(followUp, PATH, stale);
    expect((await b.get(followUp, PATH)).text).toContain('name="a5" checked="" value="1"');
  });

  it('refuses what is no answer, and stores nothing', async () => {
    const b = await answered('2');
    await b.get(support, '/check/support');
    expect((await b.post(followUp, PATH, { ...NO, a1: '2' })).to).toBe(`/en${PATH}`);
    expect((await b.get(followUp, PATH)).text).toContain('Choose one of the answers shown');
    await b.post(followUp, PATH, { ...NO, a1: '1' });
    const { rows } = await test.owner.query('SELECT DISTINCT step FROM subject.transition');
    expect(rows.map(({ step }) => step).sort()).toEqual(['consent.set', 'screening.started']);
  });
});
