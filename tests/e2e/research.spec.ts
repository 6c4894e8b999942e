import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { releaseFigures } from '../support/release-figures.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { cellsOnPage, expectRule } from './support/funnel-rule.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
} from './support/staff-walk.ts';
import {
  makeStudyPeople,
  recountFunnel,
  TAKEN_BACK,
  WITHOUT_CONSENT,
} from './support/study-people.ts';
import { records, unpacked } from './support/unpacked.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
let server: RunningServer;
let administrator: Colleague;
let researcher: Colleague;
let clinician: Colleague;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  administrator = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  const guide = await inviteColleague(administrator.page, 'Gil', 'guide');
  await joinStaff(browser, guide, { name: 'Gil' }); // guidance is open while there is a guide
  const address = await inviteColleague(administrator.page, 'Rui', 'researcher');
  researcher = await joinStaff(browser, address, { name: 'Rui' });
  const second = await inviteColleague(administrator.page, 'Cleo', 'clinician');
  clinician = await joinStaff(browser, second, { name: 'Cleo' });
  await makeStudyPeople(server.origin);
  await releaseFigures(url());
});
test.afterAll(() => server?.stop());

const STUDY = { name: 'first-steps' };
const url = () => ownerUrl(server.dataFolder);
async function download(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile(await file.path(), 'utf8');
}

test('the funnel on the page is the rule applied to a recount of the raw rows', async ({
  browser,
}) => {
  const { page } = researcher;
  await page.goto(`${server.origin}/en/staff/research`);
  await expectStaffSound(browser, researcher);
  await page.getByRole('link', { name: t('research.openFunnel') }).click();
  await expectStaffSound(browser, researcher);
  const cells = await cellsOnPage(page);
  const absent = t('research.funnel.notCounted');
  const counted = await recountFunnel(url());
  expectRule(counted, cells, { hidden: t('research.funnel.hidden'), absent });
  expect(counted.all.started).toBe(148);
  // There was something to hide, and something to show.
  expect(counted.byGroup.none.completed).toBe(3);
  expect(cells['none completed']).toBe(t('research.funnel.hidden'));
  expect(cells['all completed']).toBe('130');
});

test('its file holds the same numbers', async () => {
  const { page } = researcher;
  const seen = await cellsOnPage(page);
  const csv = await download(page, () =>
    page.getByRole('link', { name: t('research.funnel.export') }).click(),
  );
  const [header = [], ...rows] = records(csv);
  const place = (name: string) => header.indexOf(name);
  const got = rows.map((row) => [
    `${row[place('group')]} ${row[place('stage')]}`,
    row[place('count')],
  ]);
  const printed = Object.entries(seen)
    .filter(([, text]) => text !== t('research.funnel.notCounted'))
    .map(([name, text]) => [name, text === t('research.funnel.hidden') ? 'suppressed' : text]);
  expect(Object.fromEntries(got)).toEqual(Object.fromEntries(printed));
  const counts = ['count', 'out_of_count', 'start_count'].map(place);
  const numbers = rows.flatMap((row) => counts.map((column) => row[column] ?? '')).filter(Boolean);
  expect(numbers.filter((n) => n !== 'suppressed' && !/^[1-9]\d*[05]$/.test(n))).toEqual([]);
});

test('no count from 1 to 9 is anywhere in the source of the page', async () => {
  const { context } = researcher;
  const answer = await context.request.get(`${server.origin}/en/staff/research/funnel`);
  // The sentences with numbers that count nobody: the rules, and from where on somebody intends.
  const rules = [
    t('research.rule'),
    t('research.stands'),
    t('research.funnel.definitions.intended'),
  ];
  const plain = (await answer.text()).replaceAll('&quot;', '"').replaceAll('\\"', '"');
  const undated = plain.replaceAll(/Counted (?:on|up to the end of) \d+ \w+ \d{4}\./g, '');
  const source = rules.reduce((text, rule) => text.replaceAll(rule, ''), undated);
  expect(source).toContain(t('research.funnel.hidden'));
  const [scripts, html] = [
    source.match(/<script[\s\S]*?<\/script>/g) ?? [],
    source.replace(/<script[\s\S]*?<\/script>/g, ''),
  ];
  const seen = [
    ...[...html.matchAll(/>([^<]+)</g)].map(([, text = '']) => text),
    ...[...html.matchAll(/ (?:alt|title|aria-label|data-label|content|value)="([^"]*)"/g)].map(
      ([, text = '']) => text,
    ),
  ];
  expect(seen.filter((text) => /(?<![\w.,=-])[1-9](?![\w.,%=-])/.test(text))).toEqual([]);
  // What the framework sends along for its own use.
  expect(
    scripts.join('').match(/"(?:children|count|value|all|[a-z]+Count)":"?[1-9]"?[,}\]]/g) ?? [],
  ).toEqual([]);
  expect(seen.join(' ')).toContain('130');
});

/** Steps of today are known tomorrow; in a test they happened some weeks ago. */
const ageEverybody = () =>
  withOwner(url(), (db) => db.query('UPDATE subject.pathway SET start_date = start_date - 40'));

test('a package is asked for by one person, approved by another, made, and got', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await ageEverybody();
  const { page } = researcher;
  await page.goto(`${server.origin}/en/staff/research`);
  await page
    .getByRole('main')
    .getByRole('link', { name: t('export.title') })
    .click();
  await expectStaffSound(browser, researcher);
  await page.getByLabel(t('export.studyName')).fill(STUDY.name);
  await page.getByLabel(t('export.studyAbout')).fill('Who goes on, approval 12/34');
  await page.getByRole('button', { name: t('export.addStudy') }).click();
  await page.getByRole('link', { name: t('export.dictionary') }).click();
  await expectStaffSound(browser, researcher);
  await page.goBack();

  // In the open tier so few people would stand out: the page says what to do without.
  await page.getByLabel(t('export.tiers.open')).check();
  await page.getByLabel(t('export.purpose')).fill('Study of first steps');
  await page.getByRole('button', { name: t('export.send') }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Leave out as well');
  await expectStaffSound(browser, researcher);
  const askControlled = async () => {
    await page.getByLabel(t('export.tiers.controlled')).check();
    await page.getByRole('button', { name: t('export.send') }).click();
    await expect(page.getByText(t('export.own'))).toBeVisible();
  };
  await askControlled();
  await page.getByRole('button', { name: t('export.withdraw') }).click();
  await expect(page.getByRole('main')).toContainText(t('export.states.withdrawn'));
  await page
    .getByRole('main')
    .getByRole('link', { name: t('export.up') })
    .click();
  await page.getByLabel(t('export.purpose')).fill('Study of first steps');
  await askControlled();
  await expectStaffSound(browser, researcher);
  const address = page.url();

  const approver = clinician.page;
  await approver.goto(`${server.origin}/en/staff`);
  await approver.getByRole('link', { name: /first-steps/ }).click();
  await expect(approver.getByText(t('export.about', { count: 150 }))).toBeVisible();
  await approver.getByText(t('export.fieldList')).click();
  await approver.getByText(t('export.terms')).click();
  await expectStaffSound(browser, clinician);
  await approver.getByRole('button', { name: t('export.approve') }).click();
  await expect(approver.getByRole('main').getByRole('alert')).toContainText(
    t('export.error.no_note'),
  );
  await approver.getByLabel(t('export.note')).fill('The ethics approval');
  await approver.getByRole('button', { name: t('export.approve') }).click();
  await expect(approver.getByText(t('export.states.approved'))).toBeVisible();
  await approver.getByRole('link', { name: t('inbox.look') }).click();
  await expectStaffSound(browser, clinician);

  await expect(async () => {
    await page.goto(address);
    await expect(page.getByText(t('export.states.ready'))).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 150_000 });
  await expectStaffSound(browser, researcher);
  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('export.get') }).click(),
  ]);
  const textOf = await unpacked(zip);
  const read = (name: string) => records(textOf(name));
  const [header = [], ...people] = read('pathways.csv');
  const column = (name: string) => people.map((row) => row[header.indexOf(name)] ?? '');
  expect(people).toHaveLength(148);
  expect(new Set(column('person')).size).toBe(148);
  for (const name of ['total', 'last_total']) {
    expect(column(name)).not.toContain(String(WITHOUT_CONSENT));
    expect(column(name)).not.toContain(String(TAKEN_BACK));
  }
  const raw = await withOwner(url(), (db) =>
    db.query(`SELECT (payload->>'total')::integer AS total FROM subject.transition
      WHERE step = 'screening.completed'`),
  );
  const totals = raw.rows
    .map(({ total }) => total)
    .filter((n) => n !== WITHOUT_CONSENT && n !== TAKEN_BACK);
  const [head = [], ...forms] = read('screenings.csv');
  expect(forms).toHaveLength(totals.length);
  // So few people have a range of their own that ranges were merged, and totals would tell them.
  const merged = JSON.parse(textOf('disclosure.json'));
  expect(merged.levels.band).toBeGreaterThan(0);
  expect(new Set(forms.map((row) => row[head.indexOf('total')]))).toEqual(new Set(['suppressed']));
});

test('a study ends on a page of its own, which says first what is lost', async ({ browser }) => {
  const { page } = researcher;
  await page.goto(`${server.origin}/en/staff`);
  await page.getByRole('link', { name: /first-steps/ }).click();
  await page.goto(`${server.origin}/en/staff/research/export`);
  await page.getByRole('link', { name: t('export.endStudy', STUDY) }).click();
  await expect(page.getByRole('main')).toContainText(t('export.end.packages', { count: 1 }));
  await expectStaffSound(browser, researcher);
  await page.getByRole('button', { name: t('export.end.button', STUDY) }).click();
  await expect(page.getByRole('main')).toContainText(t('export.studyEnded'));
  await expect(page.getByRole('main')).toContainText(t('export.states.ended'));
});

test('every download is in the audit log', async ({ browser }) => {
  const { page } = administrator;
  await page.goto(`${server.origin}/en/staff/admin/audit`);
  await expectStaffSound(browser, administrator);
  const log = page.getByRole('table');
  await expect(log).toContainText(t('staff.audit.did.research.funnel_downloaded', { who: 'Rui' }));
  for (const [act, who] of [
    ['study_added', 'Rui'],
    ['package_asked', 'Rui'],
    ['package_withdrawn', 'Rui'],
    ['package_approved', 'Cleo'],
    ['package_got', 'Rui'],
  ] as const) {
    await expect(log).toContainText(t(`staff.audit.did.research.${act}`, { who }));
  }
});
