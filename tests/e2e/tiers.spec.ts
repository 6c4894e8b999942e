// Four people at once, in each language: a visitor, two guides and a moderator, from a message to the step that was
// taken, and from a post to another look at it.
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { type Translate, translate } from '#lib/i18n/translate.ts';
import { newClient, screen } from '../support/client.ts';
import { NIGHTLY } from '../support/nightly.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { become } from './support/become.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { staffGroup, TOPIC, waitTwoDays } from './support/group-people.ts';
import { claimNext, decide, expectReaderSound, press } from './support/group-walk.ts';
import { sendReply } from './support/guide-walk.ts';
import { readCode } from './support/read.ts';
import { type Colleague, inviteColleague, joinStaff } from './support/staff-walk.ts';
import { choose } from './support/walk.ts';

test.describe.configure({ mode: 'serial' });

/** On each change the first; English without scripts has specs of its own. */
const WALKS = (
  [
    ['zh-hans', true],
    ['zh-hant', false],
    ['en', true],
    ['en', false],
    ['zh-hans', false],
    ['zh-hant', true],
  ] as const
).slice(0, NIGHTLY ? 6 : 1);

const WORDS: Readonly<Record<Locale, Record<'message' | 'reply' | 'post' | 'appeal', string>>> = {
  en: {
    message: 'Getting up is hard.',
    reply: 'Shall we plan one small thing?',
    post: 'Evenings are long. I walk to the corner.',
    appeal: 'It is about walking.',
  },
  'zh-hans': {
    message: '早上起床很难。',
    reply: '我们一起计划一件小事，好吗？',
    post: '晚饭后我出门走一圈，心里轻松了一点。',
    appeal: '我写的是散步。',
  },
  'zh-hant': {
    message: '朝早好難起身。',
    reply: '我們一齊計劃一件小事，好嗎？',
    post: '食完飯落街行個圈，心情鬆咗少少。',
    appeal: '我寫的是散步。',
  },
};

const en = translate('en');
let server: RunningServer;
let ana: Colleague;
let ben: Colleague;
let mo: Colleague;
let mia: Colleague;

const query = (sql: string) => withOwner(ownerUrl(server.dataFolder), (db) => db.query(sql));

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  const ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const hire = async (name: string, role: 'guide' | 'moderator') =>
    joinStaff(browser, await inviteColleague(ann.page, name, role), { name });
  [ana, ben] = [await hire('Ana', 'guide'), await hire('Ben', 'guide')];
  [mo, mia] = [await hire('Mo', 'moderator'), await hire('Mia', 'moderator')];
  await query(`UPDATE ops.staff SET languages = '{en,zh-hans,zh-hant}'`);
  await staffGroup(ownerUrl(server.dataFolder));
});
test.afterAll(() => server?.stop());

interface Visitor {
  readonly browser: Browser;
  readonly page: Page;
  readonly t: Translate;
  readonly at: (path: string) => string;
  readonly words: (typeof WORDS)[Locale];
}

/** Somebody with a mild result, in a browser of their own. */
async function visit(browser: Browser, locale: Locale, javaScriptEnabled: boolean) {
  const client = newClient(server.origin);
  const answers = [1, 1, 1, 1, 1, 1, 0, 0, 0, 1].slice(0, locale === 'en' ? 10 : 9);
  await screen(client, { locale, answers });
  const context = await browser.newContext({ javaScriptEnabled });
  await become(context, server.origin, client);
  const at = (path: string) => `${server.origin}/${locale}${path}`;
  const said = WORDS[locale];
  // The second walk in a language finds the first one's post in the group.
  const words = javaScriptEnabled ? said : { ...said, post: said.message };
  return { browser, page: await context.newPage(), t: translate(locale), at, words };
}

const sound = ({ browser, page }: Visitor) => expectReaderSound(browser, page);

/** Chooses guidance and writes. Returns the return code. */
async function write(visitor: Visitor): Promise<string> {
  const { page, t, at, words } = visitor;
  await page.goto(at('/next/other'));
  await choose(page, t('result.step.guidance.title'));
  await press(page, t('result.choose'));
  const code = await readCode(page);
  await page.goto(at('/message'));
  await page.getByRole('textbox').fill(words.message);
  await press(page, t('mine.message.send'));
  await expect(page.getByText(t('mine.message.sent'))).toBeVisible();
  await sound(visitor);
  return code;
}

/** One guide claims it and drafts; the other is told so, and answers with the step of a plan. */
async function answer({ words }: Visitor): Promise<void> {
  await ana.page.goto(`${server.origin}/en/staff/inbox`);
  await press(ana.page, en('inbox.next'));
  await expect(ana.page.getByText(words.message)).toBeVisible();
  const label = en('inbox.thread.reply');
  await ana.page.getByLabel(label, { exact: true }).fill(words.message);
  await press(ana.page, en('inbox.thread.saveDraft'));
  await expect(ana.page.getByText(en('inbox.thread.draftSaved'))).toBeVisible();
  await ben.page.goto(ana.page.url().split('?')[0] ?? '');
  await expect(ben.page.getByText(en('inbox.thread.replying', { name: 'Ana' }))).toBeVisible();
  await ben.page.getByLabel(label, { exact: true }).fill(words.reply);
  await ben.page.locator('input[name="step"][value="plan"]').check();
  await press(ben.page, en('inbox.thread.send'));
  const told = ben.page.locator('.error-summary');
  await expect(told).toContainText(en('inbox.thread.error.replying'));
  await ben.page.getByLabel(en('inbox.thread.override', { name: 'Ana' })).check();
  await sendReply(ben.page, { text: words.reply, step: 'plan' });
  await query('UPDATE ops.pending_reply SET due_at = now()');
}

/** Reads it with the code in another browser and takes the step. */
async function read(visitor: Visitor, code: string, javaScriptEnabled: boolean): Promise<void> {
  const { browser, t, at, words } = visitor;
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(at('/return'));
  await page.getByRole('textbox').fill(code);
  await choose(page, t('check.start.device.private'));
  await press(page, t('shell.continue'));
  await page.getByRole('link', { name: t('mine.place.readReply') }).click();
  await expect(page.getByText(words.reply)).toBeVisible();
  await sound({ ...visitor, page });
  await press(page, t('mine.message.step.plan'));
  await expect(page).toHaveURL(/\/plan/);
  await context.close();
}

/** Joins the group and writes; a moderator shows it. */
async function post(visitor: Visitor): Promise<void> {
  const { page, t, at, words } = visitor;
  await waitTwoDays(ownerUrl(server.dataFolder));
  await page.goto(at('/group'));
  await sound(visitor);
  await press(page, t('group.join.button'));
  await page.goto(at(`/group/${TOPIC}`));
  await page.getByRole('link', { name: t('group.topic.write') }).click();
  await page.getByLabel(t('group.new.label')).fill(words.post);
  await press(page, t('group.new.see'));
  await sound(visitor);
  await press(page, t('group.new.send'));
  await expect(page.locator('main')).toContainText(t('group.mine.state.held'));
  await page.goto(at(`/group/${TOPIC}`));
  await expect(page.locator('main')).not.toContainText(words.post);
  await claimNext(mo, server.origin);
  await expect(mo.page.locator('main')).toContainText(words.post);
  await decide(mo, 'show');
  await page.goto(at(`/group/${TOPIC}`));
  await expect(page.locator('main')).toContainText(words.post);
  await sound(visitor);
}

/** Somebody reports it, it is hidden, and its author asks for another look by somebody else. */
async function appeal(visitor: Visitor, javaScriptEnabled: boolean): Promise<void> {
  const { browser, page, t, at, words } = visitor;
  const context = await browser.newContext({ javaScriptEnabled });
  const other = await context.newPage();
  await other.goto(at(`/group/${TOPIC}`));
  await other.locator('article', { hasText: words.post }).getByRole('link').first().click();
  await other.getByRole('radio', { name: t('group.report.reason.harm') }).check();
  await press(other, t('group.report.send'));
  await context.close();
  await claimNext(mo, server.origin);
  await decide(mo, 'hide', 'method');
  await page.goto(at('/group/my-posts'));
  await expect(page.locator('main')).toContainText(t('group.reason.method'));
  await sound(visitor);
  await page.locator('summary', { hasText: t('group.mine.appeal') }).click();
  await page.getByLabel(t('group.mine.appealWords')).fill(words.appeal);
  await press(page, t('group.mine.appeal'));
  await expect(page.locator('main')).toContainText(t('group.mine.state.appealed'));
  await claimNext(mia, server.origin);
  await expect(mia.page.locator('main')).toContainText(words.appeal);
  await decide(mia, 'show');
  await page.goto(at(`/group/${TOPIC}`));
  await expect(page.locator('main')).toContainText(words.post);
}

for (const [locale, scripts] of WALKS) {
  test(`${locale}, ${scripts ? 'with' : 'without'} scripts: a message and a post on their whole way`, async ({
    browser,
  }) => {
    const visitor = await visit(browser, locale, scripts);
    const code = await write(visitor);
    await answer(visitor);
    await read(visitor, code, scripts);
    await post(visitor);
    await appeal(visitor, scripts);
    await visitor.page.context().close();
  });
}
