import { expect, type Locator, type Page } from '@playwright/test';
import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { type Translate, translate } from '#lib/i18n/translate.ts';
import { findViolations } from './axe.ts';

export const ORIGIN = process.env['HANDRAIL_TEST_ORIGIN'] ?? '';

export interface Walk {
  readonly page: Page;
  readonly locale: Locale;
  readonly t: Translate;
  readonly javaScript: boolean;
}

/** A walk in one language that notes every request to another origin and every console error. */
export function startWalk(page: Page, locale: Locale, javaScript: boolean) {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== ORIGIN && url.protocol !== 'data:') foreign.push(url.href);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { walk: { page, locale, t: translate(locale), javaScript }, foreign, complaints };
}

export function open({ page, locale }: Walk, path: string) {
  return page.goto(`${ORIGIN}/${locale}${path === '/' ? '' : path}`);
}

export function press({ page }: Walk, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

export function follow({ page }: Walk, name: string): Promise<void> {
  return page.getByRole('link', { name, exact: true }).first().click();
}

export function choose(scope: Page | Locator, name: string): Promise<void> {
  // A hint may follow inside the label.
  const start = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u');
  return scope.getByRole('radio', { name: start }).check();
}

/** What every page must be: right language, one heading, no violation that axe can find. */
export async function expectSound(walk: Walk, path?: string): Promise<void> {
  const { page, locale } = walk;
  if (path !== undefined) await expect(page).toHaveURL(`${ORIGIN}/${locale}${path}`);
  await expect(page.locator('html')).toHaveAttribute('lang', LANG[locale]);
  await expect(page.locator('h1')).toHaveCount(1);
  if (!walk.javaScript) return; // axe needs scripts; the same pages are looked at with them on
  expect(await findViolations(page)).toEqual([]);
}

/** From the first page to the first question. */
export async function begin(
  walk: Walk,
  options: { readonly research: boolean; readonly shared?: boolean },
) {
  const { page, t } = walk;
  await open(walk, '/');
  await expectSound(walk);
  await follow(walk, t('public.landing.start'));
  await expectSound(walk, '/check');
  await choose(
    page,
    t(options.shared ? 'check.start.device.shared' : 'check.start.device.private'),
  );
  await choose(page, t('check.start.age.adult', { n: 18 }));
  await page.getByRole('checkbox', { name: t('check.start.self.label') }).check();
  await press(walk, t('shell.continue'));
  await expectSound(walk, '/check/research');
  await choose(page, t(options.research ? 'check.research.yes' : 'check.research.no'));
  await press(walk, t('shell.continue'));
  await expectSound(walk, '/check/care');
  await press(walk, t('shell.continue'));
  await expectSound(walk, '/check/1');
}

/** Answers every question; 'skip' = "I would rather not answer". `answers[9]` is the difficulty item. */
export async function answer(
  walk: Walk,
  answers: readonly (number | 'skip')[],
  mode: 'one' | 'all',
): Promise<void> {
  const { page, locale, t } = walk;
  const { options, functionalItem } = phq9Wording(locale);
  const label = (n: number) => {
    const given = answers[n - 1] ?? 0;
    const choices = n === 10 ? (functionalItem?.options ?? []) : options;
    return given === 'skip' ? t('check.question.skip') : (choices[given]?.label ?? '');
  };
  const count = functionalItem ? 10 : 9;
  if (mode === 'all') {
    await follow(walk, t('check.question.seeAll'));
    await expectSound(walk, '/check/all');
    for (let n = 1; n <= count; n += 1) await choose(page.getByRole('group').nth(n - 1), label(n));
    await press(walk, t('check.question.finish'));
    return;
  }
  for (let n = 1; n <= count; n += 1) {
    await expectSound(walk, `/check/${n}`);
    await choose(page, label(n));
    await press(walk, t(n === count ? 'check.question.finish' : 'shell.continue'));
    if (n === 9 && count === 10 && answers[8] !== 0) {
      await expectSound(walk, '/check/support');
      await follow(walk, t('check.support.continue'));
    }
  }
}
