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
  return page.locator('tbody td').allTextContents();
}

/** The count that a cell of the gap begins with, as the file has it. */
const countIn = (text: string) =>
  text === t('research.figures.hidden') ? 'suppressed' : (/^\d+/.exec(text)?.[0] ?? text);

test('the file of the gap holds the numbers of its tables', async () => {
  const { page } = researcher;
  await page.goto(`${server.origin}/en/staff/research/gap?by=tier`);
  await expect(page.getByText(/So the gap is \d+% to \d+%/)).toBeVisible();
  const cells = await page.locator('#figure-gap ~ details tbody td').allTextContents();
  const gaps = cells.filter((_cell, i) => i % 5 === 4);
  const counts = cells.filter((_cell, i) => i % 5 < 4).map(countIn);
  const beside = await page.locator('td.number').allTextContents();
  expect(counts.length).toBeGreaterThan(60);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('research.figures.export') }).click(),
  ]);
  const [, ...rows] = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  const lines = rows.map((row) => row.split(','));
  const isMade = ([figure, , stage]: readonly string[]) =>
    figure === 'gap' && /^gap_/.test(stage ?? '');
  const told = lines
    .filter((line) => !isMade(line))
    .map(([figure, , , , count]) => [figure, count]);
  const inFile = (isGap: boolean) =>
    told.filter(([figure]) => (figure === 'gap') === isGap).map(([, count]) => count ?? '');
  expect(inFile(true).toSorted()).toEqual(counts.toSorted());
  expect(inFile(false)).toEqual(beside.map(countIn));
  const shares = lines
    .filter(([, , stage]) => /^gap_\d/.test(stage ?? ''))
    .map((line) => line[6] ?? '');
  // What is known alone stands before its interval: after the bounds, or first where there are none.
  const saidIn = (text: string) => /\d+%(?= \()/.exec(text)?.[0] ?? 'suppressed';
  const ofFile = shares.map((rate) =>
    rate === 'suppressed' ? rate : `${Math.round(100 * Number(rate))}%`,
  );
  expect(gaps.map(saidIn).toSorted()).toEqual(ofFile.toSorted());
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

test('each plot is a file too, which says in words what it shows', async () => {
  const { page, context } = researcher;
  for (const path of ['funnel', 'time']) {
    await page.goto(`${server.origin}/en/staff/research/${path}`);
    const words = await page
      .getByRole('img')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    const links = page.getByRole('link', { name: t('research.figures.plotFile') });
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(addresses.length).toBe(words.length);
    for (const [i, address] of addresses.entries()) {
      const answer = await context.request.get(`${server.origin}${address}`);
      expect(answer.headers()['content-type']).toMatch(/^image\/svg\+xml/);
      expect(answer.headers()['content-disposition']).toMatch(
        /^attachment; filename="[\w-]+\.svg"/,
      );
      const title = await page.evaluate(
        (text) => {
          const file = new DOMParser().parseFromString(text, 'image/svg+xml');
          return file.querySelector('svg > title')?.textContent;
        },
        await answer.text(),
      );
      expect(title).toBe(words[i]);
    }
    expect(words.length).toBeGreaterThan(0);
  }
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
  await expect(page.getByRole('img', { name: /day \d+: \d+%/ }).first()).toBeVisible();
  await expect(page.getByText(/half of those who intended to go/i)).toBeVisible();
});
