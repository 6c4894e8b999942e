import { chromium } from '@playwright/test';
import { become, makeVisitors } from './e2e/support/visitor-states.ts';
import { hireGuide } from './e2e/support/durable/journey.ts';
import { ownerUrl } from './e2e/support/durable/own-server.ts';
import { CHROMIUM_FLAGS, findChromium } from './support/chromium.ts';
import { startServer } from './support/server.ts';
const server = await startServer();
await hireGuide(ownerUrl(server.dataFolder));
const browser = await chromium.launch({ args: CHROMIUM_FLAGS, executablePath: findChromium()! });
const SHOTS: [string, string][] = [['nobody', '/'], ['nobody', '/check?set=3'], ['begun', '/check/care'], ['asked', '/check/5'], ['asked', '/check/all'], ['both', '/next'], ['both', '/next/score'], ['short', '/next'], ['supported', '/check/support'], ['supported', '/check/follow-up'], ['followed', '/check/follow-up']];
for (const locale of ['en', 'zh-hant'] as const) {
  const v = await makeVisitors(server.origin, locale);
  for (const [size, scheme] of [[390, 'light'], [1280, 'dark'], [320, 'dark']] as const) {
    if (locale === 'zh-hant' && size === 320) continue;
    const context = await browser.newContext({ viewport: { width: size, height: 844 }, colorScheme: scheme, javaScriptEnabled: size !== 320 });
    const page = await context.newPage();
    for (const [who, path] of SHOTS) {
      await become(context, server.origin, v[who as 'nobody']);
      await page.goto(`${server.origin}/${locale}${path === '/' ? '' : path}`);
      await page.screenshot({ path: `/tmp/pics/${locale}-${size}-${who}${path.replace(/\W+/g, '_')}.png`, fullPage: true });
    }
    await context.close();
  }
}
await browser.close();
await server.stop();
process.exit(0);
