import { beforeEach, describe, expect, it } from 'vitest';
import * as question from '#app/[locale]/(visitor)/check/[n]/route.tsx';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as support from '#app/[locale]/(visitor)/check/support/route.tsx';
import * as again from '#app/[locale]/(visitor)/mine/again/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import * as score from '#app/[locale]/(visitor)/next/score/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { wire } from './browser.ts';
import { some, topicWalk } from './topic-walk.ts';

const test = testDatabase();
wire(test.db);

const { begin, eraseAll, forms, offer } = topicWalk(test);
type Browser = Awaited<ReturnType<typeof begin>>;

/** One question after the other, from where it begins; where the last answer led. */
async function answer(b: Browser, ...values: (number | string)[]): Promise<string | null> {
  let to: string | null = null;
  for (const [i, value] of values.entries()) {
    const n = String(i + 1);
    const { text } = await b.get(question, `/check/${n}`, n);
    const about = /name="about" value="([^"]+)"/.exec(text)?.[1] ?? '';
    to = (await b.post(question, `/check/${n}`, { answer: String(value), about }, n)).to;
  }
  return to;
}

beforeEach(eraseAll);

describe('a check of worry', () => {
  it('asks the seven and the safety question, and is placed by the table of its own form', async () => {
    const b = await begin('worry');
    expect(await answer(b, 2, 2, 2, 2, 1, 1, 0, 0)).toBe('/en/check/9');
    expect((await b.post(question, '/check/9', { answer: '1', about: 'difficulty' }, '9')).to).toBe(
      '/en/check/likely',
    );
    expect(await forms()).toEqual([['gad-7', 10, 0]]);
    expect(await offer()).toMatchObject({ tier: 'face_to_face', reason: 'policy' });
    const { text } = await b.get(next, '/next');
    expect(text).toContain('of worry');
    expect(text).not.toContain('low mood');
    expect(text).toContain('10 out of 21');
    expect(text).toContain('staying calm');
    expect((await b.get(score, '/next/score')).text).toContain('GAD-7 (0–21)');
  });

  it('stands under the floor like every other', async () => {
    const b = await begin('worry', 'zh-hans');
    expect((await b.post(all, '/check/all', some(0, 0, 0, 0, 0, 0, 0, 'declined'))).to).toBe(
      '/zh-hans/check/support',
    );
    expect((await b.get(support, '/check/support')).text).toContain('第 8 题');
    await b.post(support, '/check/support', {});
    expect(await forms()).toEqual([['gad-7', 0, 'declined']]);
    expect(await offer()).toMatchObject({ tier: 'face_to_face', reason: 'crisis_floor' });
  });
});

describe('both in four questions', () => {
  it('ends after the safety question where nothing led on', async () => {
    const b = await begin('both');
    const first = await b.get(question, '/check/1', '1');
    expect(first.text).toContain('Question 1 of 5');
    expect(first.text).toContain('If one of the first 4 is true for you');
    expect(await answer(b, 0, 0, 0, 0, 0)).toBe('/en/check/likely');
    expect(await forms()).toEqual([['phq-4', 0, 0]]);
    expect((await b.get(next, '/next')).text).toContain('low mood or worry');
  });

  it('goes on to the long form of what was answered, and asks no item twice', async () => {
    const b = await begin('both');
    expect(await answer(b, 1, 0, 0, 0)).toBe('/en/check/5');
    const fifth = await b.get(question, '/check/5', '5');
    expect(fifth.text).toContain('Question 5 of 11');
    expect(fifth.text).toContain('More questions follow');
    expect(fifth.text).toContain('Worrying too much about different things');
    expect(await answer(b, 1, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0)).toBe('/en/check/likely');
    expect(await forms()).toEqual([['gad-7', 6, 0]]);
  });

  it('keeps two long forms of one visit, and shows both', async () => {
    const b = await begin('both');
    expect((await b.post(all, '/check/all', some(3, 3, 1, 1, 0))).to).toBe('/en/check/all');
    const { text } = await b.get(all, '/check/all');
    expect(text).toContain('More questions follow');
    const about = /name="about" value="([^"]*)"/.exec(text)?.[1] ?? '';
    expect(about.split(' ')).toHaveLength(17);
    const rest = some(3, 3, 1, 1, 3, 3, 3, 1, 1, 1, 1, 0, 0, 0, 0, 0, 2);
    expect((await b.post(all, '/check/all', { ...rest, about })).to).toBe('/en/check/likely');
    expect(await forms()).toEqual([
      ['gad-7', 17, 0],
      ['phq-9', 4, 0],
    ]);
    expect((await offer())?.['tier']).toBe('face_to_face');
    const { rows } = await test.owner.query(
      'SELECT instrument, forms, total FROM subject.pathway_row',
    );
    expect(rows).toEqual([{ instrument: 'phq-9', forms: 2, total: 4 }]);
    const page = (await b.get(next, '/next')).text;
    expect(page).toContain('of low mood in the last 2 weeks');
    expect(page).toContain('of worry');
    expect(page).toContain('GAD-7: 17 out of 21');
    expect(page).toContain('PHQ-9: 4 out of 27');
    expect((await b.get(score, '/next/score')).text).toContain('GAD-7 (0–21) and PHQ-9 (0–27)');
  });

  it('takes an answer for the question that it was given to, whatever its number is now', async () => {
    const b = await begin('both');
    await answer(b, 0, 0, 0, 0);
    // Shown as question 5: the one about self-harm. Then another tab makes it question 10.
    await b.post(question, '/check/1', { answer: '1', about: 'gad-7#1' }, '1');
    const late = await b.post(question, '/check/5', { answer: '3', about: 'phq-9#9' }, '5');
    expect(late.to).toBe('/en/check/support');
    expect((await b.get(question, '/check/5', '5')).text).toContain('Worrying too much');
    // And an answer to a question that is asked no more does not count.
    await b.post(question, '/check/1', { answer: '0', about: 'gad-7#1' }, '1');
    await b.post(question, '/check/5', { answer: '3', about: 'gad-7#3' }, '5');
    const shown = { ...some(0, 0, 0, 0, 0), about: 'gad-7#1 gad-7#2 phq-9#1 phq-9#2 phq-9#9' };
    expect((await b.post(all, '/check/all', shown)).to).toBe('/en/check/likely');
    expect(await forms()).toEqual([['phq-4', 0, 0]]);
  });

  it('comes to the support page before the questions that follow', async () => {
    const b = await begin('both');
    expect((await b.post(all, '/check/all', some(2, 2, 0, 0, 3))).to).toBe('/en/check/support');
    await b.get(support, '/check/support');
    // It leads on to what is still open.
    const { text } = await b.get(support, '/check/support');
    expect(text).toContain('/en/check/5"');
    expect(await forms()).toEqual([]);
  });

  it('is asked whole again at a later check, each form compared with itself', async () => {
    const b = await begin('both');
    await answer(b, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0);
    await b.get(next, '/next');
    expect((await b.post(again, '/mine/again', {})).to).toBe('/en/check/care');
    await b.post(all, '/check/all', some(2, 2, 0, 0, 0));
    await b.post(all, '/check/all', some(2, 2, 0, 0, 2, 2, 1, 0, 0, 0, 0));
    expect(await forms()).toEqual([
      ['gad-7', 5, 0],
      ['gad-7', 9, 0],
    ]);
    // Four points worse is a reliable change of the GAD-7.
    expect(await offer()).toMatchObject({ occasion: 1, tier: 'face_to_face' });
  });
});

describe('a later check', () => {
  it('asks what the first one asked, also where one long form alone came of it', async () => {
    const b = await begin('both');
    await answer(b, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(await forms()).toEqual([['phq-9', 1, 0]]);
    await b.get(next, '/next');
    await b.post(again, '/mine/again', {});
    expect((await b.get(question, '/check/1', '1')).text).toContain('Feeling nervous');
  });
});
