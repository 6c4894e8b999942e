import { expect, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { expectStaffSound, joinStaff } from './support/staff-walk.ts';

const t = translate('en');
const NAME = 'Example Street Clinic';
let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

test('staff pause a service and open it again, and visitors see the directory as it then is', async ({
  browser,
  page,
}) => {
  const at = (path: string) => `${server.origin}/en${path}`;
  const staff = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const row = staff.page.getByRole('row').filter({ hasText: NAME });
  const told = staff.page.getByRole('status');
  await staff.page.goto(at('/staff/services'));
  await expectStaffSound(browser, staff);
  // Seeded today, so there is nothing to confirm.
  await expect(row.getByRole('button', { name: t('staff.services.confirm') })).toHaveCount(0);
  await row.getByRole('button', { name: t('staff.services.pause') }).click();
  await expect(told).toContainText('is paused');
  await expect(row).toContainText(t('staff.services.state.paused'));
  await expectStaffSound(browser, staff);
  await page.goto(at('/services'));
  await expect(page.getByRole('heading', { name: NAME })).toHaveCount(0);
  await row.getByRole('button', { name: t('staff.services.reopen') }).click();
  await expect(told).toContainText('is open again');
  await page.reload();
  await expect(page.getByRole('heading', { name: NAME })).toHaveCount(1);
});
