import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, screen, target } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type Colleague, expectStaffSound, joinStaff } from './support/staff-walk.ts';

const t = translate('en');
const PUBLISHED = 'tests/domain/referrals/hsds/published/service-full.json';
const ID = 'ac148810-d857-441c-9679-408f346de14b';
const NAME = 'Community Counselling';
let server: RunningServer;
let staff: Colleague;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  // Everything here works without scripts.
  staff = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann', javaScript: false });
});
test.afterAll(() => server?.stop());

const at = (path: string) => `${server.origin}/en${path}`;
const published = () => JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Record<string, unknown>;

async function sendFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto(at('/staff/services'));
  const form = page.locator('details', { hasText: t('directory.import.title') });
  if (!(await page.locator('#file').isVisible())) {
    await form.locator('summary').click();
  }
  await page.locator('#file').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: t('directory.import.button'), exact: true }).click();
}

async function download(page: Page, button: string): Promise<Buffer> {
  await page.goto(at('/staff/services'));
  await page.locator('summary', { hasText: t('directory.export.title') }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await file.path());
}

const row = (page: Page, name = NAME) => page.getByRole('row').filter({ hasText: name });

test('a broken file changes nothing and says where it is broken', async ({ browser }) => {
  const { page } = staff;
  await sendFile(page, 'broken.json', JSON.stringify([published(), { ...published(), id: 'x' }]));
  await expect(page).toHaveURL(at('/staff/services'));
  await expect(page.locator('.error-summary')).toContainText(t('directory.import.error.rows'));
  const mend = page.getByRole('row').filter({ hasText: 'broken.json [1]' });
  await expect(mend).toContainText(t('directory.problem.code.not_uuid'));
  await expect(row(page)).toHaveCount(0);
  await expectStaffSound(browser, staff);
  await sendFile(page, 'notes.txt', 'no directory');
  await expect(page.locator('.error-summary')).toContainText(
    t('directory.import.error.not_readable'),
  );
  await sendFile(page, 'large.json', Buffer.alloc(2 * 1024 * 1024 + 1, 32));
  await expect(page.locator('.error-summary')).toContainText(t('directory.import.error.too_large'));
});

test('the published example comes in, is changed in three languages, and visitors see it', async ({
  browser,
  page: visitor,
}) => {
  const { page } = staff;
  await sendFile(page, 'services.json', JSON.stringify(published()));
  await expect(page.getByRole('status')).toContainText('1 entry added');
  // Nobody has confirmed it since 2005: first in the list, and hidden from visitors.
  await expect(page.getByRole('row').nth(1)).toContainText(NAME);
  await expect(row(page)).toContainText(t('staff.services.state.hidden'));
  await visitor.goto(at(`/services/${ID}`));
  await expect(visitor.getByRole('heading', { level: 1 })).not.toContainText(NAME);

  await row(page).getByRole('link', { name: NAME }).click();
  await expectStaffSound(browser, staff);
  await page.locator('#waitDays').fill('soon');
  await page.locator('#name-zh-hant').fill('社區輔導');
  await page.getByRole('button', { name: t('directory.edit.save') }).click();
  await expect(page.locator('.error-summary')).toContainText(t('directory.edit.error.wait'));
  await expect(page.locator('.error-summary')).toContainText(t('directory.edit.error.missing'));
  // Nothing that was typed is lost.
  await expect(page.locator('#waitDays')).toHaveValue('soon');
  await expect(page.locator('#name-zh-hant')).toHaveValue('社區輔導');
  // More than a cookie takes comes back too.
  const random = Array.from({ length: 900 }, (_, n) => ((n * 7919) % 6211).toString(36)).join(' ');
  const long = random.slice(0, 1900);
  await page.locator('#what-zh-hant').fill(long);
  await page.locator('#whoFor-zh-hant').fill([...long].toReversed().join(''));
  await page.locator('#howToBook-zh-hant').fill(`${long.slice(700)} ${long.slice(0, 700)}`);
  await page.getByRole('button', { name: t('directory.edit.save') }).click();
  await expect(page.locator('.error-summary')).toContainText(t('directory.edit.error.wait'));
  await expect(page.locator('#what-zh-hant')).toHaveValue(long);
  await page.locator('#what-zh-hant').fill('受過訓練的人會聽你說。');
  await page.locator('#waitDays').fill('12');
  await page.getByLabel(t('directory.edit.trueToday')).check();
  await page.getByRole('button', { name: t('directory.edit.save') }).click();
  await expect(page.getByRole('status')).toContainText(t('directory.edit.saved'));

  await visitor.goto(at(`/services/${ID}`));
  await expect(visitor.locator('article')).toContainText(NAME);
  await expect(visitor.locator('article')).toContainText('About 12 days, as of');
  await visitor.goto(`${server.origin}/zh-hant/services/${ID}`);
  await expect(visitor.locator('article h2')).toHaveText('社區輔導');
  await visitor.goto(`${server.origin}/zh-hans/services/${ID}`);
  await expect(visitor.locator('article h2 span')).toHaveAttribute('lang', 'en');
});

test('what goes out comes in again without a change, as JSON and as tables', async () => {
  const { page } = staff;
  const json = await download(page, t('directory.export.json'));
  const [ours] = (JSON.parse(json.toString('utf8')) as Record<string, unknown>[]).filter(
    ({ id }) => id === ID,
  );
  expect(ours).toMatchObject({ funding: published()['funding'], wait_time: '12 days' });
  const zip = await download(page, t('directory.export.tables'));
  const files = unzipSync(zip);
  expect(strFromU8(files['services.csv'] ?? new Uint8Array())).toContain(NAME);
  expect(Object.keys(files)).toContain('datapackage.json');
  for (const [name, content] of [
    ['services.json', json],
    ['services.zip', zip],
  ] as const) {
    await sendFile(page, name, content);
    await expect(page.getByRole('status')).toContainText('Nothing added');
  }
});

test('a service is added with an error mended on the way', async ({ browser }) => {
  const { page } = staff;
  await page.goto(at('/staff/services'));
  await page.getByRole('link', { name: t('directory.edit.add') }).click();
  await expectStaffSound(browser, staff);
  await page.locator('#name-en').fill('New Room');
  await page.locator('#what-en').fill('A nurse listens.');
  await page.locator('#area').fill('North');
  await page.locator('#languages').fill('en');
  await page.getByLabel(t('directory.edit.trueToday')).check();
  await page.getByRole('button', { name: t('directory.edit.save') }).click();
  await expect(page.locator('.error-summary')).toContainText(t('directory.edit.error.phone'));
  await page.locator('#phone').fill('020 7946 0555');
  await page.getByRole('button', { name: t('directory.edit.save') }).click();
  await expect(page.getByRole('status')).toContainText(t('directory.edit.saved'));
  await page.goto(at('/staff/services'));
  await expect(row(page, 'New Room')).toContainText(t('staff.services.state.shown'));
});

test('a visitor says that an entry is wrong, and staff see it until they have looked', async () => {
  const { page } = staff;
  const visitor = newClient(server.origin);
  const wrong = `/en/services/${ID}/wrong`;
  await visitor.get(wrong);
  expect(target(await visitor.post(wrong, {}))).toBe(wrong);
  expect((await visitor.get(wrong)).body).toContain(t('public.services.wrong.error'));
  const sent = await visitor.post(wrong, { kind: 'number_wrong' });
  expect(sent.headers.location).toMatch(/\/wrong\?sent$/);
  expect((await visitor.get(`${wrong}?sent`)).body).toContain(t('public.services.wrong.done'));
  await page.goto(at('/staff/services'));
  const said = t('directory.reports.number_wrong', { people: 1 });
  await expect(row(page)).toContainText(said);
  await row(page)
    .getByRole('button', { name: t('directory.reports.button') })
    .click();
  await expect(page.getByRole('status')).toContainText('marked as looked at');
  await expect(row(page)).not.toContainText(said);
});

test('somebody with a result chooses a service in the list, and goes on to a plan', async () => {
  const visitor = newClient(server.origin);
  expect((await visitor.get('/en/services')).body).not.toContain(
    t('public.services.choose.button'),
  );
  await screen(visitor, { locale: 'en', answers: [1, 1, 1, 1, 1, 1, 0, 0, 0, 1] });
  expect((await visitor.get('/en/services')).body).toContain(t('public.services.choose.button'));
  const chosen = await visitor.post('/en/services', { service: ID });
  expect(target(chosen)).toBe('/en/plan');
  // The plan is sealed under a code, which comes first.
  expect(target(await visitor.get('/en/plan'))).toBe('/en/plan/keep');
});
