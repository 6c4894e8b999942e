import { expect, test } from '@playwright/test';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { emergencyFor, linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { expectSound, ORIGIN, open, startWalk } from './support/walk.ts';

for (const locale of LOCALES) {
  test(`help in ${locale} follows the country that was chosen, never the language`, async ({
    page,
  }) => {
    const { walk } = startWalk(page, locale, true);
    await open(walk, '/help');
    await expectSound(walk);
    const first = linesFor('GB').find(({ phone }) => phone !== null);
    await expect(
      page.locator(`a[href="tel:${first?.phone?.replace(/\D/g, '')}"]`).first(),
    ).toBeVisible();

    await page.getByRole('combobox').selectOption('HK');
    await page.getByRole('button', { name: walk.t('help.country.show') }).click();
    await expectSound(walk);
    await expect(page.locator('a[href="tel:18111"]').first()).toBeVisible();
    await expect(page.locator(`a[href="tel:${emergencyFor('HK')?.phone}"]`).first()).toBeVisible();
    // The choice stays with this browser, on every page.
    await open(walk, '/check/ended');
    await expect(page.locator('a[href="tel:18111"]').first()).toBeVisible();
  });
}

test('help is one action away, in the same place, on every public page', async ({ page }) => {
  const { walk } = startWalk(page, 'en', true);
  const places = new Set<string>();
  // The first page that a browser shows may come before the font, whose letters have other widths.
  await open(walk, '/');
  await page.waitForLoadState('networkidle');
  for (const path of [
    '/',
    '/services',
    '/what-we-keep',
    '/stay-private',
    '/for-someone-else',
    '/paper',
    '/about',
    '/accessibility',
    '/display',
    '/check',
    '/return',
    '/return/lost',
    '/group',
    '/check/age',
    '/check/ended',
    '/mine/deleted',
    '/nothing-here',
  ]) {
    await open(walk, path);
    const link = page.locator('header').getByRole('link', { name: walk.t('shell.helpNow') });
    await expect(link).toHaveAttribute('href', '/en/help');
    const box = await link.boundingBox();
    places.add(`${box?.x},${box?.y}`);
    expect(page.url().startsWith(ORIGIN)).toBe(true);
  }
  expect(places.size).toBe(1);
});
