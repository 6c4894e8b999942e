// What guides do in a browser.
import { expect, type Page } from '@playwright/test';
import type { AnswerStep } from '#lib/domain/guidance/answer-step.ts';
import { translate } from '#lib/i18n/translate.ts';

const t = translate('en');

/** Writes a reply at the page of a thread and sends it; half a minute later it goes out. */
export async function sendReply(
  page: Page,
  reply: { readonly text: string; readonly step: AnswerStep['kind'] },
): Promise<void> {
  await page.getByLabel(t('inbox.thread.reply'), { exact: true }).fill(reply.text);
  await page.locator(`input[name="step"][value="${reply.step}"]`).check();
  await page.getByRole('button', { name: t('inbox.thread.send'), exact: true }).click();
  await expect(
    page.getByRole('button', { name: t('inbox.thread.pending.undo'), exact: true }),
  ).toBeVisible();
}
