// The other two checks of the first page: worry alone, and both in a few questions.
import { expect, test } from '@playwright/test';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { NIGHTLY } from '../support/nightly.ts';
import { choose, expectSound, follow, open, press, startWalk, type Walk } from './support/walk.ts';

/** From the link on the first page to the first question. */
async function beginWith(walk: Walk, topic: 'worry' | 'both', questions: number) {
  const { page, t } = walk;
  await open(walk, '/');
  await follow(walk, t(`public.landing.topic.${topic}`, { n: questions }));
  await expect(page.getByRole('radio', { name: t(`check.start.topic.${topic}`) })).toBeChecked();
  await choose(page, t('check.start.device.private'));
  await choose(page, t('check.start.age.adult', { n: 18 }));
  await page.getByRole('checkbox', { name: t('check.start.self.label') }).check();
  await press(walk, t('shell.continue'));
  await press(walk, t('shell.continue'));
  await expectSound(walk, '/check/care');
  await choose(page.getByRole('group').nth(0), t('check.care.now.inCare'));
  await choose(page.getByRole('group').nth(1), t('check.care.skip'));
  await press(walk, t('shell.continue'));
  await expectSound(walk, '/check/1');
}

/** The same answer to every question from one number to another, each on its page. */
async function answerUpTo(walk: Walk, from: number, to: number, answer: number) {
  for (let n = from; n <= to; n += 1) {
    await expectSound(walk, `/check/${n}`);
    // By place: each form has words of its own for the same answer.
    await walk.page.getByRole('radio').nth(answer).check();
    await walk.page.locator('main').getByRole('button').last().click();
  }
}

for (const locale of LOCALES) {
  // Without scripts the walks of the main check go through the same pages in every language.
  for (const javaScript of locale === 'en' || NIGHTLY ? [true, false] : [true]) {
    test.describe(`${locale}, ${javaScript ? 'with' : 'without'} scripts`, () => {
      test.use({ javaScriptEnabled: javaScript });
      const difficulty = locale === 'en' ? 1 : 0;

      test('worry, then its result', async ({ page }) => {
        const { walk, foreign, complaints } = startWalk(page, locale, javaScript);
        const { t } = walk;
        await beginWith(walk, 'worry', 8 + difficulty);
        await answerUpTo(walk, 1, 7, 2);
        await answerUpTo(walk, 8, 8 + difficulty, 0);
        await expectSound(walk, '/check/likely');
        await follow(walk, t('check.likely.skip'));
        await expectSound(walk, '/next');
        await expect(page.getByText(t('result.other_care.inCare'))).toBeVisible();
        await open(walk, '/next/score');
        await expectSound(walk);
        await expect(page.getByText('GAD-7 (0–21)')).toBeVisible();
        expect([...foreign, ...complaints]).toEqual([]);
      });

      test('both: four, then what they lead to, then two results', async ({ page }) => {
        const { walk, foreign, complaints } = startWalk(page, locale, javaScript);
        const { t } = walk;
        await beginWith(walk, 'both', 5);
        await answerUpTo(walk, 1, 4, 1);
        await expect(page.getByText(t('check.question.moreCame'))).toBeVisible();
        await answerUpTo(walk, 5, 15, 1);
        await answerUpTo(walk, 16, 16 + difficulty, 0);
        await expectSound(walk, '/check/likely');
        await follow(walk, t('check.likely.skip'));
        await expectSound(walk, '/next');
        await page.locator('summary').last().click();
        await expect(page.getByText('GAD-7: 7 ').or(page.getByText('GAD-7：7 '))).toBeVisible();
        await expect(page.getByText('PHQ-9: 8 ').or(page.getByText('PHQ-9：8 '))).toBeVisible();
        expect([...foreign, ...complaints]).toEqual([]);
      });
    });
  }
}
