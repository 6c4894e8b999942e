// Passkeys and recovery codes in a real browser, with the browser's own virtual authenticator.
import { expect, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { type Colleague, expectStaffSound, joinStaff } from './support/staff-walk.ts';

test.describe.configure({ mode: 'default' });

const t = translate('en');
const ACCOUNT = '/en/staff/account';

let server: RunningServer;
let ann: Colleague;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const devtools = await ann.context.newCDPSession(ann.page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
});
test.afterAll(() => server?.stop());

/** As when the second factor was given 11 minutes ago. */
const letPass = () =>
  withOwner(ownerUrl(server.dataFolder), (db) =>
    db.query(`UPDATE ops.staff_session SET verified_at = now() - interval '11 minutes'`),
  );

test('a passkey is added, signs in alone, and confirms', async ({ browser }) => {
  const { page } = ann;
  await page.goto(server.origin + ACCOUNT);
  await page.getByRole('button', { name: t('staff.passkey.add') }).click();
  await expect(page.getByText(t('staff.account.told.added'))).toBeVisible();
  await expectStaffSound(browser, ann);
  await page.getByRole('button', { name: t('staff.shell.signOut') }).click();
  await page.getByRole('button', { name: t('staff.passkey.signIn') }).click();
  await expect(page).toHaveURL(/\/en\/staff$/);
  await page.goto(server.origin + ACCOUNT);
  await letPass();
  await page.getByRole('button', { name: t('staff.account.codes.button') }).click();
  await expect(page).toHaveURL(/\/en\/staff\/confirm$/);
  await expectStaffSound(browser, ann);
  await page.getByRole('button', { name: t('staff.passkey.confirm') }).click();
  await expect(page).toHaveURL(/\/en\/staff\/account$/);
  await expect(page.getByText(t('staff.confirm.notSent')).first()).toBeVisible();
});

test('recovery codes are shown once and sign in without the phone', async ({ browser }) => {
  const { page } = ann;
  await page.getByRole('button', { name: t('staff.account.codes.button') }).click();
  await expect(page.getByText(t('staff.account.codes.shown'))).toBeVisible();
  await expect(page.locator('.slip li')).toHaveCount(10);
  await page.waitForLoadState('domcontentloaded');
  const codes = await page.locator('.slip li').allTextContents();
  await expectStaffSound(browser, ann);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const other = await context.newPage();
  await other.goto(`${server.origin}/en/staff/sign-in`);
  await expect(other.getByText(t('staff.passkey.signIn'))).toBeHidden();
  await other.getByLabel(t('staff.signIn.email')).fill('ann@handrail.test');
  await other.getByLabel(t('staff.signIn.password')).fill('four quiet words here');
  await other.getByLabel(t('staff.signIn.code')).fill(codes[0] ?? '');
  await other.getByRole('button', { name: t('staff.signIn.button'), exact: true }).click();
  await expect(other).toHaveURL(/\/en\/staff$/);
  await other.goto(server.origin + ACCOUNT);
  await expect(other.getByText(t('staff.account.codes.left', { count: 9 }))).toBeVisible();
  await other.getByRole('button', { name: t('staff.account.sessions.endOthers') }).click();
  await expect(other.getByText(t('staff.account.told.ended'))).toBeVisible();
  await page.goto(server.origin + ACCOUNT);
  await expect(page).toHaveURL(/\/en\/staff\/sign-in$/);
});
