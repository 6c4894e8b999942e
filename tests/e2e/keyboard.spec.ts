import { expect, type Page, test } from '@playwright/test';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { chooseByKeys, type Stop, tab, tabThrough, tabTo } from './support/by-keyboard.ts';
import { readCode, readText } from './support/read.ts';
import { begin, ORIGIN, open, startWalk, type Walk } from './support/walk.ts';

const SIZES = [
  { width: 390, height: 700 },
  { width: 1280, height: 800 },
];

const goTo = (walk: Walk, path: string) =>
  expect(walk.page).toHaveURL(`${ORIGIN}/${walk.locale}${path}`);

/** Reaches a control and presses it. */
async function pressByKeys(page: Page, name: string): Promise<void> {
  const { tag } = await tabTo(page, name);
  expect(['a', 'button']).toContain(tag);
  await page.keyboard.press('Enter');
}

/** From the first page to the first question. */
async function beginByKeys(walk: Walk): Promise<void> {
  const { page, t } = walk;
  await open(walk, '/');
  await pressByKeys(page, t('public.landing.start'));
  await goTo(walk, '/check');
  await chooseByKeys(page, t('check.start.topic.mood'));
  await chooseByKeys(page, t('check.start.device.private'));
  await chooseByKeys(page, t('check.start.age.adult', { n: 18 }));
  await tabTo(page, t('check.start.self.label'));
  await page.keyboard.press('Space');
  await pressByKeys(page, t('shell.continue'));
  await goTo(walk, '/check/research');
  await chooseByKeys(page, t('check.research.no'));
  await pressByKeys(page, t('shell.continue'));
  await goTo(walk, '/check/care');
  await chooseByKeys(page, t('check.care.now.none'));
  await pressByKeys(page, t('shell.continue'));
}

for (const size of SIZES) {
  for (const locale of ['en', 'zh-hant'] as const) {
    test(`a whole check in ${locale} by keyboard alone, the focus always seen, at ${size.width} px`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      const { walk } = startWalk(page, locale, true);
      const { t } = walk;
      await beginByKeys(walk);
      const { options, functionalItem } = phq9Wording(locale);
      for (let n = 1; n <= 9; n += 1) {
        await goTo(walk, `/check/${n}`);
        await chooseByKeys(
          page,
          n === 9 ? t('check.question.skip') : (options[n % 4]?.label ?? ''),
        );
        await pressByKeys(
          page,
          t(n === 9 && !functionalItem ? 'check.question.finish' : 'shell.continue'),
        );
      }
      await goTo(walk, '/check/support');
      await pressByKeys(page, t('check.support.continue'));
      if (functionalItem) {
        await goTo(walk, '/check/10');
        await chooseByKeys(page, functionalItem.options[1]?.label ?? '');
        await pressByKeys(page, t('check.question.finish'));
      }
      await goTo(walk, '/check/likely');
      await pressByKeys(page, t('check.likely.skip'));
      await goTo(walk, '/next');
      await tabTo(page, t('result.details.summary'));
      await page.keyboard.press('Enter');
      await expect(page.locator('details[open]')).toHaveCount(1);
      await page.keyboard.press('Shift+Tab');
      await open(walk, '/next/other');
      await chooseByKeys(page, await readText(page.locator('.row label').last()));
      await pressByKeys(page, t('result.choose'));
      await goTo(walk, '/plan/keep');
      const code = await readCode(page);
      await pressByKeys(page, t('result.keep.continue'));
      await goTo(walk, '/plan/keep/check');
      await tabTo(page, t('result.code.label'));
      await page.keyboard.type(code.slice(-4));
      await page.keyboard.press('Enter');
      await goTo(walk, '/next/likely');
    });
  }
}

/** Whether a reader's eye comes to `b` after `a`: further down, or further on in the same line. */
const comesAfter = (a: Stop, b: Stop) =>
  b.y > a.y + a.height / 2 || (b.y + b.height / 2 > a.y && b.x >= a.x);

for (const size of SIZES) {
  test(`the order of the focus is the order of reading, at ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size);
    const { walk } = startWalk(page, 'en', true);
    for (const path of ['/', '/help', '/services', '/check', '/check/1'] as const) {
      if (path === '/check/1') await begin(walk, { research: false });
      await open(walk, path);
      // The bar over the page is fixed to the screen; its place in the text says nothing.
      const stops = (await tabThrough(page)).filter(({ inLeave }) => !inLeave);
      const seen = stops.filter(({ y, inMain }) => y > 0 || inMain);
      expect(seen.length).toBeGreaterThan(8);
      for (const [i, stop] of seen.slice(1).entries()) {
        const before = seen[i] as Stop;
        const pair = `${path}: "${stop.name}" after "${before.name}"`;
        expect(comesAfter(before, stop), pair).toBe(true);
      }
    }
  });
}

test('the first stop skips to the main part, and the next one is in it', async ({ page }) => {
  const { walk } = startWalk(page, 'en', true);
  await open(walk, '/');
  expect((await tab(page))?.name).toBe(walk.t('shell.skip'));
  await page.keyboard.press('Enter');
  expect((await tab(page))?.inMain).toBe(true);
});

test('a click after Tab is not lost: what Tab shows lies over the page and moves nothing', async ({
  page,
}) => {
  const { walk } = startWalk(page, 'en', true);
  await open(walk, '/');
  const start = page.getByRole('link', { name: walk.t('public.landing.start') });
  const before = await start.boundingBox();
  await tab(page);
  expect(await start.boundingBox()).toEqual(before);
  await start.click();
  await goTo(walk, '/check');
});

test('what has to be mended gets the focus, and leads to its field', async ({ page }) => {
  const { walk } = startWalk(page, 'en', true);
  await begin(walk, { research: false });
  await pressByKeys(page, walk.t('shell.continue'));
  await expect(page.locator('.error-summary')).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await tab(page);
  await page.keyboard.press('Enter');
  const first = page.getByRole('radio').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('Space');
  await expect(first).toBeChecked();
});
