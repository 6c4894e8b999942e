import { expect, test } from '@playwright/test';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { newClient } from '../support/client.ts';
import { NIGHTLY } from '../support/nightly.ts';
import { MOST_BYTES, type PageWeight, weighPage } from '../support/page-weight.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { become } from './support/become.ts';
import { hireGuide } from './support/durable/journey.ts';
import { ownerUrl } from './support/durable/own-server.ts';
import { describeState, statesIn } from './support/visitor-states.ts';
import { makeVisitors, type Visitors } from './support/visitors.ts';

test.describe.configure({ mode: 'default' });

let server: RunningServer;
const visitors = new Map<string, Visitors>();
const weights: { readonly page: string; readonly weight: PageWeight }[] = [];

const addressOf = (locale: string, path: string) => `/${locale}${path === '/' ? '' : path}`;
const pagesIn = (locale: Locale) => statesIn(locale).filter(({ failed }) => !failed);

test.beforeAll(async () => {
  server = await startServer();
  await hireGuide(ownerUrl(server.dataFolder));
  for (const locale of LOCALES) {
    const people = await makeVisitors(server, locale);
    visitors.set(locale, people);
    for (const state of pagesIn(locale)) {
      const path = addressOf(locale, state.path);
      const weight = await weighPage(people[state.who], path);
      weights.push({ page: `/${locale}${describeState(state)}`, weight });
    }
  }
});
test.afterAll(() => server?.stop());

test('no page is heavier than its budget', () => {
  const over = weights.filter(
    ({ weight: { html, css, js } }) =>
      html > MOST_BYTES.html || css > MOST_BYTES.css || js > MOST_BYTES.js,
  );
  expect(over).toEqual([]);
  expect(weights.every(({ weight }) => weight.css > 0)).toBe(true);
  expect(weights.length).toBeGreaterThan(120);
});

test('a first visit is at most 60 KB with the font, as our own server sends it', () => {
  const heavy = weights.filter(
    ({ weight: { sent, css, js, font } }) => sent + css + js + font > MOST_BYTES.visit,
  );
  expect(heavy).toEqual([]);
  expect(weights.some(({ weight }) => weight.font > 0)).toBe(true);
});

test('with an empty cache a page takes 3 requests; only the optional script may be a fourth', () => {
  const many = weights.filter(
    ({ weight: { requests } }) => requests.filter((file) => !file.endsWith('.js')).length > 3,
  );
  expect(many).toEqual([]);
  expect(weights.every(({ weight }) => weight.requests.length <= 4)).toBe(true);
});

test('a browser asks for 3 things on the first page, besides the icon of its tab, then for little', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname !== '/icon.svg') asked.push(pathname);
  });
  await page.goto(`${server.origin}/en`, { waitUntil: 'networkidle' });
  expect(asked).toHaveLength(3);
  await page.goto(`${server.origin}/en/check`, { waitUntil: 'networkidle' });
  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => (entry as PerformanceResourceTiming).transferSize > 0)
      .map(({ name }) => name),
  );
  expect(fetched.filter((name) => !/\.js$|icon\.svg$/.test(name))).toEqual([]);
  await context.close();
});

for (const locale of NIGHTLY ? LOCALES : (['zh-hant'] as const)) {
  test(`the low-data version in ${locale} asks for no script and no font`, async ({ browser }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    for (const state of pagesIn(locale)) {
      const client = visitors.get(locale)?.[state.who];
      if (!client) throw new Error(`nobody is ${state.who}`);
      await become(context, server.origin, client);
      await context.addCookies(await lowData());
      await page.goto(`${server.origin}${addressOf(locale, state.path)}`);
      await expect(page.locator('html')).toHaveAttribute('data-low-data', 'true');
    }
    expect(asked.filter((kind) => kind === 'script' || kind === 'font')).toEqual([]);
    expect(asked.filter((kind) => kind === 'document')).toHaveLength(pagesIn(locale).length);
    await context.close();
  });
}

/** The cookie that the display page sets. */
async function lowData() {
  const client = newClient(server.origin);
  await client.get('/en/display');
  await client.post('/en/display', { lowData: 'yes' });
  return [{ name: 'd', value: client.cookies.get('d') ?? '', url: server.origin }];
}
