import { expect, test } from '@playwright/test';
import { linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { choose, expectSound, open, press, startWalk } from './support/walk.ts';

test('under the age nothing is asked and nothing kept: a page of its own, with lines for the young', async ({
  page,
  context,
}) => {
  const { walk } = startWalk(page, 'zh-hant', true);
  await open(walk, '/help');
  await page.getByRole('combobox').selectOption('HK');
  await press(walk, walk.t('help.country.show'));
  await open(walk, '/check');
  await choose(page, walk.t('check.start.device.private'));
  await choose(page, walk.t('check.start.age.younger', { n: 18 }));
  await press(walk, walk.t('shell.continue'));
  await expectSound(walk, '/check/age');
  const phone = linesFor('HK')
    .find((line) => line.phone !== null)
    ?.phone?.replace(/\D/g, '');
  await expect(page.locator(`a[href="tel:${phone}"]`).first()).toBeVisible();
  const names = (await context.cookies()).map(({ name }) => name);
  expect(names.filter((name) => /s$/.test(name))).toEqual([]);
  await open(walk, '/check/1');
  await expectSound(walk, '/check/ended');
});
