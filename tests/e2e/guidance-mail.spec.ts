import { randomBytes } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { contactId, newMailToken } from '#lib/gateways/mail-keys.ts';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, screen } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { become } from './support/become.ts';
import { hireGuide } from './support/durable/journey.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { choose, expectSound, follow, press } from './support/walk.ts';

const MILD = [1, 1, 1, 1, 1, 1, 0, 0, 0, 1];
const t = translate('en');

test.describe.configure({ mode: 'default' });

/** With a guide, whom the server of the other walks lacks. */
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
  await hireGuide(ownerUrl(server.dataFolder));
});
test.afterAll(() => server?.stop());

const open = (page: Page, path: string) => page.goto(`${server.origin}/en${path}`);

/** Somebody who wrote to a guide. */
async function writer() {
  const client = newClient(server.origin);
  await screen(client, { locale: 'en', answers: MILD });
  await client.post('/en/next', { step: 'guidance' });
  await client.get('/en/message');
  await client.post('/en/message', { text: 'A few words, to be answered.' });
  return client;
}

/** An address in the vault that a token ends. */
async function address() {
  const token = newMailToken();
  const id = contactId(token);
  await withOwner(ownerUrl(server.dataFolder), (db) =>
    db.query('INSERT INTO vault.contact VALUES ($1, $2, $2, null, true)', [id, randomBytes(64)]),
  );
  const count = async () => {
    const sql = 'SELECT FROM vault.contact WHERE id = $1';
    return (await withOwner(ownerUrl(server.dataFolder), (db) => db.query(sql, [id]))).rowCount;
  };
  return { token, count };
}

for (const javaScript of [true, false]) {
  test.describe(`${javaScript ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled: javaScript, viewport: { width: 320, height: 640 } });

    test('the answer by e-mail: its words, its address, and its end', async ({ page, context }) => {
      await become(context, server.origin, await writer());
      const walk = { page, locale: 'en', t, javaScript } as const;
      await open(page, '/mine/messages');
      await follow(walk, t('mine.mail.link'));
      await expectSound(walk);
      await expect(page.getByText(t('mine.mail.state.off'))).toBeVisible();
      const preview = page.locator('details');
      await preview.nth(0).locator('summary').click();
      await expect(preview.nth(0)).toContainText(t('mine.mail.message.hello.there'));
      await expect(preview.nth(0)).toContainText(t('mine.mail.message.subject'));
      await preview.nth(1).locator('summary').click();
      await expect(preview.nth(1)).toContainText(t('mine.mail.here'));

      await page.locator('#email').fill('nobody at all');
      await choose(page, t('mine.mail.kinds.answer'));
      await press(walk, t('mine.mail.keep'));
      await expect(page.getByText(t('mine.mail.errors.address')).first()).toBeVisible();
      await expect(page.locator('#email')).toHaveValue('nobody at all');
      await expectSound(walk);
      await page.locator('#email').fill('somebody@example.test');
      await press(walk, t('mine.mail.keep'));
      await expect(page.getByText(t('mine.mail.state.answer'))).toBeVisible();
      await expectSound(walk);
      await expect(page.locator('body')).not.toContainText('somebody@example.test');

      // Changed: where nothing is chosen, it says the least.
      await page.locator('#email').fill('somebody.else@example.test');
      await press(walk, t('mine.mail.keep'));
      await expect(page.getByText(t('mine.mail.state.there'))).toBeVisible();
      await open(page, '/mine/messages');
      await expect(page.getByText(t('mine.mail.state.there'))).toBeVisible();
      await follow(walk, t('mine.mail.linkOn'));
      await press(walk, t('mine.mail.end'));
      await expect(page.getByText(t('mine.mail.state.off'))).toBeVisible();
      await expectSound(walk);
    });

    test('an address from an e-mail ends it by its button alone', async ({ page }) => {
      const { token, count } = await address();
      const walk = { page, locale: 'en', t, javaScript } as const;
      await open(page, `/stop/${token}`);
      await expectSound(walk);
      await expect(page.getByText(t('plan.stop.mail.lead'))).toBeVisible();
      expect(await count()).toBe(1);
      await press(walk, t('plan.stop.mail.button'));
      await expectSound(walk);
      await expect(page.getByText(t('plan.stop.already'))).toBeVisible();
      expect(await count()).toBe(0);
    });
  });
}

test('a mail program ends it by one press, and nothing else from elsewhere does', async () => {
  const post = (path: string, body: string | FormData) =>
    fetch(`${server.origin}/en/stop/${path}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers:
        typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
    });
  const { token, count } = await address();
  for (const body of ['', 'List-Unsubscribe=no', '_form=x']) {
    expect((await post(token, body)).status, body).toBe(403);
  }
  expect(await count()).toBe(1);
  const pressed = await post(token, 'List-Unsubscribe=One-Click');
  expect(pressed.status).toBe(200);
  expect(pressed.headers.getSetCookie()).toEqual([]);
  expect(await count()).toBe(0);
  // Again, and of a token that is no more, it is the same.
  expect((await post(token, 'List-Unsubscribe=One-Click')).status).toBe(200);
  expect((await post('nothing', 'List-Unsubscribe=One-Click')).status).toBe(404);
  const other = await address();
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  expect((await post(other.token, form)).status).toBe(200);
  expect(await other.count()).toBe(0);
});
