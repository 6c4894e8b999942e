import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as all from '#app/[locale]/(visitor)/check/all/route.tsx';
import * as start from '#app/[locale]/(visitor)/check/route.tsx';
import * as message from '#app/[locale]/(visitor)/message/route.tsx';
import * as hardTimes from '#app/[locale]/(visitor)/mine/hard-times/route.tsx';
import * as mine from '#app/[locale]/(visitor)/mine/route.tsx';
import * as waiting from '#app/[locale]/(visitor)/mine/waiting/route.tsx';
import * as whoKnows from '#app/[locale]/(visitor)/mine/who-knows/route.tsx';
import * as other from '#app/[locale]/(visitor)/next/other/route.tsx';
import * as next from '#app/[locale]/(visitor)/next/route.tsx';
import * as planAnswer from '#app/[locale]/(visitor)/plan/answer/route.tsx';
import * as planFeeling from '#app/[locale]/(visitor)/plan/feeling/route.tsx';
import * as planFirst from '#app/[locale]/(visitor)/plan/first/route.tsx';
import * as keepCheck from '#app/[locale]/(visitor)/plan/keep/check/route.tsx';
import * as keep from '#app/[locale]/(visitor)/plan/keep/route.tsx';
import * as ready from '#app/[locale]/(visitor)/plan/ready/route.tsx';
import * as planRemind from '#app/[locale]/(visitor)/plan/remind/route.tsx';
import * as planReminder from '#app/[locale]/(visitor)/plan/reminder/route.tsx';
import * as plan from '#app/[locale]/(visitor)/plan/route.tsx';
import * as services from '#app/[locale]/(visitor)/services/route.tsx';
import { testDatabase } from '../../support/database.ts';
import { PLAN_POSTS } from '../../support/plan.ts';
import { hire } from '../staff/people.ts';
import { browser, wire } from './browser.ts';

const test = testDatabase();
wire(test.db);
beforeAll(async () => {
  await hire(test.db, ['guide']);
});
beforeEach(() => test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway'));

const ANSWERS = Object.fromEntries(
  [2, 2, 2, 2, 1, 1, 1, 1, 0, 1].map((a, i) => [`q${i + 1}`, `${a}`]),
);
const letPass = () => test.owner.query('UPDATE subject.pathway SET start_date = start_date - 3');

/** Somebody who chose a step and keeps the code. */
async function keeping(device = 'private', step = 'guidance') {
  const b = browser(test.db);
  await b.post(start, '/check', { device, age: 'adult', self: 'yes' });
  await b.post(all, '/check/all', ANSWERS);
  await b.get(next, '/next');
  await b.post(other, '/next/other', { step });
  const { text } = await b.get(keep, '/plan/keep');
  const code = (/data-text="([\d ]+)"/.exec(text)?.[1] ?? '').replaceAll(' ', '');
  await b.post(keepCheck, '/plan/keep/check', { last4: code.slice(-4) });
  return b;
}

describe('the card that leads back to a person, in my place', () => {
  it('stands below what there is to do, is put away with one press, and leads to the places', async () => {
    const b = await keeping();
    for (const _ of [1, 2]) {
      await letPass();
      await b.post(message, '/message', { text: 'A few words.' });
    }
    const { text } = await b.get(mine, '/mine');
    expect(text.indexOf('id="person-card"')).toBeGreaterThan(text.indexOf('class="button" href'));
    expect(text).toContain('Step 1 of 4 is behind you');
    expect((await b.post(mine, '/mine', { card: 'go' })).to).toBe('/en/services');
    expect((await b.post(mine, '/mine', { card: 'away' })).to).toBe('/en/mine');
    expect((await b.get(mine, '/mine')).text).not.toContain('id="person-card"');
  });
});

describe('somebody who waits', () => {
  it('says what became of the date, and each answer has its own next page', async () => {
    const b = await keeping('private', 'face_to_face');
    expect((await b.get(waiting, '/mine/waiting')).to).toBe('/en/mine');
    await b.post(services, '/services', { service: 'example-street-clinic' });
    expect((await b.get(mine, '/mine')).text).toContain('href="/en/mine/waiting"');
    const { text } = await b.get(waiting, '/mine/waiting');
    expect(text).not.toContain('value="self"');
    const none = await b.post(waiting, '/mine/waiting', {});
    expect(none.to).toBe('/en/mine/waiting');
    expect((await b.get(waiting, '/mine/waiting')).text).toContain('Choose what fits now');
    const booked = await b.post(waiting, '/mine/waiting', { word: 'booked', far: '8-14' });
    expect((await b.get(waiting, booked.to?.slice(3) ?? '')).text).toContain('You have a date.');
    const ended = await b.post(waiting, '/mine/waiting', { word: 'service' });
    const after = (await b.get(waiting, ended.to?.slice(3) ?? '')).text;
    expect(after).toContain('That is hard, and it is not on you.');
    expect(after).toContain('class="button" href="/en/services"');
  });
});

describe('who knows what', () => {
  it('is told as it is at this moment', async () => {
    const b = await keeping();
    const before = (await b.get(whoKnows, '/mine/who-knows')).text;
    expect(before).toContain('You have one. Only you know it.');
    expect(before).toContain('You have not written to a guide.');
    expect(before).toContain('No place knows of you.');
    await b.post(message, '/message', { text: 'A few words.', share: 'yes' });
    await b.post(services, '/services', { service: 'example-street-clinic' });
    const { text } = await b.get(whoKnows, '/mine/who-knows');
    expect(text).toContain('see your score range');
    expect(text).toContain('They do not know of you until you call or go there.');
    expect(text).toContain('You said no. Nothing of yours is used.');
  });
});

describe('who knows how to reach somebody', () => {
  it('is told while a message is to come, and taken back on its own page', async () => {
    const b = await keeping('private', 'face_to_face');
    const told = async () => (await b.get(whoKnows, '/mine/who-knows')).text;
    expect(await told()).toContain('We have no way to write to you.');
    await b.post(services, '/services', { service: 'example-street-clinic' });
    const pages = [plan, planFirst, planFeeling, planAnswer];
    for (const [i, page] of pages.entries()) {
      const [path, fields] = PLAN_POSTS[i] ?? PLAN_POSTS[0];
      await b.post(page, path, fields);
    }
    const keys = { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) };
    const push = JSON.stringify({ endpoint: 'https://fcm.googleapis.com/fcm/send/1', keys });
    const kept = await b.post(planRemind, '/plan/remind', { push });
    expect(kept.to).toBe('/en/plan/ready');
    // A place that is chosen has its name on the way there.
    expect((await b.get(ready, '/plan/ready')).text).toMatch(
      /href="\/en\/services\/example-street-clinic">See /,
    );
    expect(await told()).toContain('A browser of yours gets a reminder.');
    expect(await told()).toContain('href="/en/plan/reminder"');
    await b.post(planReminder, '/plan/reminder', {});
    expect(await told()).toContain('We have no way to write to you.');
  });
});

describe('a plan for hard times', () => {
  it('says on a shared device when the page closes, and on a private one nothing of it', async () => {
    const shared = await keeping('shared');
    expect((await shared.get(hardTimes, '/mine/hard-times')).text).toMatch(
      /this page closes at \d+(:\d\d)?[ap]m/,
    );
    const own = await keeping();
    expect((await own.get(hardTimes, '/mine/hard-times')).text).not.toContain(
      'this page closes at',
    );
  });
});
