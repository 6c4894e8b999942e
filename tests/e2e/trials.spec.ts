// A comparison from its template to its results: two people, visitors by chance, an early look and its refusal.
import { expect, type Page, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, screen, target } from '../support/client.ts';
import { choosePlace, keepCode } from '../support/plan.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
const PLAN = '/en/plan';
const PAGE = '/en/plan/first-visit';
const READY = '/en/plan/ready';

let server: RunningServer;
let researcher: Colleague;
let clinician: Colleague;
let trial: string;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  const administrator = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const invited = (name: string, role: 'researcher' | 'clinician') =>
    inviteColleague(administrator.page, name, role);
  const rui = await invited('Rui', 'researcher');
  const cleo = await invited('Cleo', 'clinician');
  // Without scripts: every act here is a form.
  researcher = await joinStaff(browser, rui, { name: 'Rui', javaScript: false });
  clinician = await joinStaff(browser, cleo, { name: 'Cleo' });
});
test.afterAll(() => server?.stop());

type Act = 'registered' | 'started' | 'look_asked' | 'look_signed' | 'look_refused' | 'paused';

async function act(page: Page, what: Act, note: string): Promise<void> {
  await page
    .getByLabel(t(`trials.act.${what}.note`), { exact: true })
    .last()
    .fill(note);
  await page.getByRole('button', { name: t(`trials.act.${what}.button`), exact: true }).click();
}

const button = (page: Page, what: Act) =>
  page.getByRole('button', { name: t(`trials.act.${what}.button`), exact: true });
const outcome = (page: Page) => page.getByRole('heading', { name: t('trials.effect.title') });

/** Somebody who agreed, means to go and chose a place; what comes where the plan would. */
async function comeToThePlan(answers = [2, 2, 2, 2, 1, 1, 1, 1, 0, 1], chance = true) {
  const client = newClient(server.origin);
  await screen(client, { answers, research: true, chance });
  await client.post('/en/next', { step: 'face_to_face' });
  await keepCode(client, '/en');
  await choosePlace(client, '/en');
  const answer = await client.get(PLAN);
  return { client, came: answer.status === 200 ? PLAN : target(answer) };
}

test('a researcher throws a draft away, after saying so twice, without scripts', async ({
  browser,
}) => {
  const { page } = researcher;
  await page.goto(`${server.origin}/en/staff/research/trials`);
  const title = 'If-then plan or feedback alone';
  await page.getByRole('button', { name: t('trials.new.start', { title }) }).click();
  const draft = page.url();
  const discard = page.getByRole('button', { name: t('trials.discard.button'), exact: true });
  await discard.click();
  await expect(page.getByRole('alert')).toContainText(t('trials.error.sure'));
  await expectStaffSound(browser, researcher);
  await page.getByLabel(t('trials.discard.sure'), { exact: true }).check();
  await discard.click();
  await expect(page.locator('h1')).toHaveText(t('trials.title'));
  await expect(page.getByText(t('trials.none'))).toBeVisible();
  expect((await page.goto(draft))?.status()).toBe(404);
  await page.goto(`${server.origin}/en/staff`);
});

test('a researcher writes it down from the template, and locks it', async ({ browser }) => {
  const { page } = researcher;
  await page.getByRole('link', { name: t('staff.shell.places.trials') }).click();
  await expectStaffSound(browser, researcher);
  await page.getByRole('link', { name: t('trials.size.title') }).click();
  await page.getByLabel(t('trials.size.perArm')).fill('500');
  await page.getByRole('button', { name: t('trials.size.compute') }).click();
  await expect(page.getByRole('status')).toContainText('8 points');
  await expectStaffSound(browser, researcher);
  await page
    .getByRole('link', { name: t('trials.up'), exact: true })
    .first()
    .click();
  const title = 'If-then plan or information page';
  await page.getByRole('button', { name: t('trials.new.start', { title }) }).click();
  await expect(page.locator('h1')).toHaveText(t('trials.draft.title'));
  await expectStaffSound(browser, researcher);
  trial = page.url();
  // What does not hold is said, and nothing that was typed is lost.
  await page.getByLabel(t('trials.field.planned'), { exact: true }).fill('3');
  await page.getByLabel(t('trials.field.ethics'), { exact: true }).fill('EC 2026-17');
  await page.getByRole('button', { name: t('trials.draft.save') }).click();
  await expect(page.getByRole('alert')).toContainText(t('trials.wrong.planned'));
  await expect(page.getByLabel(t('trials.field.ethics'), { exact: true })).toHaveValue(
    'EC 2026-17',
  );
  await expectStaffSound(browser, researcher);
  await page.getByLabel(t('trials.field.planned'), { exact: true }).fill('900');
  await page.getByRole('checkbox', { name: 'Rui' }).check();
  await page.getByRole('button', { name: t('trials.draft.save') }).click();
  await expect(page.getByText('With 900 people and a power of 80%')).toBeVisible();
  await page.getByLabel(t('trials.propose.note')).fill('The default comparison.');
  await page.getByRole('button', { name: t('trials.propose.button') }).click();
  await expect(page.getByText(t('trials.state.proposed'))).toBeVisible();
  await expect(page.getByText(/[0-9a-f]{64}/)).toBeVisible();
  // Its author cannot approve it.
  await expect(button(page, 'registered')).toHaveCount(0);
  await expectStaffSound(browser, researcher);
});

test('a clinician reads and approves it, and it begins', async ({ browser }) => {
  const { page } = clinician;
  await page.goto(trial);
  await expect(page.getByText('EC 2026-17')).toBeVisible();
  await page.getByText(t('trials.shown.read', { title: t('care.read.title') })).click();
  await expect(page.getByText(t('care.read.private.third'))).toBeVisible();
  await expectStaffSound(browser, clinician);
  await act(page, 'registered', 'Read the arms and the safety rule.');
  await expect(page.getByText(t('trials.state.registered'), { exact: true })).toBeVisible();
  await researcher.page.goto(trial);
  await act(researcher.page, 'started', 'Begin.');
  await expect(researcher.page.getByText(t('trials.state.running'), { exact: true })).toBeVisible();
});

test('chance gives visitors one of three, and nobody is kept from the plan', async () => {
  const seen = new Map<string, number>();
  for (let n = 0; n < 24 && seen.size < 3; n += 1) {
    const { client, came } = await comeToThePlan();
    seen.set(came, (seen.get(came) ?? 0) + 1);
    if (came === PLAN) continue;
    const { status, body } = await client.get(came);
    expect(status).toBe(200);
    for (const path of ['/en/plan"', '/en/help', '/en/services']) expect(body).toContain(path);
    // From there the plan is one link away, and stays.
    expect((await client.get(PLAN)).status).toBe(200);
    expect((await client.get(PLAN)).status).toBe(200);
  }
  expect([...seen.keys()].sort()).toEqual([PLAN, PAGE, READY].sort());
});

test('nobody under the crisis floor gets anything else than everybody did before', async () => {
  for (let n = 0; n < 6; n += 1) {
    expect((await comeToThePlan([2, 2, 2, 2, 1, 1, 1, 0, 1, 1])).came).toBe(PLAN);
  }
});

test('the outcome is closed, and two people open it early; it shows for ever', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { page } = researcher;
  await page.goto(trial);
  await expect(page.getByText(t('trials.figures.even'))).toBeVisible();
  await expect(page.getByText(t('trials.figures.none'))).toBeVisible();
  await expectStaffSound(browser, researcher);
  const other = clinician.page;
  await other.goto(trial);
  await expect(outcome(other)).toHaveCount(0);
  await expect(button(other, 'look_asked')).toHaveCount(0);
  await act(page, 'look_asked', 'The board meets tomorrow.');
  await expect(page.getByText(t('trials.look.mine'))).toBeVisible();
  await expect(button(page, 'look_signed')).toHaveCount(0);
  await other.reload();
  await act(other, 'look_refused', 'Not for a meeting.');
  await expect(outcome(other)).toHaveCount(0);
  await page.reload();
  await act(page, 'look_asked', 'A death in the town; the ethics committee asks.');
  await other.reload();
  await act(other, 'look_signed', 'The committee asked me too.');
  await expect(other.getByText(t('trials.look.done'))).toBeVisible();
  // The worker counts what they opened, once.
  await expect(async () => {
    await other.reload();
    await expect(outcome(other)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 150_000 });
  await expect(other.getByText(t('trials.figures.hidden'), { exact: true }).first()).toBeVisible();
  await expectStaffSound(browser, clinician);
  const history = other.getByRole('table', { name: t('trials.history.title') });
  await expect(history).toContainText(t('trials.event.look_refused'));
  await expect(history).toContainText('The committee asked me too.');
});

test('a pause ends assignment at once', async () => {
  const { page } = clinician;
  await page.goto(trial);
  await act(page, 'paused', 'Wording of the page is wrong.');
  await expect(page.getByText(t('trials.state.paused'), { exact: true })).toBeVisible();
  for (let n = 0; n < 4; n += 1) {
    expect((await comeToThePlan(undefined, false)).came).toBe(PLAN);
  }
});
