// Placements are stopped: everybody is offered a visit, staff are told, and a person resumes them.
import { expect, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, screen } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { type Colleague, expectStaffSound, joinStaff } from './support/staff-walk.ts';

test.describe.configure({ mode: 'default' });

const t = translate('en');
const LOW = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
let server: RunningServer;
let ann: Colleague;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

/** As the worker does on a mismatch. */
const stop = () =>
  withOwner(ownerUrl(server.dataFolder), (db) =>
    db.query(
      `INSERT INTO ops.alert (kind, subject, detail, opened_at, open_key) VALUES
       ('placement_mismatch', 'placements', '{"offers": 2, "policies": ["abcdef0123"], "known": ["x"]}',
        now(), 'placement_mismatch:placements')`,
    ),
  );

/** What a visitor with the lowest score is told about the step. */
async function whyOf(): Promise<string> {
  const visitor = newClient(server.origin);
  await screen(visitor, { answers: LOW });
  return (await visitor.get('/en/next')).body;
}

test('while placements are stopped a visitor is offered a visit, and staff see why', async ({
  browser,
}) => {
  ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann', javaScript: false });
  expect(await whyOf()).not.toContain(t('result.why.no_policy'));
  await stop();
  const told = await whyOf();
  expect(told).toContain(t('result.why.no_policy'));
  expect(told).toContain('class="help-now"');
  const { page } = ann;
  await page.goto(`${server.origin}/en/staff`);
  await expect(page.getByText(t('staff.today.alerts.placement_mismatch'))).toBeVisible();
  await page.getByRole('link', { name: t('staff.today.alerts.look') }).click();
  await expect(page.getByText(t('staff.placements.stopped.title'))).toBeVisible();
  await expect(page.getByText('abcdef01')).toBeVisible();
  await expectStaffSound(browser, ann);
});

test('a note is asked for, nothing is lost, and then the policy places people again', async ({
  browser,
}) => {
  const { page } = ann;
  const button = page.getByRole('button', { name: t('staff.placements.stopped.resume') });
  await button.click();
  await expect(page.locator('.error-summary')).toContainText(t('staff.placements.error.no_note'));
  await expectStaffSound(browser, ann);
  await page.getByLabel(t('staff.placements.stopped.note')).fill('Restored the table.');
  await withOwner(ownerUrl(server.dataFolder), (db) =>
    db.query(`UPDATE ops.alert SET detail = detail || '{"offers": 3}' WHERE closed_at IS NULL`),
  );
  await button.click();
  await expect(page.locator('.error-summary')).toContainText(t('staff.placements.error.changed'));
  await expect(page.getByLabel(t('staff.placements.stopped.note'))).toHaveValue(
    'Restored the table.',
  );
  await button.click();
  await expect(page.getByRole('status')).toContainText(t('staff.placements.told'));
  await expect(page.getByRole('table')).toContainText('Restored the table.');
  await expectStaffSound(browser, ann);
  expect(await whyOf()).not.toContain(t('result.why.no_policy'));
});
