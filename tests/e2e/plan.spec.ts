import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { newClient, screen, target } from '../support/client.ts';
import { choosePlace, keepCode, makePlan } from '../support/plan.ts';
import { become } from './support/become.ts';
import { choose, expectSound, follow, ORIGIN, open, press, startWalk } from './support/walk.ts';

const MILD = [1, 1, 1, 1, 1, 1, 0, 0, 0, 1];

for (const locale of LOCALES) {
  for (const javaScript of [true, false]) {
    test.describe(`${locale}, ${javaScript ? 'with' : 'without'} scripts`, () => {
      test.use({ javaScriptEnabled: javaScript, acceptDownloads: true });

      test('a plan, page by page, kept and carried away', async ({ page, context }) => {
        const client = newClient(ORIGIN);
        const at = `/${locale}`;
        await screen(client, { locale, answers: locale === 'en' ? MILD : MILD.slice(0, 9) });
        await client.post(`${at}/next`, { step: 'face_to_face' });
        const code = await keepCode(client, at);
        expect(target(await client.get(`${at}/plan`))).toBe(`${at}/services`);
        await choosePlace(client, at);
        await become(context, ORIGIN, client);
        const { walk, foreign, complaints } = startWalk(page, locale, javaScript);
        const { t } = walk;

        await open(walk, '/plan/answer');
        await expectSound(walk, '/plan');
        await press(walk, t('plan.continue'));
        const failed = t('shell.title.error', { page: t('plan.when.title') });
        expect((await page.title()).startsWith(failed)).toBe(true);
        await expectSound(walk);
        await choose(page, t('plan.when.tomorrow'));
        await page.locator('#minute').selectOption('1080');
        await press(walk, t('plan.continue'));

        await expectSound(walk, '/plan/first');
        await choose(page, t('plan.first.choice.own'));
        await press(walk, t('plan.continue'));
        await expect(page.getByText(t('plan.first.error.words')).first()).toBeVisible();
        await page.locator('#firstWords').fill('a < b & "c"');
        await press(walk, t('plan.continue'));

        await expectSound(walk, '/plan/feeling');
        const sentence = page.locator('.panel');
        await expect(sentence).toContainText('a < b & "c"');
        await choose(page, t('plan.feeling.choice.ashamed'));
        await press(walk, t('plan.continue'));

        await expectSound(walk, '/plan/answer');
        await choose(page, t('plan.answer.choice.first_minute'));
        await press(walk, t('plan.continue'));

        await expectSound(walk, '/plan/remind');
        await expect(sentence.locator('p')).toHaveCount(2);
        await choose(page, t('plan.remind.calendar'));
        await press(walk, t('plan.remind.keep'));

        await expectSound(walk, '/plan/ready');
        await expect(page.locator('.slip')).toContainText('a < b & "c"');
        await expect(page.locator('.slip')).toContainText(code.slice(-4));

        const waiting = page.waitForEvent('download');
        await follow(walk, t('plan.ready.calendar'));
        const calendar = readFileSync((await (await waiting).path()) ?? '', 'utf8');
        const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent');
        expect(event?.getFirstPropertyValue('summary')).toBe(t('plan.calendarTitle'));
        expect(calendar).not.toContain('a < b');

        const png = PNG.sync.read(await page.locator('.slip svg').screenshot());
        const read = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
        expect(read?.data).toBe(`${ORIGIN}/${locale}/return`);

        await open(walk, '/mine');
        await expectSound(walk);
        await expect(page.getByText('a < b & "c"')).toBeVisible();
        expect(foreign).toEqual([]);
        expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
      });
    });
  }
}

test('the slip is one A4 page in print, and its text file holds the plan and the code', async ({
  page,
  context,
}) => {
  const client = newClient(ORIGIN);
  await screen(client, { answers: MILD });
  await client.post('/en/next', { step: 'face_to_face' });
  const code = await keepCode(client, '/en');
  await choosePlace(client, '/en');
  await makePlan(client, '/en');
  const text = await client.get('/en/plan/ready/text');
  expect(text.headers['content-disposition']).toContain('my-note.txt');
  expect(text.body).toContain('walk to the corner');
  expect(text.body.replaceAll(' ', '')).toContain(code);
  await become(context, ORIGIN, client);
  await page.goto(`${ORIGIN}/en/plan/ready`);
  await page.locator('summary').click();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});
