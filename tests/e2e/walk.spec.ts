import { expect, test } from '@playwright/test';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { NIGHTLY } from '../support/nightly.ts';
import { readCode } from './support/read.ts';
import {
  answer,
  begin,
  choose,
  expectSound,
  follow,
  open,
  press,
  startWalk,
} from './support/walk.ts';

const ANSWERS = [2, 3, 3, 2, 1, 1, 0, 0, 1, 1];

for (const locale of LOCALES) {
  for (const javaScript of [true, false]) {
    // All on one page is drawn by the same parts in every language.
    const modes = locale === 'en' || NIGHTLY ? (['one', 'all'] as const) : (['one'] as const);
    for (const mode of modes) {
      const scripts = javaScript ? 'with' : 'without';
      test.describe(`${locale}, ${mode} a page, ${scripts} scripts`, () => {
        test.use({ javaScriptEnabled: javaScript });

        test('check, result, return code, come back, delete', async ({ page, browser }) => {
          const { walk, foreign, complaints } = startWalk(page, locale, javaScript);
          const { t } = walk;
          await begin(walk, { research: true });
          await answer(walk, ANSWERS, mode);
          // Question 9 was above "Not at all": people come before any result.
          if (mode === 'all' || locale !== 'en') {
            await expectSound(walk, '/check/support');
            await press(walk, t('check.support.continue'));
          }
          await expectSound(walk, '/check/likely');
          await page.getByRole('radio', { name: /^3/ }).check();
          await press(walk, t('shell.continue'));

          await expectSound(walk, '/next');
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('result.title'));
          await expect(page.getByText(t('shell.urgent.level')).first()).toBeAttached();
          await open(walk, '/next/score');
          await expectSound(walk);
          await open(walk, '/check/answers');
          await expectSound(walk);
          await open(walk, '/next/other');
          await expectSound(walk);
          await open(walk, '/not-today');
          await expectSound(walk);
          await open(walk, '/next');
          await press(walk, t('result.choose'));

          await expectSound(walk, '/plan/keep');
          const code = await readCode(page);
          expect(code).toMatch(/^\d{20}$/);
          await follow(walk, t('result.keep.continue'));
          await expectSound(walk, '/plan/keep/check');
          await page.getByRole('textbox').fill(code.slice(-4));
          await press(walk, t('shell.continue'));
          await expectSound(walk, '/next/likely');
          await follow(walk, t('check.likely.skip'));
          await expectSound(walk, '/next/obstacles');
          const obstacle = t('bridges.obstacles.statement.cost');
          await page.getByRole('checkbox', { name: obstacle }).check();
          await press(walk, t('shell.continue'));
          await expectSound(walk, '/next/idea/1');
          await expect(page.getByText(obstacle)).toBeVisible();
          await press(walk, t('bridges.idea.plan'));
          await expectSound(walk, '/services');
          await open(walk, '/plan/ready');
          await expectSound(walk, '/plan/ready');
          expect(foreign).toEqual([]);
          expect(complaints).toEqual([]);

          const other = await browser.newContext({ javaScriptEnabled: javaScript });
          const back = startWalk(await other.newPage(), locale, javaScript);
          await open(back.walk, '/return');
          await expectSound(back.walk);
          await choose(back.walk.page, t('check.start.device.private'));
          await back.walk.page.getByRole('textbox').fill(code.replace(/(.{4})/g, '$1 '));
          await press(back.walk, t('shell.continue'));
          await expectSound(back.walk, '/mine');
          await open(back.walk, '/mine/data');
          await expectSound(back.walk);
          await back.walk.page.getByRole('textbox').fill(code.slice(-4));
          await press(back.walk, t('mine.data.erase'));
          await expectSound(back.walk, '/mine/deleted');
          await open(back.walk, '/return');
          await choose(back.walk.page, t('check.start.device.private'));
          await back.walk.page.getByRole('textbox').fill(code);
          await press(back.walk, t('shell.continue'));
          await expect(back.walk.page.getByText(t('mine.return.unknown')).first()).toBeVisible();
          expect([...back.foreign, ...back.complaints.filter((c) => !c.includes('422'))]).toEqual(
            [],
          );
          await other.close();
        });
      });
    }
  }
}
