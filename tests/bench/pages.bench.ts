// Bytes of every public page, and when the first page stands still on a slow phone.
import { chromium } from '@playwright/test';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { hireGuide } from '../e2e/support/durable/journey.ts';
import { ownerUrl } from '../e2e/support/durable/own-server.ts';
import { statesIn } from '../e2e/support/visitor-states.ts';
import { makeVisitors } from '../e2e/support/visitors.ts';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';
import { weighPage } from '../support/page-weight.ts';
import { type RunningServer, startServer } from '../support/server.ts';

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms, a processor four times slower: "Slow 4G" of Lighthouse. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 750e3 / 8,
};
const SLOWER = 4;
const RUNS = 9;

const say = (figures: object) => console.log(JSON.stringify({ bench: 'pages', ...figures }));

async function weighAll(server: RunningServer): Promise<void> {
  for (const locale of LOCALES) {
    const visitors = await makeVisitors(server, locale);
    for (const { who, path, failed } of statesIn(locale)) {
      if (failed) continue;
      const page = `/${locale}${path === '/' ? '' : path}`;
      const { requests, ...bytes } = await weighPage(visitors[who], page);
      const visit = bytes.sent + bytes.css + bytes.js + bytes.font;
      say({ page, as: who, ...bytes, visit, requests: requests.length });
    }
  }
}

/** Runs in the page: the last largest paint and the sum of all shifts. */
async function readPaint() {
  const read = (type: string) =>
    new Promise<PerformanceEntryList>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({
        type,
        buffered: true,
      });
      // An observer of something that never happened is never called.
      setTimeout(() => resolve([]), 500);
    });
  const paints = await read('largest-contentful-paint');
  const shifts = await read('layout-shift');
  return {
    lcp: Math.round(paints.at(-1)?.startTime ?? Number.NaN),
    cls: shifts.reduce((sum, shift) => sum + (shift as unknown as { value: number }).value, 0),
  };
}

async function watchFirstPage(origin: string): Promise<void> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_FLAGS,
    ...(executablePath ? { executablePath } : {}),
  });
  for (const locale of LOCALES) {
    const seen: Awaited<ReturnType<typeof readPaint>>[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', LINE);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(`${origin}/${locale}`, { waitUntil: 'networkidle' });
      seen.push(await page.evaluate(readPaint));
      await context.close();
    }
    const lcps = seen.map(({ lcp }) => lcp).sort((a, b) => a - b);
    const cls = Math.max(...seen.map((run) => run.cls));
    const lcp = { median: lcps[RUNS >> 1], worst: lcps.at(-1) };
    say({ page: `/${locale}`, line: '1.6 Mbit/s, 150 ms, CPU / 4', runs: RUNS, lcp, cls });
  }
  await browser.close();
}

const server = await startServer();
try {
  await hireGuide(ownerUrl(server.dataFolder));
  await weighAll(server);
  await watchFirstPage(server.origin);
} finally {
  await server.stop();
}
