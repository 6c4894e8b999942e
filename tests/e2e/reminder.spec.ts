import { createECDH, randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { newReminderToken, reminderId } from '#lib/gateways/reminder-keys.ts';
import { newClient, screen } from '../support/client.ts';
import { choosePlace, keepCode, makePlan } from '../support/plan.ts';
import { become } from './support/become.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { choose, expectSound, follow, ORIGIN, open, press, startWalk } from './support/walk.ts';

const MILD = [1, 1, 1, 1, 1, 1, 0, 0, 0, 1];
const DATA = process.env['HANDRAIL_TEST_DATA'] ?? '';

/** A visitor on the page of the reminder. */
async function planner(locale: (typeof LOCALES)[number]) {
  const client = newClient(ORIGIN);
  const at = `/${locale}`;
  await screen(client, { locale, answers: locale === 'en' ? MILD : MILD.slice(0, 9) });
  await client.post(`${at}/next`, { step: 'face_to_face' });
  await keepCode(client, at);
  await choosePlace(client, at);
  await makePlan(client, at, 4);
  return client;
}

for (const locale of LOCALES) {
  for (const javaScript of [true, false]) {
    test.describe(`${locale}, ${javaScript ? 'with' : 'without'} scripts`, () => {
      test.use({ javaScriptEnabled: javaScript, viewport: { width: 320, height: 640 } });

      test('a reminder by e-mail: its words, its address, and its end', async ({
        page,
        context,
      }) => {
        await become(context, ORIGIN, await planner(locale));
        const { walk, foreign, complaints } = startWalk(page, locale, javaScript);
        const { t } = walk;
        await open(walk, '/plan/remind');
        await expectSound(walk, '/plan/remind');
        await expect(page.locator('#email')).toBeHidden();
        await choose(page, t('plan.remind.email'));
        await page.locator('details summary').first().click();
        const letter = page.locator('details p').last();
        await expect(page.locator('details[open]')).toContainText(t('plan.message.end'));
        await expect(letter).toBeHidden();

        await page.locator('#email').fill('nobody at all');
        await choose(page, t('plan.remind.levels.place'));
        await press(walk, t('plan.remind.keep'));
        await expect(page.getByText(t('plan.remind.errors.address')).first()).toBeVisible();
        await expect(page.locator('#email')).toHaveValue('nobody at all');
        await expectSound(walk);
        await page.locator('#email').fill('somebody@example.test');
        await page.getByRole('checkbox').check();
        await press(walk, t('plan.remind.keep'));

        await expectSound(walk, '/plan/ready');
        await follow(walk, t('plan.reminder.link'));
        await expectSound(walk, '/plan/reminder');
        await expect(page.locator('body')).not.toContainText('somebody@example.test');
        await press(walk, t('plan.reminder.stop'));
        await expectSound(walk, '/plan/reminder');
        await expect(page.getByText(t('plan.reminder.over'))).toBeVisible();
        expect(foreign).toEqual([]);
        expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
      });

      test('an address from an e-mail ends it by its button alone', async ({ page }) => {
        const token = newReminderToken();
        const put = (k: 1 | 2) =>
          withOwner(ownerUrl(DATA), (db) =>
            db.query('INSERT INTO vault.reminder (id, sealed, mixed) VALUES ($1, $2, true)', [
              reminderId(token, k),
              randomBytes(64),
            ]),
          );
        const waiting = async () => {
          const ids = [reminderId(token, 1), reminderId(token, 2)];
          const found = await withOwner(ownerUrl(DATA), (db) =>
            db.query('SELECT FROM vault.reminder WHERE id = ANY ($1)', [ids]),
          );
          return found.rowCount;
        };
        await put(1);
        await put(2);
        const { walk } = startWalk(page, locale, javaScript);
        const { t } = walk;
        await open(walk, `/stop/${token}`);
        await expectSound(walk);
        expect(await waiting()).toBe(2);
        await press(walk, t('plan.stop.button'));
        await expectSound(walk, `/stop/${token}`);
        await expect(page.getByText(t('plan.stop.already'))).toBeVisible();
        expect(await waiting()).toBe(0);
        expect((await open(walk, '/stop/nothing'))?.status()).toBe(404);
      });
    });
  }
}

/** What a browser answers where its push service can be reached; that of these tests has none. */
async function subscribe(page: Page, endpoint: string): Promise<void> {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  const given = {
    endpoint,
    keys: {
      p256dh: ecdh.getPublicKey().toString('base64url'),
      auth: randomBytes(16).toString('base64url'),
    },
  };
  await page.addInitScript((subscription) => {
    PushManager.prototype.subscribe = async (options) => {
      if (String(options?.applicationServerKey).length !== 87) throw new Error('no key');
      return { toJSON: () => subscription } as unknown as PushSubscription;
    };
  }, given);
}

for (const [name, endpoint, kept] of [
  ['is kept with the plan', 'https://push.handrail.test/x', true],
  ['of an unknown service is refused', 'https://127.0.0.1/x', false],
] as const) {
  test(`a notification ${name}`, async ({ page, context }) => {
    await become(context, ORIGIN, await planner('en'));
    await subscribe(page, endpoint);
    const { walk, foreign, complaints } = startWalk(page, 'en', true);
    const { t } = walk;
    await open(walk, '/plan/remind');
    await press(walk, t('plan.remind.push'));
    if (kept) {
      await expectSound(walk, '/plan/ready');
      await follow(walk, t('plan.reminder.link'));
      await expect(page.getByRole('button', { name: t('plan.reminder.stop') })).toBeVisible();
      await press(walk, t('plan.reminder.stop'));
    } else {
      await expect(page.getByText(t('plan.remind.errors.push')).first()).toBeVisible();
      await expectSound(walk);
    }
    expect(foreign).toEqual([]);
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
  });
}

test('a browser that says no is told so, and another way is open', async ({ page, context }) => {
  await become(context, ORIGIN, await planner('en'));
  const { walk } = startWalk(page, 'en', true);
  await open(walk, '/plan/remind');
  await press(walk, walk.t('plan.remind.push'));
  await expect(page.getByText(walk.t('plan.remind.pushFailed'))).toBeVisible();
  await choose(page, walk.t('plan.remind.none'));
  await press(walk, walk.t('plan.remind.keep'));
  await expectSound(walk, '/plan/ready');
});
