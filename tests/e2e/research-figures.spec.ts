import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { fillPathways } from '../support/many-pathways.ts';
import { releaseFigures } from '../support/release-figures.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
const PAGES = ['', '/funnel', '/gap', '/gap?by=tier', '/gap?by=quarter', '/time', '/harm'] as const;

let server: RunningServer;
let researcher: Colleague;
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  const administrator = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const address = await inviteColleague(administrator.page, 'Rui', 'researcher');
  researcher = await joinStaff(browser, address, { name: 'Rui' });
  await withOwner(ownerUrl(server.dataFolder), async (owner) => {
    await fillPathways(owner, 3_000, new Date().toISOString().slice(0, 10));
    await owner.query('SELECT subject.recount()');
  });
  await releaseFigures(ownerUrl(server.dataFolder));
});
test.afterAll(() => server?.stop());

for (const path of PAGES) {
  test(`the page /staff/research${path} is sound in every language and on a phone`, async ({
    browser,
  }) => {
    const { page } = researcher;
    for (const locale of ['en', 'zh-hans', 'zh-hant']) {
      await page.goto(`${server.origin}/${locale}/staff/research${path}`);
      await expectStaffSound(browser, researcher);
    }
  });
}

test('every page says until when it was counted, and nothing moves before it is counted again', async () => {
  const { page } = researcher;
  for (const path of ['', '/funnel', '/gap', '/time', '/harm']) {
    await page.goto(`${server.origin}/en/staff/research${path}`);
    await expect(page.getByText(/^Counted (on|up to the end of) \d+ \w+ \d{4}\.$/)).toBeVisible();
  }
  await page.goto(`${server.origin}/en/staff/research/gap?by=tier`);
  const before = await numbersOf(page);
  await withOwner(ownerUrl(server.dataFolder), async (owner) => {
    await owner.query(
      'SELECT subject.erase_pathway(id) FROM (SELECT id FROM subject.pathway LIMIT 300) p',
    );
    await owner.query('SELECT subject.count_changes(1000)');
  });
  await page.reload();
  expect(await numbersOf(page)).toEqual(before);
});

async function numbersOf(page: Page): Promise<readonly string[]> {
  const texts = await page.locator('td.number').allTextContents();
  return texts.map((text) => (text === t('research.figures.hidden') ? 'suppressed' : text));
}

test('the file of the gap holds the numbers of its tables', async () => {
  const { page } = researcher;
  await page.goto(`${server.origin}/en/staff/research/gap?by=tier`);
  await expect(page.getByText(/So the gap is \d+% to \d+%/)).toBeVisible();
  const seen = await numbersOf(page);
  expect(seen.length).toBeGreaterThan(60);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('research.figures.export') }).click(),
  ]);
  const [, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(rows.map((row) => row.split(',')[4])).toEqual(seen);
});

test('the overview tells what limits the figures, as its file does', async () => {
  const { page } = researcher;
  await page.goto(`${server.origin}/en/staff/research`);
  const table = page.getByRole('table', { name: t('research.figures.quality.title') });
  const shares = await table.locator('tbody td:nth-of-type(1)').allTextContents();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('research.figures.export') }).click(),
  ]);
  const [, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  const told = rows.map((row) => row.split(',')[6] ?? '');
  expect(told.filter((rate) => rate !== 'suppressed').length).toBeGreaterThan(4);
  expect(shares.map((text) => /^\d+%|no rate/.exec(text)?.[0])).toEqual(
    told.map((rate) => (rate === 'suppressed' ? 'no rate' : `${Math.round(100 * Number(rate))}%`)),
  );
});

test('people are told apart without scripts, by a form of the page', async ({ browser }) => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await researcher.context.storageState(),
  });
  const page = await plain.newPage();
  await page.goto(`${server.origin}/en/staff/research/gap`);
  await page.getByLabel(t('research.figures.by')).selectOption('band');
  await page.getByRole('button', { name: t('research.figures.show') }).click();
  await expect(page).toHaveURL(/by=band/);
  await expect(page.getByText(t('research.figures.groups.moderate')).first()).toBeVisible();
  await plain.close();
});

test('the curve tells its points in words, and no page scrolls sideways on a phone', async () => {
  const { page } = researcher;
  await page.setViewportSize({ width: 320, height: 900 });
  for (const path of ['', 'funnel', 'time', 'gap', 'gap?by=policy', 'harm']) {
    await page.goto(`${server.origin}/en/staff/research/${path}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(320);
  }
  await page.goto(`${server.origin}/en/staff/research/time`);
  await expect(page.getByRole('img', { name: /day \d+: \d+%/ })).toBeVisible();
  await expect(page.getByText(/half of those who intended to go/i)).toBeVisible();
});
