// Whoever comes by an address of the service's list is counted under it, without scripts and before any cookie.
import { expect, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { newClient } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { newDataFolder, ownerUrl, removeFolder, withOwner } from './support/durable/own-server.ts';

test.describe.configure({ mode: 'default' });
test.use({ javaScriptEnabled: false });

const dataFolder = newDataFolder();
const WILD = 'wang-xiaoming-1987';
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer({ dataFolder, env: { HANDRAIL_ENTRY_POINTS: 'poster,partner-gp' } });
});
test.afterAll(async () => {
  await server.stop();
  removeFolder(dataFolder);
});

/** What is kept of everybody so far, the oldest first. */
const kept = () =>
  withOwner(ownerUrl(dataFolder), async (db) => {
    const { rows } = await db.query<{ step: string | null; row: string | null }>(
      `SELECT t.payload->>'entryPoint' AS step, r.entry_point AS row
       FROM subject.transition t JOIN subject.pathway_row r USING (pathway_id)
       WHERE t.step = 'screening.started' ORDER BY r.entry_point`,
    );
    return rows;
  });

for (const [from, entryPoint] of [
  ['poster', 'poster'],
  [WILD, 'direct'],
] as const) {
  test(`from=${from} is ${entryPoint}, in another language and after a mistake too`, async ({
    page,
    context,
  }) => {
    const t = translate('zh-hant');
    const carried = from === entryPoint ? `?from=${from}` : '';
    await page.goto(`${server.origin}/?from=${from}`);
    await expect(page).toHaveURL(`${server.origin}/en${carried}`);
    await page.goto(`${server.origin}/en?from=${from}`);
    await page.getByRole('link', { name: '繁體中文' }).click();
    await expect(page).toHaveURL(`${server.origin}/zh-hant${carried}`);
    expect(await context.cookies()).toEqual([]);
    expect((await page.content()).includes(WILD)).toBe(false);
    await page.getByRole('link', { name: t('public.landing.start') }).click();
    await expect(page).toHaveURL(`${server.origin}/zh-hant/check${carried}`);
    // Nothing is kept before somebody begins, and an answer that is missing loses nothing.
    const before = (await kept()).length;
    await page.getByRole('button', { name: t('shell.continue') }).click();
    await expect(page).toHaveURL(`${server.origin}/zh-hant/check${carried}`);
    await page.getByRole('link', { name: '简体中文' }).click();
    const hans = translate('zh-hans');
    await page.getByRole('radio', { name: hans('check.start.device.private') }).check();
    await page
      .getByRole('radio', { name: hans('check.start.age.adult', { n: 18 }), exact: true })
      .check();
    await page.getByRole('checkbox', { name: hans('check.start.self.label') }).check();
    expect(await kept()).toHaveLength(before);
    await page.getByRole('button', { name: hans('shell.continue') }).click();
    await expect(page).toHaveURL(`${server.origin}/zh-hans/check/research`);
    await expect(page.getByText(hans('check.research.add.entry_point'))).toBeVisible();
    expect(await kept()).toContainEqual({ step: entryPoint, row: entryPoint });
    expect(await kept()).toHaveLength(before + 1);
  });
}

test('no word of any other address is kept or logged', async () => {
  const client = newClient(server.origin);
  const path = `/en/check?from=${WILD}`;
  await client.get(path);
  const before = (await kept()).length;
  await client.post(path, { device: 'private', age: 'adult', self: 'yes' });
  expect(server.output()).not.toContain(WILD);
  const rows = await kept();
  expect(rows).toHaveLength(before + 1);
  expect(rows.filter(({ row }) => row !== 'direct' && row !== 'poster')).toEqual([]);
});
