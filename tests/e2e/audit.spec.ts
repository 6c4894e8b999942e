// The audit log: a filter by address, and a file of what it shows.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { type Colleague, expectStaffSound, joinStaff } from './support/staff-walk.ts';

test.describe.configure({ mode: 'default' });

const t = translate('en');
const AUDIT = '/en/staff/admin/audit';
let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

/** Without scripts: nothing here may need them. */
let ann: Colleague;
const field = (name: string) => ann.page.locator(`#${name}`);
const press = (text: string) => ann.page.getByRole('button', { name: text, exact: true }).click();

test('a filter shows its entries alone, and comes back whole with what is wrong in it', async ({
  browser,
}) => {
  ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann', javaScript: false });
  const { page } = ann;
  await page.goto(`${server.origin}${AUDIT}`);
  await field('action').selectOption('staff.joined');
  await field('who').selectOption({ label: 'Ann' });
  await press(t('staff.audit.filter.show'));
  await expect(page.getByText(t('staff.audit.count', { count: 1 }), { exact: true })).toBeVisible();
  await expect(page.getByRole('table')).toContainText('Ann set up an account');
  await expect(field('action')).toHaveValue('staff.joined');
  await expectStaffSound(browser, ann);

  await field('subject').fill('Ann & <b>');
  await field('from').fill('yesterday');
  await press(t('staff.audit.filter.show'));
  await expect(page.locator('.error-summary')).toContainText(t('staff.audit.filter.error.date'));
  await expect(page.getByText(t('staff.audit.mendFirst'))).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(field('from')).toHaveValue('yesterday');
  await expect(field('subject')).toHaveValue('Ann & <b>');
  await expect(field('action')).toHaveValue('staff.joined');
  await expectStaffSound(browser, ann);
});

test('the file holds what the filter shows, asks for a code where that is long ago, and is on record', async () => {
  const { page } = ann;
  await page.goto(`${server.origin}${AUDIT}?action=staff.joined`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    press(t('staff.audit.download')),
  ]);
  expect(file.suggestedFilename()).toBe('entries.csv');
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(',Ann,staff.joined,');

  await withOwner(ownerUrl(server.dataFolder), (db) =>
    db.query(`UPDATE ops.staff_session SET verified_at = now() - interval '11 minutes'`),
  );
  await press(t('staff.audit.download'));
  await expect(page).toHaveURL(/\/en\/staff\/confirm$/);
  await page.goto(`${server.origin}${AUDIT}?action=audit.downloaded`);
  await expect(page.getByRole('table')).toContainText('Ann downloaded entries of this log');
});
