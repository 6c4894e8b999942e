import { type Browser, expect, type Page, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';
import { choose } from './support/walk.ts';

// The whole story of a policy between two clinicians, with scripts and without.
test.describe.configure({ mode: 'serial' });

const t = translate('en');
/** A check may take so many times as long as the page that it ends on: a shared machine slows both. */
const MOST_PAGES_A_CHECK = 3;
let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

const at = (path: string) => `${server.origin}/en${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** From the post of a draft to the first byte of the page that says what is wrong with it. */
async function checkMs(page: Page): Promise<number> {
  const drawn = page.waitForResponse(
    (answer) => answer.request().redirectedFrom()?.url().endsWith('/do/save') ?? false,
  );
  await button(page, t('policy.draft.check')).click();
  const request = (await drawn).request();
  await expect(page.getByText(t('policy.draft.checked'))).toBeVisible();
  const parts = [request.redirectedFrom()?.timing(), request.timing()];
  return parts.reduce((sum, part) => sum + (part ? part.responseStart - part.requestStart : 0), 0);
}

/** The same page without a post before it. */
async function pageMs(page: Page): Promise<number> {
  const answer = await page.reload();
  const timing = answer?.request().timing();
  if (!timing) throw new Error('The page was not asked for again');
  return timing.responseStart - timing.requestStart;
}

let first: Colleague | undefined;

async function hire(browser: Browser, name: string, javaScript: boolean): Promise<Colleague> {
  first ??= await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const address = await inviteColleague(first.page, name, 'clinician');
  return joinStaff(browser, address, { name, javaScript });
}

/** A draft from the live policy under a name of its own, its first cut-off moved. */
async function draft(page: Page, name: string, days: string): Promise<string> {
  await page.goto(at('/staff/policy'));
  await choose(page, t('policy.start.live'));
  await button(page, t('policy.start.button')).click();
  await page.locator('#name').fill(name);
  await page.locator('#recheck').fill(days);
  await button(page, t('policy.draft.check')).click();
  await expect(page.getByText(t('policy.draft.checked'))).toBeVisible();
  return page.url();
}

async function propose(page: Page): Promise<void> {
  await page.getByLabel(t('policy.propose.reason')).fill('For a test.');
  await button(page, t('policy.propose.button')).click();
}

async function approve(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel(t('policy.decide.note')).fill('Read row by row.');
  await button(page, t('policy.decide.approve')).click();
  await expect(page.locator('.pairs')).toContainText(t('policy.state.approved'));
}

async function publish(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/publish`);
  await button(page, t('policy.publish.button')).click();
  await expect(page.locator('.pairs')).toContainText(t('policy.state.live'));
}

/** Past the page: by its address, and by a post as a program would send it. */
async function tryOwnApproval({ page, context }: Colleague, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByText(t('policy.version.own'))).toBeVisible();
  await expect(button(page, t('policy.decide.approve'))).toHaveCount(0);
  expect((await page.goto(`${address}/publish`))?.status()).toBe(404);
  await page.goto(address);
  const token = page.locator('main input[name="_form"]').first();
  const _form = (await token.getAttribute('value')) ?? '';
  for (const verb of ['approve', 'publish']) {
    await context.request.post(`${address}/do/${verb}`, {
      form: { _form, live: '', note: 'I like it.' },
      headers: { origin: server.origin },
      maxRedirects: 0,
    });
  }
  await page.goto(address);
  await expect(page.locator('.pairs')).toContainText(t('policy.state.proposed'));
}

const audited = (action: string) =>
  withOwner(ownerUrl(server.dataFolder), async (db) => {
    const sql = 'SELECT count(*)::int AS n FROM ops.audit_entry WHERE action = $1';
    return (await db.query(sql, [action])).rows[0].n as number;
  });

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with scripts' : 'without scripts';

  test(`two clinicians write, refuse, approve, publish and go back, ${how}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const tag = javaScript ? 'one' : 'two';
    const ada = await hire(browser, `Ada ${tag}`, javaScript);
    const ben = await hire(browser, `Ben ${tag}`, javaScript);
    const refusedBefore = await audited('policy.refused');

    // Two drafts from the same live policy; Ada's is published first.
    await draft(ada.page, `Sooner ${tag}`, '10');
    const late = await draft(ben.page, `Later ${tag}`, '20');
    await propose(ada.page);
    const version = ada.page.url();
    await expectStaffSound(browser, ada);
    await tryOwnApproval(ada, version);
    expect(await audited('policy.refused')).toBe(refusedBefore + 1);

    // A comment from each, then an approval, and a late edit that takes it away.
    await ben.page.goto(version);
    await ben.page.getByLabel(t('policy.comment.label')).fill('Why ten days?');
    await button(ben.page, t('policy.comment.button')).click();
    await expect(ben.page.getByText('Why ten days?')).toBeVisible();
    await approve(ben.page, version);
    await ada.page.goto(version);
    await expect(ada.page.getByText(t('policy.start.takesBack'))).toBeVisible();
    await button(ada.page, t('policy.start.again')).click();
    await ada.page.locator('#recheck').fill('12');
    await button(ada.page, t('policy.draft.check')).click();
    await ben.page.goto(version);
    await expect(ben.page.locator('.pairs')).toContainText(t('policy.state.withdrawn'));
    expect((await ben.page.goto(`${version}/publish`))?.status()).toBe(404);
    await propose(ada.page);
    const second = ada.page.url();
    await approve(ben.page, second);
    await ben.page.goto(`${second}/publish`);
    await expectStaffSound(browser, ben);
    await publish(ada.page, second);

    // Ben's draft meets the policy that was published meanwhile.
    await ben.page.goto(late);
    await propose(ben.page);
    await expect(ben.page).toHaveURL(`${late}/compare`);
    await expectStaffSound(browser, ben);
    await button(ben.page, t('policy.compare.button')).click();
    await expect(ben.page).toHaveURL(late);
    await propose(ben.page);
    const third = ben.page.url();
    await approve(ada.page, third);
    await publish(ben.page, third);

    // Back to Ada's: a new draft, which needs its own approval.
    await ben.page.goto(second);
    await expect(ben.page.locator('.pairs')).toContainText(t('policy.state.retired'));
    await button(ben.page, t('policy.start.again')).click();
    await ben.page.locator('#name').fill(`Back ${tag}`);
    await button(ben.page, t('policy.draft.check')).click();
    await propose(ben.page);
    const back = ben.page.url();
    await approve(ada.page, back);
    await publish(ada.page, back);
    await expect(ada.page.locator('main')).toContainText('12 days');
  });

  test(`rules, tables and a made-up person, ${how}`, async ({ browser }) => {
    const tag = javaScript ? 'three' : 'four';
    const cy = await hire(browser, `Cy ${tag}`, javaScript);
    const { page } = cy;
    const address = await draft(page, `Rules ${tag}`, '14');
    // The fastest of a few: other walks use the same machine meanwhile.
    const checks: number[] = [];
    const pages: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      checks.push(await checkMs(page));
      pages.push(await pageMs(page));
    }
    expect(Math.min(...checks) / Math.min(...pages)).toBeLessThan(MOST_PAGES_A_CHECK);
    await button(page, t('policy.raise.add')).click();
    const rule = page.locator('details', { has: page.locator('fieldset') }).last();
    await expect(rule).toContainText(/choose what it asks/);
    await rule.locator('select').first().selectOption('difficulty');
    await rule.locator('input[id^="least-"]').first().fill('2');
    await rule.locator('select[name^="tier-raise-"]').selectOption('community');
    await button(page, t('policy.draft.check')).click();
    await expect(page.getByText(t('policy.draft.checked'))).toBeVisible();
    await expect(rule).toContainText(
      'If the question about difficulty counts 2 or more: at least the group is offered first.',
    );
    await page.locator('#table-k6 summary').click();
    await button(page, t('policy.draft.removeTable', { form: 'K6' })).click();
    await expect(page.locator('#table-k6')).toHaveCount(0);
    await button(page, t('policy.draft.addTable')).click();
    await expect(page.locator('#table-k6')).toHaveCount(1);
    await expectStaffSound(browser, cy);

    await link(page, t('policy.try.link')).click();
    await expect(page).toHaveURL(`${address}/try`);
    await page.locator('#total').fill('2');
    await page.locator('#difficulty').selectOption('2');
    await button(page, t('policy.try.button')).click();
    await expect(page.getByRole('status')).toContainText('the group');
    await expect(page.locator('li', { has: page.locator('mark') })).toContainText('difficulty');
    await expectStaffSound(browser, cy);
    const _form = await page.locator('main input[name="_form"]').first().getAttribute('value');
    const list = await cy.context.request.post(`${address}/do/list`, {
      form: { _form: _form ?? '' },
      headers: { origin: server.origin },
    });
    const lines = (await list.text()).trim().split('\n');
    expect(lines.filter((line) => line.startsWith('phq-9,2,0,2,first,community')).length).toBe(1);
  });
}
