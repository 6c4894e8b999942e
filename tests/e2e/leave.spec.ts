import { expect, test } from '@playwright/test';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { begin, choose, expectSound, ORIGIN, open, press, startWalk } from './support/walk.ts';

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

test('on a shared device the public pages can be finished too, and warn before their time is over', async ({
  page,
}) => {
  const { walk } = startWalk(page, 'en', true);
  await begin(walk, { research: false, shared: true });
  for (const path of ['/', '/help', '/services', '/display', '/about', '/check/age']) {
    await open(walk, path);
    await expectSound(walk);
    await expect(page.getByRole('button', { name: walk.t('shell.finish') }).first()).toBeVisible();
    await expect(page.locator('dialog[data-idle-minutes]')).toBeAttached();
  }
  await press(walk, walk.t('shell.finish'));
  await expect(page).toHaveURL(`${ORIGIN}/en/check/ended`);
  await open(walk, '/help');
  await expect(page.getByRole('button', { name: walk.t('shell.finish') })).toHaveCount(0);
});

test('people who are too young for the questions can leave as well', async ({ page }) => {
  const { walk } = startWalk(page, 'en', true);
  await open(walk, '/check/age');
  await page
    .getByRole('button', { name: walk.t('shell.leave') })
    .last()
    .click();
  await expect(page).toHaveURL(/\/en\/about$/);
});

test('Shift three times leaves, and says how many more are needed', async ({ page }) => {
  const { walk } = startWalk(page, 'en', true);
  await begin(walk, { research: false });
  await page.keyboard.press('Shift');
  await expect(page.getByRole('status').first()).toHaveText(walk.t('shell.leaveStatus.two'));
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page).toHaveURL(/\/en\/about$/);
});

test('Shift does not leave while something is typed, nor with another key between', async ({
  page,
}) => {
  const { walk } = startWalk(page, 'en', true);
  await open(walk, '/return');
  await page.getByRole('textbox').focus();
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('Shift');
  await expect(page.locator('#leave-status')).toHaveText('');

  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.keyboard.press('a');
  await expect(page.locator('#leave-status')).toHaveText(walk.t('shell.leaveStatus.stop'));
  await page.keyboard.press('Shift');
  await expect(page.locator('#leave-status')).toHaveText(walk.t('shell.leaveStatus.two'));
  await expect(page).toHaveURL(`${ORIGIN}/en/return`);
});

test('the Shift key can be turned off', async ({ page }) => {
  const { walk } = startWalk(page, 'en', true);
  await open(walk, '/display');
  await choose(
    page.getByRole('group', { name: walk.t('display.leaveKey.legend') }),
    walk.t('display.leaveKey.off'),
  );
  await press(walk, walk.t('display.save'));
  await open(walk, '/check');
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('Shift');
  await expect(page.locator('#leave-status')).toHaveText('');
  await expect(page).toHaveURL(`${ORIGIN}/en/check`);
});

test('a press that sends a form never sends the sign of life that could undo it', async ({
  page,
}) => {
  const { walk } = startWalk(page, 'en', true);
  // Tall enough that nothing is scrolled on the way to the button.
  await page.setViewportSize({ width: 800, height: 2000 });
  await begin(walk, { research: false, shared: true });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.method()));
  await page.clock.install();
  await page.reload();
  await page.clock.fastForward('06:00');
  asked.length = 0;
  await choose(page, phq9Wording('en').options[0]?.label ?? '');
  await expect.poll(() => asked).toEqual(['HEAD']);
  await page.clock.fastForward('06:00');
  asked.length = 0;
  await press(walk, walk.t('shell.continue'));
  await expect(page).toHaveURL(`${ORIGIN}/en/check/2`);
  expect(asked).not.toContain('HEAD');
});
