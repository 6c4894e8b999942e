// The desk of a clinic: one code, one answer, and nobody's name.
import { expect, type Page, test } from '@playwright/test';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import {
  type Colleague,
  DESK,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';
import { newVisitCode } from './support/visit-code.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
const RETURN_CODE = '4827 1093 5561 2204 7789';
let server: RunningServer;
let ann: Colleague;
let dee: Colleague;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const address = await inviteColleague(ann.page, 'Dee', 'desk');
  dee = await joinStaff(browser, address, { name: 'Dee', javaScript: false });
});
test.afterAll(() => server?.stop());

const at = (path: string) => `${server.origin}/en/staff/desk${path}`;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page) => page.getByLabel(t('desk.code'), { exact: true });

const moveDesk = (service: string) =>
  withOwner(ownerUrl(server.dataFolder), (db) =>
    db.query(`UPDATE ops.staff SET service_id = $1 WHERE roles = '{desk}'`, [service]),
  );

async function record(page: Page, code: string): Promise<void> {
  await page.goto(at(''));
  await field(page).fill(code);
  await page.getByRole('radio', { name: t('desk.mode.in_person') }).check();
  await press(page, t('desk.button'));
}

test('whoever is at a desk sees the desk and nothing else', async ({ browser }) => {
  const { page } = dee;
  const links = page.getByRole('navigation', { name: t('staff.shell.list') }).getByRole('link');
  await expect(links).toHaveText([t('staff.shell.places.today'), t('staff.shell.places.desk')]);
  await links.last().click();
  await expectStaffSound(browser, dee);
  await expect(page.locator('main')).toContainText('Example Street Clinic');
  expect((await page.goto(`${server.origin}/en/staff/inbox`))?.status()).toBe(404);
});

test('an invitation to a desk names its service', async () => {
  const { page } = ann;
  await page.goto(`${server.origin}/en/staff/admin/people/invite`);
  await page.getByLabel(t('staff.people.form.name'), { exact: true }).fill('Kim');
  await page.getByLabel(t('staff.people.form.email'), { exact: true }).fill('kim@handrail.test');
  await page.locator('input[name="roles"][value="desk"]').check();
  await page.getByRole('checkbox', { name: 'English' }).check();
  await press(page, t('staff.people.form.button'));
  await expect(page.locator('.error-summary')).toContainText(t('staff.people.error.service'));
  await expect(page.locator('input[name="roles"][value="desk"]')).toBeChecked();
});

test('a visit is recorded by its code, taken back, and recorded again, without scripts', async ({
  browser,
}) => {
  const { page } = dee;
  const code = await newVisitCode(server, 13);
  await page.goto(at(''));
  await field(page).fill(code);
  await press(page, t('desk.button'));
  await expect(page.locator('.error-summary')).toContainText(t('desk.error.mode'));
  await expect(field(page)).toHaveValue(code);
  await expectStaffSound(browser, dee);
  await record(page, code.toLowerCase());
  await expect(page.locator('h1')).toHaveText(t('desk.done.title'));
  await expect(page.locator('main')).toContainText(t('desk.done.text'));
  await expect(page.locator('main')).not.toContainText(code);
  await expectStaffSound(browser, dee);
  await press(page, t('desk.done.undo'));
  await expect(page.getByRole('status')).toContainText(t('desk.undone'));
  await record(page, code.replaceAll(' ', '-'));
  await expect(page.locator('h1')).toHaveText(t('desk.done.title'));
  await record(page, code);
  await expect(page.locator('.error-summary')).toContainText(/This code was used on \d+ /);
});

test('each code that does not count has its own answer, and a return code is gone at once', async ({
  browser,
}) => {
  const { page } = dee;
  const summary = page.locator('.error-summary');
  const code = await newVisitCode(server, 1);
  const answers = [
    ['', 'empty'],
    ['RQ4 7KD', 'length'],
    ['U00 000 000', 'symbol'],
    ['000 000 001', 'check'],
    ['000 000 000', 'unknown'],
    [code, 'early'],
  ] as const;
  for (const [typed, kind] of answers) {
    await record(page, typed);
    await expect(summary).toContainText(t(`desk.error.${kind}`));
    await expect(field(page)).toHaveValue(typed);
  }
  await expectStaffSound(browser, dee);
  await record(page, RETURN_CODE);
  await expect(summary).toContainText(t('desk.error.return_code'));
  await expect(field(page)).toHaveValue('');
  expect(await page.content()).not.toContain('4827');
  await page.goto(at(''));
  await expect(field(page)).toHaveValue('');
});

test('the paper sheet is one side of A4 in every language, and is typed in line by line', async ({
  browser,
}) => {
  const { page } = dee;
  await page.goto(at('/sheet'));
  await expect(page.getByRole('row')).toHaveCount(31);
  await expectStaffSound(browser, dee);
  // The longest line: a service with all four kinds of visit.
  await moveDesk('made-up-river-counselling');
  for (const locale of LOCALES) {
    await page.goto(`${server.origin}/${locale}/staff/desk/sheet`);
    await expect(page.locator('main')).toContainText(translate(locale)('desk.mode.chat'));
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g), locale).toHaveLength(1);
  }
  await moveDesk(DESK);
  const [one, two] = [await newVisitCode(server, 20), await newVisitCode(server, 20)];
  await page.goto(at('/enter'));
  await page.getByLabel(t('desk.enter.lines')).fill([one, two, 'RQ4 7KD', RETURN_CODE].join('\n'));
  await page.getByRole('radio', { name: t('desk.mode.phone') }).check();
  await press(page, t('desk.enter.button'));
  const status = page.getByRole('status');
  await expect(status).toContainText(t('desk.enter.recorded', { count: 2 }));
  await expect(status).toContainText(t('desk.enter.left', { count: 2 }));
  await expect(status).toContainText(t('desk.enter.reason.return_code'));
  await expect(page.getByLabel(t('desk.enter.lines'))).toHaveValue('RQ4 7KD');
  expect(await page.content()).not.toContain('4827');
  await expectStaffSound(browser, dee);
});

test('the log says that visits were recorded, and names no code and no service', async () => {
  const { page } = ann;
  await page.goto(`${server.origin}/en/staff/admin/audit`);
  await expect(page.locator('main')).toContainText(
    t('staff.audit.did.visit.recorded', { who: 'Dee' }),
  );
});
