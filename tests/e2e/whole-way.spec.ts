// The whole way, from the result to a recorded visit and on: what the product is for, in one walk.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, screen } from '../support/client.ts';
import { NIGHTLY } from '../support/nightly.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { become } from './support/become.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { readCode, readText } from './support/read.ts';
import { type Colleague, DESK, inviteColleague, joinStaff } from './support/staff-walk.ts';

test.describe.configure({ mode: 'serial' });

const en = translate('en');
const MODERATE = [2, 2, 2, 2, 1, 1, 1, 1, 0, 1];
const WORSE = [3, 3, 3, 3, 2, 2, 2, 2, 0, 2];
const MOST_PAGES = 12;
const MOST_INTERACTIONS = 25;
let server: RunningServer;
let desk: Colleague;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  const ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const address = await inviteColleague(ann.page, 'Dee', 'desk');
  const guide = await inviteColleague(ann.page, 'Gus', 'guide');
  await joinStaff(browser, guide, { name: 'Gus', javaScript: false });
  desk = await joinStaff(browser, address, { name: 'Dee', javaScript: false });
});
test.afterAll(() => server?.stop());

/** Everything that was recorded happens so many days earlier. */
const passDays = (days: number) =>
  withOwner(ownerUrl(server.dataFolder), async (db) => {
    await db.query('UPDATE subject.pathway SET start_date = start_date - $1::integer', [days]);
    await db.query("UPDATE ops.visit_clock SET issued_at = issued_at - interval '1 day'");
  });

/** A page on which every page seen and every press is counted. */
function counted(page: Page, t: ReturnType<typeof translate>) {
  const count = { pages: 0, interactions: 0 };
  const seen = async (path: RegExp) => {
    await expect(page).toHaveURL(path);
    count.pages += 1;
  };
  const act = async (doing: Promise<unknown>) => {
    await doing;
    count.interactions += 1;
  };
  const button = (name: string) =>
    act(page.getByRole('button', { name, exact: true }).first().click());
  const radio = (name: string) => act(page.getByRole('radio', { name }).first().check());
  return { count, seen, act, button, radio, goOn: () => button(t('shell.continue')) };
}

/** The questions look at two weeks, so that it may be early. */
const startOf = (t: ReturnType<typeof translate>) =>
  new RegExp(`^(${t('mine.again.start')}|${t('mine.again.anyway')})$`);

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
}

/** A visit was enough for now; two weeks on the answers are worse, and more care is offered, and can be left. */
async function answerWorse(back: Page, locale: Locale, javaScript: boolean): Promise<void> {
  const t = translate(locale);
  const at = (path: string) => `${server.origin}/${locale}${path}`;
  await back.goto(at('/next/other'));
  await back.locator('input[name="step"][value="guidance"]').check();
  await back.getByRole('button', { name: t('result.choose'), exact: true }).click();
  await expect(back).toHaveURL(/\/next\/likely$/);

  await passDays(8);
  await back.goto(at('/mine/again'));
  await back.getByRole('button', { name: startOf(t) }).click();
  await expect(back).toHaveURL(/\/check\/care$/);
  await back.getByRole('button', { name: t('shell.continue'), exact: true }).click();
  await expect(back).toHaveURL(/\/check\/1$/);
  await back.goto(at('/check/all'));
  for (const [i, answer] of (locale === 'en' ? WORSE : WORSE.slice(0, 9)).entries()) {
    await back.locator(`input[name="q${i + 1}"][value="${answer}"]`).check();
  }
  await back.getByRole('button', { name: t('check.question.finish') }).click();
  await expect(back).toHaveURL(/\/check\/likely$/);
  await back.goto(at('/next'));
  const what = t('result.about.phq-9');
  const said = t('place.overTime.since.worse', { date: '@', what }).split('@')[1] ?? '';
  const had = t('result.step.guidance.title');
  await expect(back.locator('main')).toContainText(said);
  await expect(back.locator('main')).toContainText(t('place.overTime.mean'));
  await expect(back.locator('main')).toContainText(t('place.move.up', { had }));
  await expect(back.getByRole('button', { name: t('place.move.keep', { had }) })).toBeVisible();
  if (javaScript) await expectNoViolation(back);
  await back.getByRole('button', { name: t('result.choose'), exact: true }).click();
  await expect(back).toHaveURL(/\/next\/likely$/);
  await back.goto(at('/mine'));
  await back.getByRole('link', { name: t('place.overTime.title') }).click();
  await expect(back.locator('main')).toContainText(said);
  await expect(back.getByRole('cell', { name: '12', exact: true })).toBeVisible();
  await expect(back.getByRole('cell', { name: '20', exact: true })).toBeVisible();
  if (javaScript) await expectNoViolation(back);
}

/** On each change English both ways, Chinese one way in each script. */
const EITHER_WAY = { en: [true, false], 'zh-hans': [true], 'zh-hant': [false] } as const;

for (const locale of LOCALES) {
  for (const javaScript of NIGHTLY ? [true, false] : EITHER_WAY[locale]) {
    test.describe(`${locale}, ${javaScript ? 'with' : 'without'} scripts`, () => {
      test.use({ javaScriptEnabled: javaScript, viewport: { width: 320, height: 640 } });

      test('result, obstacle, idea, place, plan, visit code, desk, check-in, worse at a later check, delete', async ({
        page,
        context,
        browser,
      }) => {
        test.setTimeout(180_000);
        const t = translate(locale);
        const at = (path: string) => `${server.origin}/${locale}${path}`;
        const client = newClient(server.origin);
        const answers = locale === 'en' ? MODERATE : MODERATE.slice(0, 9);
        await screen(client, { locale, answers });
        await become(context, server.origin, client);
        await page.goto(at('/next'));

        const { count, seen, act, button, radio, goOn } = counted(page, t);
        await button(t('result.choose'));
        await seen(/\/plan\/keep$/);
        const code = await readCode(page);
        await act(page.getByRole('link', { name: t('result.keep.continue') }).click());
        await seen(/\/plan\/keep\/check$/);
        await act(page.getByRole('textbox').fill(code.slice(-4)));
        await goOn();
        await seen(/\/next\/likely$/);
        await radio('6');
        await goOn();
        await seen(/\/next\/obstacles$/);
        await act(
          page.getByRole('checkbox', { name: t('bridges.obstacles.statement.waiting') }).check(),
        );
        await goOn();
        await seen(/\/next\/idea\/1$/);
        await button(t('bridges.idea.plan'));
        await seen(/\/services$/);
        await act(page.locator(`button[name="service"][value="${DESK}"]`).click());
        await seen(/\/plan$/);
        await radio(t('plan.when.tomorrow'));
        await act(page.locator('#minute').selectOption('600'));
        await button(t('plan.continue'));
        await seen(/\/plan\/first$/);
        await act(page.locator('input[name="first"][value="call"]').check());
        await button(t('plan.continue'));
        await seen(/\/plan\/feeling$/);
        await radio(t('plan.feeling.choice.nervous'));
        await button(t('plan.continue'));
        await seen(/\/plan\/answer$/);
        await radio(t('plan.answer.choice.normal'));
        await button(t('plan.continue'));
        await seen(/\/plan\/remind$/);
        await radio(t('plan.remind.email'));
        await act(page.locator('#email').fill('somebody@example.test'));
        await button(t('plan.remind.keep'));
        await seen(/\/plan\/ready$/);
        console.log(JSON.stringify({ locale, javaScript, ...count }));
        expect(count.pages).toBeLessThanOrEqual(MOST_PAGES);
        expect(count.interactions).toBeLessThanOrEqual(MOST_INTERACTIONS);

        const visit = await readText(page.locator('.slip strong.font-code'));
        expect(visit).toMatch(/^[0-9A-Z]{3} [0-9A-Z]{3} [0-9A-Z]{3}$/);
        await page.goto(at('/visit'));
        await expect(page.locator('.slip')).toContainText(visit.slice(0, 3));

        await passDays(8);
        await desk.page.goto(`${server.origin}/en/staff/desk`);
        await desk.page.getByLabel(en('desk.code'), { exact: true }).fill(visit);
        await desk.page.getByRole('radio', { name: en('desk.mode.in_person') }).check();
        await desk.page.getByRole('button', { name: en('desk.button'), exact: true }).click();
        await expect(desk.page.locator('h1')).toHaveText(en('desk.done.title'));

        // Back with the code, in another browser.
        const other = await browser.newContext({ javaScriptEnabled: javaScript });
        const back = await other.newPage();
        await back.goto(at('/return'));
        await back.getByRole('radio', { name: t('check.start.device.private') }).check();
        await back.getByRole('textbox').fill(code);
        await back.getByRole('button', { name: t('shell.continue'), exact: true }).click();
        await expect(back).toHaveURL(/\/mine$/);
        await back.getByRole('link', { name: t('checkin.go') }).click();
        await back.getByRole('radio', { name: t('checkin.went.done') }).check();
        await back.getByRole('button', { name: t('checkin.send') }).click();
        await expect(back.locator('h1')).toHaveText(t('checkin.after.done.title'));
        // Used, it is no code any more; for a second visit there can be another one.
        await back.goto(at('/visit'));
        await expect(back.locator('.slip')).toHaveCount(0);
        await expect(back.getByRole('button', { name: t('care.code.make') })).toBeVisible();

        await answerWorse(back, locale, javaScript);
        await back.goto(at('/mine/data'));
        await back.getByRole('textbox').fill(code.slice(-4));
        await back.getByRole('button', { name: t('mine.data.erase') }).click();
        await expect(back).toHaveURL(/\/mine\/deleted$/);
        await other.close();
      });
    });
  }
}

test('what the person and what the desk says stay two facts, and nothing is left of who deleted all', async () => {
  const left = await withOwner(ownerUrl(server.dataFolder), async (db) => {
    const count = async (table: string) =>
      Number((await db.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);
    return Promise.all(
      ['subject.pathway', 'subject.own_record', 'subject.visit_code', 'ops.visit_clock'].map(count),
    );
  });
  expect(left).toEqual([0, 0, 0, 0]);
});
