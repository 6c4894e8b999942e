// A visitor without scripts and two guides with them, at once: from the first message to the step that was taken.
import { type Browser, expect, type Page, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, screen } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { findViolations } from './support/axe.ts';
import { become } from './support/become.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { sendReply } from './support/guide-walk.ts';
import { readCode } from './support/read.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';
import { choose } from './support/walk.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
let server: RunningServer;
let ana: Colleague;
let ben: Colleague;
let cho: Colleague;
let visitor: Page;
let code = '';

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  const admin = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const hire = async (name: string, role: 'guide' | 'clinician') =>
    joinStaff(browser, await inviteColleague(admin.page, name, role), { name });
  ana = await hire('Ana', 'guide');
  ben = await hire('Ben', 'guide');
  cho = await hire('Cho', 'clinician');
});
test.afterAll(() => server?.stop());

const at = (path: string) => `${server.origin}/en${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const query = <Row extends object>(sql: string) =>
  withOwner(ownerUrl(server.dataFolder), async (db) => (await db.query(sql)).rows as Row[]);

/** As half a minute later. */
const letGo = () => query('UPDATE ops.pending_reply SET due_at = now()');

/** The visitor's page in a browser that has scripts, so that axe can look at it. */
async function expectVisitorSound(browser: Browser, page: Page): Promise<void> {
  const twin = await browser.newContext();
  const cookies = await page.context().cookies();
  await twin.addCookies(cookies.filter(({ name }) => !name.startsWith('__Host-')));
  const other = await twin.newPage();
  await other.goto(page.url());
  await expect(other.locator('h1')).toHaveCount(1);
  expect(await findViolations(other), page.url()).toEqual([]);
  await twin.close();
}

test('a clinician signs a reply, which guides can then insert from the keyboard', async ({
  browser,
}) => {
  const { page } = cho;
  await page.goto(at('/staff/replies'));
  await expectStaffSound(browser, cho);
  await expect(page.getByRole('table').first()).toContainText(t('replies.state.draft'));
  await page.getByRole('link', { name: 'First answer' }).click();
  await expectStaffSound(browser, cho);
  await button(page, t('replies.sign.button')).click();
  await expect(page.getByText(t('replies.sign.done'))).toBeVisible();
  await expect(page.getByText('Signed by Cho', { exact: false })).toBeVisible();
});

test('a visitor writes; one guide claims it, the other sees who is there', async ({ browser }) => {
  const client = newClient(server.origin);
  await screen(client, { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0, 1] });
  const context = await browser.newContext({ javaScriptEnabled: false });
  await become(context, server.origin, client);
  visitor = await context.newPage();
  await visitor.goto(at('/next/other'));
  await choose(visitor, t('result.step.guidance.title'));
  await button(visitor, t('result.choose')).click();
  code = await readCode(visitor);
  await visitor.goto(at('/message'));
  await visitor.getByRole('textbox').fill('Getting up is hard.');
  await button(visitor, t('mine.message.send')).click();
  await expect(visitor.getByText(t('mine.message.sent'))).toBeVisible();
  await expect(visitor.getByText('quiet')).toHaveCount(0);
  await expectVisitorSound(browser, visitor);

  for (const one of [ana, ben]) {
    await one.page.goto(at('/staff/inbox'));
    await expect(one.page.getByRole('table')).toBeVisible();
    await expectStaffSound(browser, one);
  }
  await button(ana.page, t('inbox.next')).click();
  await expect(ana.page.getByText('Getting up is hard.')).toBeVisible();
  await expectStaffSound(browser, ana);
  await button(ben.page, t('inbox.next')).click();
  await expect(ben.page.getByText(t('inbox.nothing'))).toBeVisible();
  await ben.page.goto(ana.page.url());
  await expect(ben.page.getByText(/^Ana is looking at this since \d\d:\d\d\.$/)).toBeVisible();
});

test('both reply: who comes second reads both texts, and loses none', async ({ browser }) => {
  const reply = (page: Page) => page.getByLabel(t('inbox.thread.reply'), { exact: true });
  await reply(ana.page).pressSequentially('Hello. ::hello ');
  await expect(reply(ana.page)).toHaveValue(/^Hello\. I have read all that you wrote\./);
  await expect(ana.page.getByText(t('inbox.thread.saved.inserted'))).toBeVisible();
  const isAtEnd = (text: HTMLTextAreaElement) => text.selectionStart === text.value.length;
  await expect.poll(() => reply(ana.page).evaluate(isAtEnd)).toBe(true);
  await ana.page.keyboard.type('Would you like that?');
  await expect(reply(ana.page)).toHaveValue(/next step\. Would you like that\?$/);
  await reply(ana.page).fill('From Ana: one foot first.');
  await button(ana.page, t('inbox.thread.saveDraft')).click();
  await expect(ana.page.getByText(t('inbox.thread.draftSaved'))).toBeVisible();

  await ben.page.reload();
  await expect(ben.page.getByText(t('inbox.thread.replying', { name: 'Ana' }))).toBeVisible();
  await reply(ben.page).fill('From Ben: small steps count.');
  await ben.page.locator('input[name="step"][value="plan"]').check();
  await button(ben.page, t('inbox.thread.send')).click();
  await expect(ben.page.locator('.error-summary')).toContainText(t('inbox.thread.error.replying'));
  await expectStaffSound(browser, ben);

  await visitor.getByRole('textbox').fill('And I sleep badly.');
  await button(visitor, t('mine.message.send')).click();
  await ben.page.getByLabel(t('inbox.thread.override', { name: 'Ana' })).check();
  await button(ben.page, t('inbox.thread.send')).click();
  await expect(ben.page.locator('.error-summary')).toContainText(t('inbox.thread.error.changed'));
  await expect(ben.page.getByText('And I sleep badly.')).toBeVisible();
  await expect(ben.page.getByText(t('inbox.thread.new'))).toBeVisible();
  await expect(reply(ben.page)).toHaveValue('From Ben: small steps count.');
  await ben.page.getByLabel(t('inbox.thread.override', { name: 'Ana' })).check();
  await button(ben.page, t('inbox.thread.send')).click();
  await expect(button(ben.page, t('inbox.thread.pending.undo'))).toBeVisible();
  await expectStaffSound(browser, ben);

  await ana.page.locator('input[name="step"][value="plan"]').check();
  await button(ana.page, t('inbox.thread.send')).click();
  await expect(ana.page.locator('.error-summary')).toContainText(t('inbox.thread.error.held'));
  await expect(ana.page.getByText('From Ben: small steps count.')).toBeVisible();
  await expect(reply(ana.page)).toHaveValue('From Ana: one foot first.');
  await expectStaffSound(browser, ana);
  await visitor.reload();
  await expect(visitor.getByText('From Ben')).toHaveCount(0);
});

test('a reply is taken back once, sent, read by code elsewhere, and its step is taken once', async ({
  browser,
}) => {
  await button(ben.page, t('inbox.thread.pending.undo')).click();
  await expect(ben.page.getByText(t('inbox.thread.pending.undone'))).toBeVisible();
  const field = ben.page.getByLabel(t('inbox.thread.reply'), { exact: true });
  await expect(field).toHaveValue('From Ben: small steps count.');
  // Ana has left.
  await query(`UPDATE ops.thread_presence SET seen_at = now() - interval '3 minutes'`);
  await ben.page.reload();
  await sendReply(ben.page, { text: 'From Ben: shall we plan one?', step: 'plan' });
  await letGo();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const elsewhere = await context.newPage();
  await elsewhere.goto(at('/return'));
  await elsewhere.getByRole('textbox').fill(code);
  await choose(elsewhere, t('check.start.device.private'));
  await button(elsewhere, t('shell.continue')).click();
  await elsewhere.getByRole('link', { name: t('mine.place.readReply') }).click();
  await expect(elsewhere.getByText('From Ben: shall we plan one?')).toBeVisible();
  await expect(elsewhere.getByText('From Ben: small steps')).toHaveCount(0);
  await expectVisitorSound(browser, elsewhere);
  for (let times = 0; times < 2; times += 1) {
    await button(elsewhere, t('mine.message.step.plan')).click();
    await expect(elsewhere).toHaveURL(/\/en\/plan/);
    await elsewhere.goto(at('/mine/messages'));
  }
  await expect(elsewhere.getByText(t('mine.message.taken'))).toBeVisible();
  const steps = await query<{ step: string }>(
    `SELECT step FROM subject.transition WHERE step LIKE 'guidance.%' ORDER BY seq`,
  );
  expect(steps.map(({ step }) => step)).toEqual([
    ...['guidance.requested', 'guidance.requested', 'guidance.answered'],
    ...['guidance.read', 'guidance.step_taken'],
  ]);
  await context.close();
});

test('notes and handing over stay among guides, and deleting ends it for everybody', async ({
  browser,
}) => {
  const { page } = ben;
  await page.goto(at('/staff/inbox?tab=waiting'));
  await page.getByRole('table').getByRole('link').first().click();
  const thread = page.url();
  // Typed and never sent: the page keeps it within ten seconds.
  await page.getByLabel(t('inbox.thread.reply'), { exact: true }).fill('Half a thought');
  const drafts = () =>
    query(`SELECT FROM ops.thread_draft d JOIN ops.staff s ON s.id = d.staff_id
    WHERE s.name = 'Ben'`);
  await expect.poll(async () => (await drafts()).length, { timeout: 20_000 }).toBe(1);
  await page.reload();
  await expect(page.getByLabel(t('inbox.thread.reply'), { exact: true })).toHaveValue(
    'Half a thought',
  );
  await page.getByLabel(t('inbox.thread.notes.label')).fill('Go gently.');
  await button(page, t('inbox.thread.notes.button')).click();
  await expect(page.getByText(t('inbox.thread.notes.note', { name: 'Ben' }))).toBeVisible();
  await page.getByLabel(t('inbox.thread.assign.label')).selectOption({ label: 'Ana' });
  await page.getByLabel(t('inbox.thread.assign.note')).fill('Yours from now on.');
  await button(page, t('inbox.thread.assign.button')).click();
  await expect(page.getByText(t('inbox.thread.assign.done', { name: 'Ana' }))).toBeVisible();
  await expectStaffSound(browser, ben);

  await visitor.goto(at('/mine/messages'));
  await expect(visitor.getByText('Go gently.')).toHaveCount(0);
  await visitor.getByRole('link', { name: t('mine.message.eraseLink') }).click();
  await expectVisitorSound(browser, visitor);
  await button(visitor, t('mine.message.erase.button')).click();
  await expect(visitor.getByText(t('mine.message.erase.done'))).toBeVisible();
  expect((await page.goto(thread))?.status()).toBe(404);
  expect(await query('SELECT FROM subject.thread_note')).toEqual([]);
});
