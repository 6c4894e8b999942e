// One post on its whole way: a visitor without scripts, two moderators with them, and somebody who reads.
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { type Client, newClient } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { become } from './support/become.ts';
import { ownerUrl } from './support/durable/own-server.ts';
import { joinGroup, staffGroup } from './support/group-people.ts';
import { claimNext, decide, expectReaderSound, press } from './support/group-walk.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
const TEXT = 'Evenings are long. I walk to the corner.';
let server: RunningServer;
let ann: Colleague;
let mo: Colleague;
let mia: Colleague;
let person: Client;
let reader: BrowserContext;
let page: Page;
let topic = '';

test.beforeAll(async ({ browser }) => {
  server = await startServer({ env: { HANDRAIL_DEBRIEF_CONTACT: 'Dr Example, extension 12' } });
  ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  mo = await hire(browser, 'Mo');
  mia = await hire(browser, 'Mia');
  const url = ownerUrl(server.dataFolder);
  await staffGroup(url);
  person = await joinGroup(server);
  reader = await browser.newContext({ javaScriptEnabled: false });
  await become(reader, server.origin, person);
  page = await reader.newPage();
});
test.afterAll(() => server?.stop());

const hire = async (browser: Browser, name: string) =>
  joinStaff(browser, await inviteColleague(ann.page, name, 'moderator'), { name });

const at = (path: string) => `${server.origin}/en${path}`;
const expectSound = (browser: Browser) => expectReaderSound(browser, page);
const claim = (colleague: Colleague) => claimNext(colleague, server.origin);
const told = (where: Page) => where.locator('.notice[role="status"]');

test('a moderator writes a topic, and it is there for everybody', async ({ browser }) => {
  const { page: staff } = mo;
  await staff.goto(at('/staff'));
  await staff.getByRole('link', { name: t('staff.shell.places.moderate') }).click();
  await expectStaffSound(browser, mo);
  await staff.getByRole('link', { name: t('moderate.links.topics') }).click();
  await expectStaffSound(browser, mo);
  const add = staff.locator('form').last();
  const named = { language: t('moderate.topics.language.en') };
  await press(staff, t('moderate.topics.save'));
  await expect(staff.locator('.error-summary')).toContainText(t('moderate.topics.error.none'));
  await add.getByLabel(t('moderate.topics.titleIn', named)).fill('Mornings');
  await add
    .getByLabel(t('moderate.topics.openingIn', named))
    .fill('What helps you in the morning?');
  await press(staff, t('moderate.topics.save'));
  await expect(staff.getByRole('status')).toContainText(t('moderate.news.saved'));
  await page.goto(at('/group'));
  await expectSound(browser);
  await expect(page.locator('main')).toContainText(t('group.rules.1'));
  await page.getByRole('link', { name: 'Mornings' }).click();
  topic = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expect(page.locator('main')).toContainText(t('group.topic.none'));
  await expectSound(browser);
});

test('a post is looked at, masked, and sent for checking; nobody else sees it', async ({
  browser,
}) => {
  await page.getByRole('link', { name: t('group.topic.write') }).click();
  await press(page, t('group.new.see'));
  await expect(page.locator('.error-summary')).toContainText(t('group.new.empty'));
  await page.getByLabel(t('group.new.label')).fill(`${TEXT} My number is 07700 900123.`);
  await expectSound(browser);
  await press(page, t('group.new.see'));
  await expect(page.locator('h2').first()).toHaveText(t('group.new.preview'));
  await expect(page.locator('main')).toContainText(t('group.kind.phone'));
  await expect(page.locator('main')).not.toContainText('900123');
  await press(page, t('group.new.again'));
  await expect(page.getByLabel(t('group.new.label'))).toHaveValue(`${TEXT} My number is […].`);
  await page.getByLabel(t('group.new.label')).fill(TEXT);
  await press(page, t('group.new.see'));
  await press(page, t('group.new.send'));
  await expect(told(page)).toContainText(t('group.new.sent'));
  await expect(page.locator('main')).toContainText(t('group.mine.state.held'));
  await expectSound(browser);
  await page.goto(at(`/group/${topic}`));
  await expect(page.locator('main')).not.toContainText(TEXT);
});

test('a moderator claims it, reads it and shows it', async ({ browser }) => {
  await claim(mo);
  const { page: staff } = mo;
  await expect(staff.locator('main')).toContainText(TEXT);
  await expectStaffSound(browser, mo);
  // The page of somebody else’s claim holds no text.
  await mia.page.goto(staff.url());
  await expect(mia.page.locator('h1')).toHaveText(t('moderate.item.takenTitle'));
  await expect(mia.page.locator('main')).not.toContainText(TEXT);
  await press(staff, t('moderate.item.send'));
  await expect(staff.locator('.error-summary')).toContainText(t('moderate.item.error.decision'));
  await decide(mo, 'show');
  await page.goto(at(`/group/${topic}`));
  await expect(page.locator('article')).toContainText(TEXT);
  await expectSound(browser);
});

test('somebody who reads reports it, and it is gone until it is decided', async ({ browser }) => {
  const anyone = await browser.newContext({ javaScriptEnabled: false });
  const other = await anyone.newPage();
  await other.goto(at(`/group/${topic}`));
  await other.getByRole('link', { name: /^Report/ }).click();
  await press(other, t('group.report.send'));
  await expect(other.locator('.error-summary')).toContainText(t('group.report.choose'));
  await other.getByRole('radio', { name: t('group.report.reason.harm') }).check();
  await press(other, t('group.report.send'));
  await expect(told(other)).toContainText(t('group.report.sent'));
  await page.goto(at(`/group/${topic}`));
  await expect(page.locator('article')).toHaveCount(0);
  await claim(mo);
  await expect(mo.page.locator('main')).toContainText(t('group.report.reason.harm'));
  await expectStaffSound(browser, mo);
  await decide(mo, 'hide', 'method');
  await anyone.close();
});

test('its author reads why, with help, and asks for another look, which is somebody else’s', async ({
  browser,
}) => {
  await page.goto(at('/group/my-posts'));
  await expect(page.locator('main')).toContainText(t('group.reason.method'));
  await expect(page.locator('.panel-clay')).toHaveCount(1);
  await expectSound(browser);
  await page.locator('summary', { hasText: t('group.mine.appeal') }).click();
  await page.getByLabel(t('group.mine.appealWords')).fill('It is about walking.');
  await press(page, t('group.mine.appeal'));
  await expect(page.locator('main')).toContainText(t('group.mine.state.appealed'));
  await claim(mo);
  await expect(mo.page.getByRole('status')).toContainText(t('moderate.nothingFree'));
  await claim(mia);
  await expect(mia.page.locator('main')).toContainText('It is about walking.');
  await expectStaffSound(browser, mia);
  await decide(mia, 'show');
  await page.goto(at(`/group/${topic}`));
  await expect(page.locator('article')).toContainText(TEXT);
});

test('words of risk bring help with the answer, and the post still goes, first of all', async ({
  browser,
}) => {
  await page.goto(at(`/group/${topic}/new`));
  await page.getByLabel(t('group.new.label')).fill('I want to kill myself.');
  await press(page, t('group.new.see'));
  await expect(page.locator('main')).toContainText(t('group.new.care'));
  await expectSound(browser);
  await press(page, t('group.new.send'));
  await expect(page.locator('main')).toContainText(t('group.new.care'));
  await expect(page.locator('.panel-clay')).toHaveCount(1);
  expect(page.url()).not.toContain('care');
  await mo.page.goto(at('/staff/moderate'));
  const counts = t('moderate.counts', { high: 1, medium: 0, low: 0 });
  await expect(mo.page.locator('main')).toContainText(counts);
  await claim(mo);
  await expect(mo.page.locator('mark')).toContainText('kill myself');
  await expectStaffSound(browser, mo);
});

test('a moderator ends somebody’s posting, and an administrator takes it back', async ({
  browser,
}) => {
  await mo.page.locator('summary', { hasText: t('moderate.item.ban') }).click();
  await mo.page.getByRole('radio', { name: t('moderate.banReason.pushing_harm') }).check();
  await press(mo.page, t('moderate.item.banYes'));
  await expect(mo.page.getByRole('status')).toContainText(t('moderate.news.banned'));
  await page.goto(at('/group'));
  await expect(page.locator('main')).toContainText(t('group.member.banned'));
  await ann.page.goto(at('/staff/moderate/bans'));
  await expectStaffSound(browser, ann);
  await press(ann.page, t('moderate.bans.lift'));
  await expect(ann.page.getByRole('status')).toContainText(t('moderate.news.lifted'));
  await page.goto(at('/group'));
  await expect(page.locator('main')).not.toContainText(t('group.member.banned'));
});

test('a shift is handed over, and to nobody only with the group for reading', async ({
  browser,
}) => {
  const { page: staff } = mo;
  await staff.goto(at('/staff/handover'));
  await expectStaffSound(browser, mo);
  await expect(staff.locator('main')).toContainText('Dr Example, extension 12');
  await staff.getByLabel(t('moderate.handover.note')).fill('A long day.');
  await press(staff, t('moderate.handover.keep'));
  await expect(staff.getByRole('status')).toContainText(t('moderate.handover.kept'));
  await expect(staff.getByLabel(t('moderate.handover.note'))).toHaveValue('A long day.');
  await staff.getByRole('radio', { name: /^Mia/ }).check();
  await press(staff, t('moderate.handover.send'));
  await expect(staff.getByRole('status')).toContainText(t('moderate.news.handed'));
  await staff.goto(at('/staff/handover'));
  await staff.getByRole('radio', { name: t('moderate.handover.nobody') }).check();
  await press(staff, t('moderate.handover.send'));
  await page.goto(at('/group'));
  await expect(page.locator('main')).toContainText(t('group.shut.unattended'));
  await mia.page.goto(at('/staff'));
  await expect(mia.page.locator('main')).toContainText(t('staff.today.alerts.group_unattended'));
  await claim(mia);
  await page.goto(at('/group'));
  await expect(page.locator('main')).not.toContainText(t('group.shut.unattended'));
});

test('a post is taken back in two presses, and the group is left in one', async ({ browser }) => {
  await page.goto(at('/group/my-posts'));
  await page
    .locator('summary', { hasText: t('group.mine.delete') })
    .last()
    .click();
  await page
    .getByRole('button', { name: t('group.mine.deleteYes') })
    .last()
    .click();
  await expect(told(page)).toContainText(t('group.mine.deleted'));
  await page.goto(at('/group'));
  await press(page, t('group.member.leave'));
  await expect(told(page)).toContainText(t('group.member.left'));
  await page.goto(at('/group/figures'));
  await expectSound(browser);
});

test('nobody writes without a session, and nobody under age gets one', async () => {
  const young = newClient(server.origin);
  await young.get('/en/check');
  const sent = await young.post('/en/check', { device: 'private', age: 'younger', self: 'yes' });
  expect(sent.status).toBe(303);
  await young.get('/en/group');
  const joined = await young.post('/en/group', { act: 'join' });
  expect(joined.headers.location).toMatch(/\/en\/return$/);
  const wrote = await young.post(`/en/group/${topic}/new`, { step: 'send', text: 'Hello' });
  expect(wrote.headers.location).toMatch(/\/en\/return$/);
});
