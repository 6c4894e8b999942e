import { beforeEach, describe, expect, it } from 'vitest';
import * as question from '#app/[locale]/(visitor)/check/[n]/route.tsx';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as answers from '#app/[locale]/(visitor)/check/answers/route.tsx';
import * as care from '#app/[locale]/(visitor)/check/care/route.tsx';
import * as research from '#app/[locale]/(visitor)/check/research/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as support from '#app/[locale]/(visitor)/check/support/route.tsx';
import * as again from '#app/[locale]/(visitor)/mine/again/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import * as score from '#app/[locale]/(visitor)/next/score/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);

type Browser = ReturnType<typeof browser>;
const BEGIN = { device: 'private', age: 'adult', self: 'yes' };
const some = (...values: (number | string)[]) =>
  Object.fromEntries(values.map((value, i) => [`q${i + 1}`, String(value)]));

async function begin(topic: string, locale = 'en'): Promise<Browser> {
  const b = browser(test.db, locale);
  await b.post(start, '/check', { ...BEGIN, topic });
  return b;
}

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

interface Kept {
  readonly step: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

async function kept(): Promise<readonly Kept[]> {
  const { rows } = await test.owner.query(
    'SELECT step, payload FROM subject.transition ORDER BY pathway_id, seq',
  );
  return rows;
}

const forms = async () =>
  (await kept())
    .filter(({ step }) => step === 'screening.completed')
    .map(({ payload }) => [payload['instrument'], payload['total'], payload['item9']]);

const offer = async () => (await kept()).findLast(({ step }) => step === 'tier.offered')?.payload;

beforeEach(() => test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway'));

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
    expect(fifth.text).toContain('A few more questions follow');
    expect(fifth.text).toContain('Worrying too much about different things');
    expect(await answer(b, 1, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0)).toBe('/en/check/likely');
    expect(await forms()).toEqual([['gad-7', 6, 0]]);
  });

  it('keeps two long forms of one visit, and shows both', async () => {
    const b = await begin('both');
    expect((await b.post(all, '/check/all', some(3, 3, 1, 1, 0))).to).toBe('/en/check/all');
    const { text } = await b.get(all, '/check/all');
    expect(text).toContain('A few more questions follow');
    const about = /name="about" value="([^"]*)"/.exec(text)?.[1] ?? '';
    expect(about).toBe('gad-7 phq-9');
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

  it('is not scored with an answer that was meant for another question', async () => {
    const b = await begin('both');
    await answer(b, 1, 0, 0, 0, 3);
    // Another tab took back what had led on: question 5 is the safety question now.
    await b.post(question, '/check/1', { answer: '0', about: 'gad-7#1' }, '1');
    const stale = await b.post(question, '/check/5', { answer: '3', about: 'gad-7#3' }, '5');
    expect(stale.to).toBe('/en/check/5');
    expect((await b.get(question, '/check/5', '5')).text).toContain('Thoughts that you would be');
    expect((await b.post(all, '/check/all', { ...some(0), about: 'gad-7' })).to).toBe(
      '/en/check/all',
    );
    expect(await forms()).toEqual([]);
  });

  it('is asked whole again at a later check, each form compared with itself', async () => {
    const b = await begin('both');
    await answer(b, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0);
    await b.get(next, '/next');
    expect((await b.post(again, '/mine/again', {})).to).toBe('/en/check/care');
    await b.post(all, '/check/all', some(2, 2, 0, 0, 0));
    await b.post(all, '/check/all', { ...some(2, 2, 0, 0, 2, 2, 1, 0, 0, 0, 0), about: 'gad-7' });
    expect(await forms()).toEqual([
      ['gad-7', 5, 0],
      ['gad-7', 9, 0],
    ]);
    // Four points worse is a reliable change of the GAD-7.
    expect(await offer()).toMatchObject({ occasion: 1, tier: 'face_to_face' });
  });
});

describe('care elsewhere and other signs', () => {
  const LOW = some(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  it('are asked before the questions; left empty they count as not said', async () => {
    const b = await begin('mood');
    expect((await b.post(research, '/check/research', {})).to).toBe('/en/check/care');
    expect((await b.get(care, '/check/care')).text).not.toContain(' checked=');
    expect((await b.post(care, '/check/care', {})).to).toBe('/en/check/1');
    await b.post(all, '/check/all', LOW);
    const [completed] = (await kept()).filter(({ step }) => step === 'screening.completed');
    expect(completed?.payload).toMatchObject({ care: 'declined', signs: 'declined' });
    expect((await offer())?.['tier']).toBe('guidance');
  });

  it.each([
    [{ care: 'in_care', signs: 'none' }, 'you see someone about this'],
    [{ care: 'none', signs: 'some' }, 'other signs too'],
  ])('lead to a person, kindly: %o', async (said, words) => {
    const b = await begin('mood');
    await b.post(care, '/check/care', said);
    await b.post(all, '/check/all', LOW);
    expect(await offer()).toMatchObject({ tier: 'face_to_face', reason: 'policy' });
    expect((await b.get(next, '/next')).text).toContain(words);
  });

  it('refuse what is no answer, and are not asked once the check is finished', async () => {
    const b = await begin('mood');
    const odd = await b.post(care, '/check/care', { care: 'perhaps', signs: 'some' });
    expect(odd.to).toBe('/en/check/care');
    const page = await b.get(care, '/check/care');
    expect(page.text).toContain('Choose one of the answers shown');
    expect(page.text).toContain('checked="" value="some"');
    await b.post(all, '/check/all', LOW);
    expect((await b.get(care, '/check/care')).to).toBe('/en/next');
    const { text } = await b.get(answers, '/check/answers');
    const _form = /name="_form" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const late = new URLSearchParams({ _form, care: 'in_care' }).toString();
    expect((await b.send(care, '/check/care', late)).to).toBe('/en/next');
  });
});
