// The first page of staff says what research waits for whom, until it is done or its study ends.
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Day } from '#lib/domain/basics/ids.ts';
import { translate } from '#lib/i18n/translate.ts';
import { fillDatabase } from '#lib/run/simulation/fill.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl } from './support/durable/own-server.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
/** Enough for a package of the controlled tier. */
const SLICE = { scenario: 'policy-switch', seed: 1, first: 0, pathways: 1_500 } as const;
const TITLE = 'If-then plan or feedback alone';

let server: RunningServer;
let ann: Colleague;
let rui: Colleague;
let tom: Colleague;
let cleo: Colleague;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  await fillDatabase({
    ...{ ownerUrl: ownerUrl(server.dataFolder), slice: SLICE, intoUsed: true },
    today: Math.floor(Date.now() / 86_400_000) as Day,
    truthFile: join(server.dataFolder, 'simulated.csv'),
  });
  ann = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const hire = async (name: string, role: 'researcher' | 'clinician') =>
    joinStaff(browser, await inviteColleague(ann.page, name, role), { name });
  rui = await hire('Rui', 'researcher');
  tom = await hire('Tom', 'researcher');
  cleo = await hire('Cleo', 'clinician');
});
test.afterAll(() => server?.stop());

type List = 'packages' | 'trials' | 'looks' | 'myPackages';

/** Opens the first page; the names under one of its headings, none where it is not there. */
async function listed(browser: Browser, colleague: Colleague, list: List) {
  const { page } = colleague;
  await page.goto(`${server.origin}/en/staff`);
  await expectStaffSound(browser, colleague);
  const heading = page.getByRole('heading', { name: t(`staff.today.${list}.title`), exact: true });
  return page.locator('section').filter({ has: heading }).getByRole('listitem').allTextContents();
}

async function addStudy(page: Page, name: string): Promise<void> {
  await page.goto(`${server.origin}/en/staff/research/export`);
  await page.getByLabel(t('export.studyName')).fill(name);
  await page.getByLabel(t('export.studyAbout')).fill('Who goes on, approval 12/34');
  await page.getByRole('button', { name: t('export.addStudy') }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

/** The page of the request that it leads to. */
async function askFor(page: Page, study: string): Promise<string> {
  await page.getByLabel(t('export.study'), { exact: true }).selectOption({ label: study });
  await page.getByLabel(t('export.tiers.controlled')).check();
  await page.getByLabel(t('export.purpose')).fill('Who goes on');
  await page.getByRole('button', { name: t('export.send'), exact: true }).click();
  await expect(page.getByText(t('export.own'))).toBeVisible();
  return page.url();
}

const act = async (page: Page, what: 'registered' | 'started' | 'look_asked' | 'look_refused') => {
  await page.getByLabel(t(`trials.act.${what}.note`), { exact: true }).fill('Read it.');
  await page.getByRole('button', { name: t(`trials.act.${what}.button`), exact: true }).click();
};

test('a package waits for whoever may decide, and no longer once its study has ended', async ({
  browser,
}) => {
  const { page } = rui;
  const asked: string[] = [];
  for (const study of ['first-steps', 'second-look']) {
    await addStudy(page, study);
    asked.push(await askFor(page, study));
  }
  for (const colleague of [cleo, tom]) {
    expect(await listed(browser, colleague, 'packages')).toEqual([
      expect.stringContaining('second-look'),
      expect.stringContaining('first-steps'),
    ]);
  }
  expect(await listed(browser, rui, 'packages')).toEqual([]);
  expect(await listed(browser, rui, 'myPackages')).toEqual([
    expect.stringMatching(`second-look.*${t('export.states.asked')}`),
    expect.stringMatching(`first-steps.*${t('export.states.asked')}`),
  ]);
  expect(await listed(browser, ann, 'packages')).toEqual([]);

  await cleo.page.goto(`${server.origin}/en/staff`);
  await cleo.page.getByRole('link', { name: /first-steps/ }).click();
  await cleo.page.getByLabel(t('export.note')).fill('Which hypothesis?');
  await cleo.page.getByRole('button', { name: t('export.return'), exact: true }).click();
  await expect(cleo.page.getByText(t('export.states.returned'), { exact: true })).toBeVisible();
  expect(await listed(browser, cleo, 'packages')).toEqual([expect.stringContaining('second-look')]);
  expect(await listed(browser, rui, 'myPackages')).toContainEqual(
    expect.stringMatching(`first-steps.*${t('export.states.returned')}`),
  );

  await page.goto(`${server.origin}/en/staff/research/export`);
  await page.getByRole('link', { name: t('export.endStudy', { name: 'second-look' }) }).click();
  await expect(page.getByText(t('export.end.waiting', { count: 1 }))).toBeVisible();
  await page.getByRole('button', { name: t('export.end.button', { name: 'second-look' }) }).click();
  await expect(page.getByRole('main')).toContainText(t('export.states.lapsed'));
  await expectStaffSound(browser, rui);
  expect(await listed(browser, cleo, 'packages')).toEqual([]);
  expect(await listed(browser, rui, 'myPackages')).toHaveLength(1);
  await cleo.page.goto(asked[1] ?? '');
  await expect(cleo.page.getByText(t('export.states.lapsed'), { exact: true })).toBeVisible();
  await expect(cleo.page.getByRole('button', { name: t('export.approve') })).toHaveCount(0);
  await expectStaffSound(browser, cleo);
  await ann.page.goto(`${server.origin}/en/staff/admin/audit`);
  const told = t('staff.audit.did.research.package_lapsed', { who: 'Rui' });
  await expect(ann.page.getByRole('table')).toContainText(told);
});

test('a comparison waits for a clinician: to be approved, then to be looked at early', async ({
  browser,
}) => {
  const { page } = rui;
  await page.goto(`${server.origin}/en/staff/research/trials`);
  await page.getByRole('button', { name: t('trials.new.start', { title: TITLE }) }).click();
  const trial = page.url();
  await page.getByLabel(t('trials.field.ethics'), { exact: true }).fill('EC 2026-17');
  await page.getByRole('button', { name: t('trials.draft.save') }).click();
  expect(await listed(browser, cleo, 'trials')).toEqual([]);
  await page.goto(trial);
  await page.getByLabel(t('trials.propose.note')).fill('The smaller comparison.');
  await page.getByRole('button', { name: t('trials.propose.button') }).click();
  expect(await listed(browser, cleo, 'trials')).toEqual([TITLE]);
  for (const colleague of [rui, tom])
    expect(await listed(browser, colleague, 'trials')).toEqual([]);
  await cleo.page.goto(`${server.origin}/en/staff`);
  await cleo.page.getByRole('link', { name: TITLE }).click();
  await act(cleo.page, 'registered');
  expect(await listed(browser, cleo, 'trials')).toEqual([]);

  await page.goto(trial);
  await act(page, 'started');
  await act(page, 'look_asked');
  await expect(page.getByText(t('trials.look.mine'))).toBeVisible();
  expect(await listed(browser, cleo, 'looks')).toEqual([TITLE]);
  expect(await listed(browser, tom, 'looks')).toEqual([]);
  await cleo.page.goto(trial);
  await act(cleo.page, 'look_refused');
  expect(await listed(browser, cleo, 'looks')).toEqual([]);
});
