import { beforeEach, describe, expect, it } from 'vitest';
import { openSession, sessionCookie } from '#app/_request/cookie/session.ts';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as answers from '#app/[locale]/(visitor)/check/answers/route.tsx';
import * as care from '#app/[locale]/(visitor)/check/care/route.tsx';
import * as research from '#app/[locale]/(visitor)/check/research/route.tsx';
import * as support from '#app/[locale]/(visitor)/check/support/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Check } from '#lib/usecases/context.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf } from '../staff/people.ts';
import { wire } from './browser.ts';
import { some, topicWalk } from './topic-walk.ts';

const test = testDatabase();
wire(test.db);

const { begin, eraseAll, forms, kept, offer } = topicWalk(test);

beforeEach(eraseAll);

describe('a check that was begun before there were topics', () => {
  it('is one of low mood, and its support page is there', async () => {
    const b = await begin('mood');
    await b.post(all, '/check/all', some(0, 0, 0, 0, 0, 0, 0, 0, 2, 0));
    const { secrets } = contextOf(test.db);
    const now = Date.now() as Instant;
    const session = openSession(secrets, now, b.cookies.get('s') ?? null);
    if (!session?.check) throw new Error('no check');
    const { items, difficulty, done } = session.check;
    const old = { ...session, check: { items, difficulty, done } as Check };
    b.cookies.set('s', sessionCookie(secrets, now, old).value);
    expect((await b.get(support, '/check/support')).status).toBe(200);
    expect((await b.post(support, '/check/support', {})).to).toBe('/en/check/likely');
    expect(await forms()).toEqual([['phq-9', 2, 2]]);
  });
});

describe('care elsewhere and other signs', () => {
  it('give a reason of their own where nothing can be added up', async () => {
    const b = await begin('mood');
    await b.post(care, '/check/care', { care: 'none', signs: 'some' });
    await b.post(all, '/check/all', some('declined', 0, 0, 0, 0, 0, 0, 0, 0, 0));
    expect(await offer()).toMatchObject({ tier: 'face_to_face', reason: 'policy' });
    const { text } = await b.get(next, '/next');
    expect(text).toContain('something else you told us');
    expect(text).not.toContain('Without a total');
  });

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
