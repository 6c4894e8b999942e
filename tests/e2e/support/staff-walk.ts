// Members of staff in a browser, each with an authenticator app of their own.
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '#lib/domain/access/role.ts';
import { translate } from '#lib/i18n/translate.ts';
import { findViolations } from './axe.ts';
import { readText } from './read.ts';

const t = translate('en');
const PASSWORD = 'four quiet words here';
const PERIOD_MS = 30_000;
/** The service whose desk somebody is invited to. */
export const DESK = 'example-street-clinic';

export interface Colleague {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly javaScript: boolean;
  /** The key that the page showed for the app. */
  readonly secret: string;
}

/** Opens an invitation, enters the key into the app, and accepts: signed in from then on. */
export async function joinStaff(
  browser: Browser,
  address: string,
  { name, javaScript = true }: { readonly name: string; readonly javaScript?: boolean },
): Promise<Colleague> {
  const context = await browser.newContext({ javaScriptEnabled: javaScript });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel(t('staff.invitation.name'), { exact: true }).fill(name);
  const email = page.getByLabel(t('staff.invitation.email'), { exact: true });
  if (await email.isVisible()) await email.fill(emailOf(name));
  await page.getByLabel(t('staff.invitation.password')).fill(PASSWORD);
  const secret = (await readText(page.locator('p.font-code'))).replaceAll(' ', '');
  await page.getByLabel(t('staff.invitation.code'), { exact: true }).fill(codeOf(secret, 0));
  await page.getByRole('button', { name: t('staff.invitation.button') }).click();
  await expect(page).toHaveURL(/\/en\/staff$/);
  return { name, page, context, javaScript, secret };
}

const emailOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@handrail.test`;

/** A code works once, so the app's next one is typed, as RFC 6238 section 5.2 allows. */
function codeOf(secret: string, ahead: number): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + ahead * PERIOD_MS });
}

export async function signOutAndIn({ page, name, secret }: Colleague): Promise<void> {
  await page.getByRole('button', { name: t('staff.shell.signOut') }).click();
  await expect(page.getByText(t('staff.signIn.signedOut'))).toBeVisible();
  await page.getByLabel(t('staff.signIn.email')).fill(emailOf(name));
  await page.getByLabel(t('staff.signIn.password')).fill(PASSWORD);
  await page.getByLabel(t('staff.signIn.code')).fill(codeOf(secret, 1));
  await page.getByRole('button', { name: t('staff.signIn.button'), exact: true }).click();
  await expect(page).toHaveURL(/\/en\/staff$/);
}

/** Invites somebody through the form; the address is shown once, on the page that follows. */
export async function inviteColleague(page: Page, name: string, role: Role): Promise<string> {
  await page.getByRole('link', { name: t('staff.shell.places.people') }).click();
  await page.getByRole('link', { name: t('staff.people.invite') }).click();
  await page.getByLabel(t('staff.people.form.name'), { exact: true }).fill(name);
  await page.getByLabel(t('staff.people.form.email'), { exact: true }).fill(emailOf(name));
  await page.locator(`input[name="roles"][value="${role}"]`).check();
  if (role === 'desk') await page.locator('select[name="service"]').selectOption(DESK);
  await page.getByRole('checkbox', { name: 'English' }).check();
  await page.getByRole('button', { name: t('staff.people.form.button') }).click();
  const slip = page.locator('.slip');
  await expect(slip).toContainText(t('staff.people.address.title', { name }));
  return await readText(slip.locator('.font-code'));
}

/** One heading, a title, and nothing that axe can find; without scripts a twin of the page is looked at. */
export async function expectStaffSound(browser: Browser, colleague: Colleague): Promise<void> {
  const { page, context, javaScript } = colleague;
  await expect(page.locator('h1')).toHaveCount(1);
  if (javaScript) return expectNoViolation(page);
  const twin = await browser.newContext();
  const cookies = await context.cookies();
  await twin.addCookies(cookies.filter(({ name }) => !name.startsWith('__Host-')));
  const other = await twin.newPage();
  await other.goto(page.url());
  await expect(other.locator('h1')).toHaveText(await readText(page.locator('h1')));
  await expectNoViolation(other);
  await twin.close();
}

async function expectNoViolation(page: Page): Promise<void> {
  expect(await findViolations(page), page.url()).toEqual([]);
}
