// What people press in the group: a visitor without scripts, and moderators.
import { type Browser, expect, type Page } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { findViolations } from './axe.ts';
import type { Colleague } from './staff-walk.ts';

const t = translate('en');

export const press = (where: Page, name: string) =>
  where.getByRole('button', { name, exact: true }).first().click();

/** One heading and nothing that axe finds, on a twin of the page that may run scripts. */
export async function expectReaderSound(browser: Browser, page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  const twin = await browser.newContext();
  const cookies = await page.context().cookies();
  await twin.addCookies(cookies.filter(({ name }) => !name.startsWith('__Host-')));
  const other = await twin.newPage();
  await other.goto(page.url());
  expect(await findViolations(other), page.url()).toEqual([]);
  await twin.close();
}

export async function claimNext({ page }: Colleague, origin: string): Promise<void> {
  await page.goto(`${origin}/en/staff/moderate`);
  await press(page, t('moderate.claim'));
}

export async function decide(
  { page }: Colleague,
  what: 'show' | 'ask' | 'hide',
  reason?: 'method',
): Promise<void> {
  await page.getByRole('radio', { name: t(`moderate.item.do.${what}`) }).check();
  if (reason) await page.getByLabel(t('moderate.item.reason')).selectOption(reason);
  await press(page, t('moderate.item.send'));
  await expect(page.getByRole('status')).toContainText(t('moderate.news.decided'));
}
