import { type Browser, expect, type Page, test } from '@playwright/test';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';
import { newClient } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { findViolations } from './support/axe.ts';
import { visit } from './support/cast/visitors.ts';
import { readText } from './support/read.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
let server: RunningServer;
let staff: Colleague;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  staff = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  await joinStaff(browser, await inviteColleague(staff.page, 'Gus', 'guide'), { name: 'Gus' });
});
test.afterAll(() => server?.stop());

const at = (path: string) => `${server.origin}/en${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const told = (page: Page) => page.getByRole('status');

/** The page as it is, and as it is after scripts and messages of the framework are out of the way. */
async function expectSound(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await findViolations(page)).toEqual([]);
}

async function addEveryDay({ page }: Colleague, browser: Browser): Promise<void> {
  await page.goto(at('/staff/admin/roster'));
  await expect(page.getByText(/^Guides: nobody on .*Sunday\.$/)).toBeVisible();
  await expectStaffSound(browser, staff);
  await page.getByRole('link', { name: t('roster.add.title') }).click();
  await button(page, t('roster.add.button')).click();
  await expect(page.locator('.error-summary')).toContainText(t('roster.error.person'));
  await expectStaffSound(browser, staff);
  await page.locator('select[name="person"]').selectOption({ label: 'Gus (Guide)' });
  for (const box of await page.locator('input[name="weekday"]').all()) await box.check();
  await page.getByLabel(t('roster.add.from'), { exact: true }).fill('0:00');
  await page.getByLabel(t('roster.add.to'), { exact: true }).fill('24:00');
  await button(page, t('roster.add.button')).click();
  await expect(told(page)).toContainText(t('roster.told.added'));
  await expect(page.getByRole('table').first()).toContainText('Gus, 12am to midnight');
  await expectStaffSound(browser, staff);
}

test('whoever takes guides off the roster is told of the people who wait, and the promises stay', async ({
  browser,
}) => {
  const { page } = staff;
  await addEveryDay(staff, browser);
  const visitor = await visit(server.origin);
  const promise = /They reply by [^.]*/.exec((await visitor.get('/en/mine/messages')).body)?.[0];
  expect(promise).toBeDefined();
  await page.getByRole('link', { name: t('roster.off.link'), exact: true }).click();
  const days = Array.from({ length: 9 }, (_, ahead) => {
    const day = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    return `${day} Closed`;
  });
  await page.getByLabel(t('roster.off.days')).fill(days.join('\n'));
  await page.getByRole('checkbox', { name: 'Guides' }).check();
  await button(page, t('roster.off.button')).click();
  await expect(page.locator('#strands')).toHaveText(t('roster.strands.title'));
  await expect(page.getByText(t('roster.strands.count', { count: 1 }))).toBeVisible();
  await expectStaffSound(browser, staff);
  await page.getByRole('checkbox', { name: t('roster.strands.confirm') }).check();
  await button(page, t('roster.off.button')).click();
  await expect(told(page)).toContainText(t('roster.told.closed'));
  await expect(page.getByText(t('roster.means.stranded', { count: 1 }))).toBeVisible();
  await page.goto(at('/staff'));
  await expect(
    page.getByText(t('staff.today.alerts.promise_stranded', { count: 1 })),
  ).toBeVisible();
  expect((await visitor.get('/en/mine/messages')).body).toContain(promise);
});

test('a part is looked at in three languages, closed and opened again', async ({
  browser,
  page,
}) => {
  const desk = staff.page;
  await desk.goto(at('/staff/admin/pause'));
  await expectStaffSound(browser, staff);
  await desk
    .getByRole('link', { name: `${t('roster.pause.title')} ${t('roster.pause.part.check')}` })
    .click();
  await button(desk, t('roster.pause.look')).click();
  await expectStaffSound(browser, staff);
  for (const locale of LOCALES) {
    const address = desk.url();
    await desk.locator(`a[href^="/${locale}/"][href*="/look"]`).click();
    const closed = translate(locale)('closed.why');
    await expect(desk.getByText(closed)).toBeVisible();
    await expectSound(desk);
    await desk.goto(address);
  }
  await button(desk, t('roster.pause.button')).click();
  await expect(told(desk)).toContainText(t('roster.pause.told.paused'));
  await page.goto(at('/check'));
  await expect(page.getByText(t('closed.why'))).toBeVisible();
  await expect(page.getByText(t('help.brief.title'))).toBeVisible();
  await expectSound(page);
  await desk.goto(at('/staff'));
  await expect(desk.getByText(t('staff.today.paused.title'))).toBeVisible();
  await expectStaffSound(browser, staff);
  await desk.getByRole('link', { name: t('staff.today.paused.look') }).click();
  await desk.getByRole('button', { name: t('roster.pause.reopen') }).click();
  await expect(told(desk)).toContainText(t('roster.pause.told.reopened'));
  await page.goto(at('/check'));
  await expect(page.getByText(t('closed.why'))).toHaveCount(0);
  for (const path of ['/staff/admin/pause/help', '/staff/admin/pause/help/look']) {
    await desk.goto(at(path));
    await expect(desk.locator('h1')).toHaveText(/cannot find that page/);
  }
  const refused = await newClient(server.origin).post('/en/staff/admin/pause/do/pause', {
    part: 'help',
  });
  expect(refused.headers.location).toContain('/staff/sign-in');
});

test('a complaint arrives without a name and without scripts, is taken on, answered and marked', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at('/about'));
  await page.getByRole('link', { name: t('report.title') }).click();
  await button(page, t('report.send')).click();
  await expect(page.locator('.error-summary')).toContainText(t('report.error.kind'));
  await page.getByRole('radio', { name: t('report.kind.harm') }).check();
  await page.getByLabel(t('report.words')).fill('Nobody wrote back.');
  await button(page, t('report.send')).click();
  await expect(page.locator('h1')).toHaveText(t('report.sent.title'));
  const number = await readText(page.locator('dd b'));
  await context.close();

  const desk = staff.page;
  await desk.goto(at('/staff/reports'));
  await expectStaffSound(browser, staff);
  await desk.getByRole('link', { name: t('reports.case', { number }) }).click();
  await expect(desk.getByText('Nobody wrote back.')).toBeVisible();
  await expectStaffSound(browser, staff);
  await desk.locator('select[name="person"]').selectOption({ label: 'Ann' });
  await button(desk, t('reports.give.button')).click();
  await expect(told(desk)).toContainText(t('reports.told.given'));
  await desk.getByText(t('reports.incident.mark')).click();
  await button(desk, t('reports.incident.button')).click();
  await expect(desk.locator('.error-summary')).toBeVisible();
  await expectStaffSound(browser, staff);
  await desk.getByLabel(t('reports.incident.happened')).fill('Nobody answered for a week.');
  await desk.getByRole('radio', { name: t('reports.incident.levels.low') }).check();
  await desk.getByLabel(t('reports.incident.done')).fill('The roster has two guides a day.');
  await button(desk, t('reports.incident.button')).click();
  await expect(told(desk)).toContainText(t('reports.told.marked'));
  await desk.getByRole('radio', { name: t('reports.outcome.right') }).check();
  await button(desk, t('reports.close.button')).click();
  await expect(told(desk)).toContainText(t('reports.told.closed'));
  await desk.goto(at('/staff/reports'));
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    button(desk, 'CSV').click(),
  ]);
  expect(download.suggestedFilename()).toBe('incidents.csv');
});
