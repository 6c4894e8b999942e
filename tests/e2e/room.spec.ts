import { expect, type Page, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { fillScreenings } from '../support/many-screenings.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { expectStaffSound, inviteColleague, joinStaff } from './support/staff-walk.ts';
import { choose } from './support/walk.ts';

const t = translate('en');
let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

const at = (path: string) => `${server.origin}/en${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the last ninety days once more, beside what there is room for', async ({ browser }) => {
  await withOwner(ownerUrl(server.dataFolder), (db) =>
    fillScreenings(db, 400, new Date().toISOString().slice(0, 10)),
  );
  const ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const invited = await inviteColleague(ann.page, 'Dee', 'clinician');
  const dee = await joinStaff(browser, invited, { name: 'Dee', javaScript: false });
  const { page } = dee;
  await page.goto(at('/staff/policy'));
  await choose(page, t('policy.start.preset', { name: 'nice-ng222-like' }));
  await button(page, t('policy.start.button')).click();
  const address = page.url();
  await page.goto(`${address}/try`);
  await expect(page.getByText(/^Of \d+ checks in 90 days/)).toBeVisible();
  const capacity = page.getByRole('table', { name: t('policy.try.capacityCaption') });
  const visits = page.locator('#room-face_to_face');
  await visits.fill('many');
  await button(page, t('policy.try.compare')).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(visits).toHaveValue('many');
  await visits.fill('５００');
  await button(page, t('policy.try.compare')).click();
  await expect(visits).toHaveValue('500');
  await expect(capacity).toContainText(t('policy.try.capacity.fits'));
  await expect(capacity).toContainText(/\d+ too many/);
  // No moderator is on the roster: that nobody can be taken is known, and not asked.
  await expect(page.getByText(t('policy.try.known.noGroup'))).toBeVisible();
  await expect(page.locator('#room-community')).toHaveCount(0);
  await visits.fill('');
  await button(page, t('policy.try.compare')).click();
  await expect(capacity).toContainText(t('policy.try.notKnown'));
  await expectStaffSound(browser, dee);
  // Many would be led to less care: that has to be said why, and is asked once that is known.
  await page.goto(address);
  const why = page.getByLabel(t('policy.propose.lower'));
  await expect(why).toHaveCount(0);
  await button(page, t('policy.draft.check')).click();
  await expect(why).toBeVisible();
  await page.goto(address);
  await page.getByLabel(t('policy.propose.reason')).fill('For a test.');
  await button(page, t('policy.propose.button')).click();
  await expect(page.locator('.error-summary')).toContainText(
    t('policy.propose.error.no_lower_reason'),
  );
  await why.fill('Groups have room.');
  await button(page, t('policy.propose.button')).click();
  await expect(page).toHaveURL(/\/staff\/policy\/version\/[0-9a-f]{64}$/);
});
