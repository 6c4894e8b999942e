import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Role } from '#lib/domain/access/role.ts';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, screen } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { become } from './support/become.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { sendReply } from './support/guide-walk.ts';
import { readCode } from './support/read.ts';
import {
  type Colleague,
  expectStaffSound,
  inviteColleague,
  joinStaff,
  signOutAndIn,
} from './support/staff-walk.ts';
import { choose } from './support/walk.ts';

test.describe.configure({ mode: 'serial' });

const t = translate('en');
let server: RunningServer;
const staff = new Map<string, Colleague>();

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

function of(name: string): Colleague {
  const found = staff.get(name);
  if (!found) throw new Error(`${name} has not joined`);
  return found;
}
const query = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
  withOwner(
    ownerUrl(server.dataFolder),
    async (db) => (await db.query(sql, [...values])).rows as Row[],
  );
const at = (path: string) => `${server.origin}/en${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const INVITED: readonly (readonly [name: string, role: Role, javaScript: boolean])[] = [
  ['Ada', 'clinician', false],
  ['Ben', 'clinician', true],
  ['Gil', 'guide', false],
];

test('the first administrator sets up an account by the one-time address and invites the others', async ({
  browser,
}) => {
  const first = await joinStaff(browser, server.setUpAddress ?? '', { name: 'Ann' });
  staff.set('Ann', first);
  await expectStaffSound(browser, first);
  for (const [name, role, javaScript] of INVITED) {
    const address = await inviteColleague(first.page, name, role);
    await expectStaffSound(browser, first);
    staff.set(name, await joinStaff(browser, address, { name, javaScript }));
    await expectStaffSound(browser, of(name));
  }
  await first.page.goto(server.setUpAddress ?? '');
  await expect(first.page.getByRole('heading', { level: 1 })).toHaveText(
    t('staff.invitation.gone.title'),
  );
  await signOutAndIn(of('Gil'));
});

/** Eight points, question 9 at "Not at all". */
const EIGHT = [1, 1, 1, 1, 1, 1, 1, 1, 0, 1];

interface Offer {
  readonly pathway: string;
  readonly tier: string;
  readonly hash: string;
}
const offers = () =>
  query<Offer>(`SELECT pathway_id AS pathway, payload->>'tier' AS tier, policy_hash AS hash
    FROM subject.transition WHERE step = 'tier.offered'`);

const mainOf = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/name="_form" value="[^"]*"/g, '');

test('a policy goes from a draft with a gap, mended, past its author and a second clinician, to live', async ({
  browser,
}) => {
  const before = newClient(server.origin);
  const { body: shown } = await screen(before, { answers: EIGHT });
  const [old] = await offers();
  expect(old?.tier).toBe('community');
  const hash = await proposeByAda(browser);
  await expectRefusedForAda(hash);
  await approveByBen(browser, hash);

  await screen(newClient(server.origin), { answers: EIGHT });
  const all = await offers();
  expect(all).toHaveLength(2);
  expect(all).toContainEqual(old);
  const next = all.find(({ pathway }) => pathway !== old?.pathway);
  expect(next).toMatchObject({ tier: 'face_to_face', hash });
  expect(old?.hash).not.toBe(hash);
  expect(mainOf((await before.get('/en/next')).body)).toBe(mainOf(shown));
});

async function proposeByAda(browser: Browser): Promise<string> {
  const { page } = of('Ada');
  await page.goto(at('/staff/policy'));
  await expectStaffSound(browser, of('Ada'));
  await choose(page, t('policy.start.live'));
  await button(page, t('policy.start.button')).click();
  await expect(page).toHaveURL(/\/staff\/policy\/draft\/[\w-]+$/);
  await page.locator('#name').fill('Earlier visits');
  await page.locator('#to-phq-9-1').fill('7');
  await button(page, t('policy.draft.check')).click();
  const gap = t('policy.scores.range', { from: 8, to: 9 });
  await expect(page.locator('#note-phq-9-1 .error').first()).toContainText(
    `${gap}: no step is set.`,
  );
  await expect(page.getByRole('alert')).toContainText(gap, { ignoreCase: true });
  await expect(button(page, t('policy.propose.button'))).toHaveCount(0);
  await expectStaffSound(browser, of('Ada'));

  await page.locator('#from-phq-9-2').fill('8');
  await button(page, t('policy.draft.check')).click();
  await expect(page.getByText(t('policy.draft.checked'))).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectStaffSound(browser, of('Ada'));
  const reason = page.getByLabel(t('policy.propose.reason'));
  await reason.fill('People with 8 or 9 waited too long.');
  await page.locator('#recheck').fill('15');
  await button(page, t('policy.propose.button')).click();
  await expect(page.locator('.error-summary')).toContainText(t('policy.propose.error.unchecked'));
  await expect(reason).toHaveValue('People with 8 or 9 waited too long.');
  await expect(page.locator('#recheck')).toHaveValue('15');
  await page.locator('#recheck').fill('14');
  await button(page, t('policy.draft.check')).click();
  await expect(page.getByText(t('policy.draft.checked'))).toBeVisible();
  await expect(reason).toHaveValue('People with 8 or 9 waited too long.');
  await button(page, t('policy.propose.button')).click();
  await expect(page).toHaveURL(/\/staff\/policy\/version\/[0-9a-f]{64}$/);
  return page.url().slice(-64);
}

/** The page has no way to approve it, and a post that pretends otherwise changes nothing. */
async function expectRefusedForAda(hash: string): Promise<void> {
  const { page, context } = of('Ada');
  await expect(page.getByText(t('policy.version.own'))).toBeVisible();
  await expect(button(page, t('policy.decide.approve'))).toHaveCount(0);
  const live = await query<{ hash: string }>(
    'SELECT hash FROM ops.policy_activation ORDER BY id DESC LIMIT 1',
  );
  const _form = await page.locator('main input[name="_form"]').first().inputValue();
  const answer = await context.request.post(at(`/staff/policy/version/${hash}/do/approve`), {
    form: { _form, live: live[0]?.hash ?? '', note: 'I like it.' },
    headers: { origin: server.origin },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(await query('SELECT FROM ops.policy_activation WHERE hash = $1', [hash])).toEqual([]);
  await page.reload();
  await expect(page.locator('.error-summary')).toContainText(t('policy.decide.error.own'));
}

async function approveByBen(browser: Browser, hash: string): Promise<void> {
  const { page } = of('Ben');
  await page.goto(at('/staff'));
  await expectStaffSound(browser, of('Ben'));
  await page.getByRole('link', { name: 'Earlier visits' }).click();
  await expect(page).toHaveURL(at(`/staff/policy/version/${hash}`));
  await expectStaffSound(browser, of('Ben'));
  await page.getByLabel(t('policy.decide.note')).fill('Read row by row.');
  await button(page, t('policy.decide.approve')).click();
  await expect(page.locator('.pairs')).toContainText(t('policy.state.approved'));
  await expectStaffSound(browser, of('Ben'));
  await page.getByRole('link', { name: t('policy.publish.link') }).click();
  await expectStaffSound(browser, of('Ben'));
  await button(page, t('policy.publish.button')).click();
  await expect(page.locator('.pairs')).toContainText(t('policy.state.live'));
  await expectStaffSound(browser, of('Ben'));
}

test('a visitor writes, a guide answers without scripts, and the code opens the answer elsewhere', async ({
  browser,
  page,
  context,
}) => {
  const visitor = newClient(server.origin);
  await screen(visitor, { answers: EIGHT });
  await become(context, server.origin, visitor);
  await page.goto(at('/next/other'));
  await choose(page, t('result.step.guidance.title'));
  await button(page, t('result.choose')).click();
  const code = await readCode(page);
  await page.goto(at('/plan/ready'));
  await page
    .getByRole('link', { name: t('result.ready.go.guidance') })
    .first()
    .click();
  await page.getByRole('textbox').fill('Getting up is hard. What can I do?');
  await button(page, t('mine.message.send')).click();
  await expect(page.getByText(t('mine.message.sent'))).toBeVisible();

  const guide = of('Gil');
  await guide.page.goto(at('/staff/inbox'));
  await expectStaffSound(browser, guide);
  await button(guide.page, t('inbox.next')).click();
  await expect(guide.page.getByText('Getting up is hard.')).toBeVisible();
  await expectStaffSound(browser, guide);
  await sendReply(guide.page, { text: 'Put one foot on the floor first.', step: 'plan' });
  await query('UPDATE ops.pending_reply SET due_at = now()');

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(at('/return'));
  await other.getByRole('textbox').fill(code);
  await choose(other, t('check.start.device.private'));
  await button(other, t('shell.continue')).click();
  await other.getByRole('link', { name: t('mine.place.readReply') }).click();
  await expect(other.getByText('Put one foot on the floor first.')).toBeVisible();
  await elsewhere.close();
});

test('the administrator reads who did what, verifies the chain, and ends a session with one press', async ({
  browser,
}) => {
  const ann = of('Ann');
  const { page } = ann;
  await page.goto(at('/staff/admin/audit'));
  await expectStaffSound(browser, ann);
  const did = (action: 'policy.approved' | 'policy.activated', who: string) =>
    t(`staff.audit.did.${action}`, { who, whom: '' }).trim();
  const log = page.getByRole('table');
  await expect(log).toContainText(t('staff.audit.did.staff.signed_in', { who: 'Gil' }));
  await expect(log).toContainText(did('policy.approved', 'Ben'));
  await expect(log).not.toContainText(did('policy.approved', 'Ada'));
  await expect(log).not.toContainText('Getting up is hard.');
  await button(page, t('staff.audit.verify')).click();
  await expect(page.getByRole('status')).toContainText(/The chain holds: \d+ entries checked/);

  const guide = of('Gil');
  await guide.page.goto(at('/staff/inbox'));
  await page.getByRole('link', { name: t('staff.shell.places.people') }).click();
  await page.getByRole('link', { name: /^Gil/ }).click();
  await expectStaffSound(browser, ann);
  await button(page, t('staff.people.person.disable')).click();
  await expect(page.getByRole('status')).toContainText(
    t('staff.people.told.disabled', { name: 'Gil' }),
  );
  await expectStaffSound(browser, ann);
  await guide.page.reload();
  await expect(guide.page).toHaveURL(at('/staff/sign-in'));
});
