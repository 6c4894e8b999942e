import type { Locator, Page } from '@playwright/test';

/** What an element says once its whole page has arrived: a page comes in pieces, and a text may be cut between two. */
export async function readText(one: Locator): Promise<string> {
  await one.waitFor({ state: 'attached' });
  await one.page().waitForLoadState('domcontentloaded');
  return ((await one.textContent()) ?? '').trim();
}

/** The digits of the return code that a page shows. */
export async function readCode(page: Page): Promise<string> {
  return (await readText(page.locator('.code').first())).replace(/\D/g, '');
}
