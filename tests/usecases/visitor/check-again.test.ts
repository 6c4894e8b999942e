import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as again from '#app/[locale]/(visitor)/mine/again/route.tsx';
import * as overTime from '#app/[locale]/(visitor)/mine/over-time/route.tsx';
import * as mine from '#app/[locale]/(visitor)/mine/route.tsx';
import * as other from '#app/[locale]/(visitor)/next/other/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { hire } from '../staff/people.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);
beforeAll(async () => {
  await hire(test.db, ['guide']);
});
beforeEach(() => test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway'));

const answers = (...items: readonly number[]) =>
  Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`q${i + 1}`, String(items[i] ?? 0)]));
const LOW = answers(1, 1, 1);
const MILD = answers(1, 1, 1, 1, 1, 1);
const MANY = answers(3, 3, 3, 2, 2, 2, 2, 1);

/** Everything that was recorded, as if it had begun two weeks earlier. */
const letPass = () => test.owner.query('UPDATE subject.pathway SET start_date = start_date - 15');

type Browser = ReturnType<typeof browser>;

async function checked(items: Record<string, string>, step: string): Promise<Browser> {
  const b = browser(test.db);
  await b.post(start, '/check', { device: 'private', age: 'adult', self: 'yes' });
  await b.post(all, '/check/all', items);
  await b.get(next, '/next');
  await b.post(other, '/next/other', { step });
  return b;
}

async function checkAgain(b: Browser, items: Record<string, string>): Promise<string> {
  await letPass();
  await b.post(again, '/mine/again', {});
  await b.post(all, '/check/all', items);
  return (await b.get(next, '/next')).text;
}

/** Choices of a step on the result, the first one first. */
const choices = (html: string) =>
  [...html.matchAll(/name="step" value="(\w+)"\/><button class="([^"]+)"/g)].map(
    ([, step, look]) => [step, look],
  );

const decisions = async () =>
  (
    await test.owner.query(
      `SELECT payload->>'tier' AS tier, payload->>'decision' AS decision FROM subject.transition
       WHERE step = 'tier.decided' ORDER BY seq`,
    )
  ).rows.map(({ tier, decision }) => [tier, decision]);

describe('a second check', () => {
  it('that is worse says so, offers the step above, and lets the one below be kept, either way in two presses', async () => {
    const b = await checked(MILD, 'guidance');
    const first = (await b.get(next, '/next')).text;
    expect(first).not.toContain('Since ');
    expect((await b.get(overTime, '/mine/over-time')).text).toContain('you can see here');
    const text = await checkAgain(b, MANY);
    expect(text).toMatch(
      /Since \d+ \w+ \d{4}: worse\. Your answers suggest more signs of low mood/,
    );
    expect(text).toContain('Scores taken on a bad day tend to be lower next time');
    expect(text).toContain('Before, you chose “Write to a guide”.');
    expect(choices(text)).toEqual([
      ['face_to_face', 'button'],
      ['guidance', 'button button-plain'],
    ]);
    await b.post(next, '/next', { step: 'guidance' });
    // One press from my place to the result, and one back up.
    expect((await b.get(mine, '/mine')).text).toContain('href="/en/next"');
    expect(choices((await b.get(next, '/next')).text)).toHaveLength(2);
    await b.post(next, '/next', { step: 'face_to_face' });
    expect((await decisions()).slice(-2)).toEqual([
      ['guidance', 'stepped_down'],
      ['face_to_face', 'accepted'],
    ]);
  });

  it('that is better once keeps what there is in front, and twice offers the step below', async () => {
    const b = await checked(MANY, 'face_to_face');
    const once = await checkAgain(b, LOW);
    expect(once).toMatch(/: better\. /);
    expect(once).toContain('One check can fall on a good day.');
    expect(choices(once).map(([step]) => step)).toEqual(['face_to_face', 'guidance']);
    await b.post(next, '/next', { step: 'face_to_face' });
    const twice = await checkAgain(b, LOW);
    expect(twice).toContain('You could take this step now, or keep “Plan a first visit”.');
    expect(choices(twice).map(([step]) => step)).toEqual(['guidance', 'face_to_face']);
  });

  it('shows all totals in a table, words first, and speaks of no change that chance can make', async () => {
    const b = await checked(MILD, 'guidance');
    await checkAgain(b, answers(2, 2, 2, 1, 1, 1));
    const { text } = await b.get(overTime, '/mine/over-time');
    expect(text).toMatch(/: about the same\. /);
    expect(text).toContain('better or worse from 6 points on');
    expect(text.indexOf('about the same')).toBeLessThan(text.indexOf('<table'));
    expect([...text.matchAll(/<td[^>]*>(\d+)<\/td>/g)].map(([, total]) => total)).toEqual([
      '6',
      '9',
    ]);
    expect((await b.get(mine, '/mine')).text).toContain('href="/en/mine/over-time"');
  });

  it('on the same day is a changed answer, and no change over time', async () => {
    const b = await checked(MILD, 'guidance');
    await b.post(again, '/mine/again', {});
    await b.post(all, '/check/all', MANY);
    expect((await b.get(next, '/next')).text).not.toMatch(/Since |Before, you chose/);
  });
});
