import { expect, test } from '@playwright/test';
import { begin, ORIGIN, press, startWalk } from './support/walk.ts';

for (const javaScript of [true, false]) {
  test.describe(`leaving ${javaScript ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled: javaScript });

    test('ends the session, goes elsewhere, and Back shows no question', async ({
      page,
      context,
    }) => {
      const { walk } = startWalk(page, 'en', javaScript);
      await begin(walk, { research: false });
      await page
        .getByRole('button', { name: walk.t('shell.leave') })
        .last()
        .click();
      await expect(page).toHaveURL(/\/en\/about$/);
      expect((await context.cookies()).filter(({ name }) => /(^|-)s$/.test(name))).toEqual([]);
      await page.goBack();
      await expect(page).not.toHaveURL(`${ORIGIN}/en/check/1`);
    });

    test('on a shared device every page can be finished and cleared', async ({ page, context }) => {
      const { walk } = startWalk(page, 'en', javaScript);
      await begin(walk, { research: false, shared: true });
      await press(walk, walk.t('shell.finish'));
      await expect(page).toHaveURL(`${ORIGIN}/en/check/ended`);
      expect((await context.cookies()).filter(({ name }) => /(^|-)s$/.test(name))).toEqual([]);
    });
  });
}

test('Shift three times leaves, and says how many more are needed', async ({ page }) => {
  const { walk } = startWalk(page, 'en', true);
  await begin(walk, { research: false });
  await page.keyboard.press('Shift');
  await expect(page.getByRole('status').first()).toHaveText(walk.t('shell.leaveStatus.two'));
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page).toHaveURL(/\/en\/about$/);
});
