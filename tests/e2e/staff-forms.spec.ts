// Forms of the staff pages that cannot be acted on: nothing typed is lost, and it is said.
import { expect, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { translate } from '#lib/i18n/translate.ts';
import { type Client, newClient, target } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { invite, join } from './support/canary/staff-account.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';

test.describe.configure({ mode: 'default' });

const t = translate('en');
const PASSWORD = 'four quiet words here';
const PEOPLE = '/en/staff/admin/people';
const STALE = 'AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA';

let server: RunningServer;
let ann: Client;
let annSecret: string;

test.beforeAll(async () => {
  server = await startServer();
  ann = newClient(server.origin);
  annSecret = await join(ann, server.setUpAddress ?? '', accountOf('Ann'));
});
test.afterAll(() => server?.stop());

const accountOf = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@handrail.test`,
  password: PASSWORD,
});

async function colleague(name: string, role: string): Promise<readonly [Client, string]> {
  const client = newClient(server.origin);
  const address = await invite(ann, accountOf(name), role);
  return [client, await join(client, address, accountOf(name))];
}

/** As after half an hour without a request. */
const leaveIdle = (name: string) =>
  withOwner(ownerUrl(server.dataFolder), (db) =>
    db.query(
      `UPDATE ops.staff_session SET last_seen_at = now() - interval '31 minutes'
       WHERE staff_id = (SELECT id FROM ops.staff WHERE email = $1)`,
      [accountOf(name).email],
    ),
  );

/** With the app's next code: the present one was used to join. */
async function signIn(client: Client, name: string, secret: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = totp.generate({ timestamp: Date.now() + 30_000 });
  const page = await client.get('/en/staff/sign-in');
  const { email, password } = accountOf(name);
  const answer = await client.post('/en/staff/sign-in/do/enter', { email, password, code });
  return { page, answer };
}

const INVITEE = { name: 'Kim', email: 'kim@handrail.test', roles: 'guide', languages: 'en' };

test('what was typed when the session had ended waits for who typed it, and nothing was sent', async () => {
  await ann.get(`${PEOPLE}/invite`);
  await leaveIdle('Ann');
  const sent = await ann.post(`${PEOPLE}/do/invite`, INVITEE);
  expect(target(sent)).toBe('/en/staff/sign-in');
  const { page, answer } = await signIn(ann, 'Ann', annSecret);
  expect(page.body).toContain(t('staff.signIn.kept'));
  expect(target(answer)).toBe(`${PEOPLE}/invite`);
  const { body } = await ann.get(`${PEOPLE}/invite`);
  expect(body).toContain(t('staff.shell.notSent'));
  expect(body).toContain('value="Kim"');
  expect(body).toContain('value="kim@handrail.test"');
  expect(body).toMatch(/id="roles-guide"[^>]*checked/);
  expect((await ann.get(PEOPLE)).body).not.toContain(t('staff.people.pending'));
  await ann.get(`${PEOPLE}/invite`);
  await ann.post(`${PEOPLE}/do/invite`, INVITEE);
  expect((await ann.get(PEOPLE)).body).toContain('kim@handrail.test');
});

test('it is shown to nobody else who signs in on that machine', async () => {
  const [lea] = await colleague('Lea', 'administrator');
  const [, moSecret] = await colleague('Mo', 'administrator');
  await lea.get(`${PEOPLE}/invite`);
  await leaveIdle('Lea');
  await lea.post(`${PEOPLE}/do/invite`, { ...INVITEE, name: 'A name that Lea typed' });
  const { answer } = await signIn(lea, 'Mo', moSecret);
  expect(target(answer)).toBe('/en/staff');
  expect((await lea.get(`${PEOPLE}/invite`)).body).not.toContain('A name that Lea typed');
  expect([...lea.cookies.keys()].filter((name) => name.endsWith('kept'))).toEqual([]);
});

const TABLE = {
  revision: '1',
  do: 'check',
  name: 'Typed by Nia',
  recheck: '21',
  source: '',
  tables: 'phq-9',
  'from-phq-9-0': '0',
  'to-phq-9-0': '6',
  'tier-phq-9-0': 'guidance',
  'from-phq-9-1': '7',
  'to-phq-9-1': '27',
  'tier-phq-9-1': 'face_to_face',
  'tier-otherwise': 'face_to_face',
};

test('the table of a draft comes back as it was typed, and cannot be proposed before it is saved', async () => {
  const [nia, secret] = await colleague('Nia', 'clinician');
  await nia.get('/en/staff/policy');
  const started = await nia.post('/en/staff/policy/do/draft', { from: 'live' });
  const draft = target(started);
  const expectTyped = async () => {
    const { body } = await nia.get(draft);
    const value = (id: string) =>
      /value="([^"]*)"/.exec(new RegExp(`<input[^>]*id="${id}"[^>]*>`).exec(body)?.[0] ?? '')?.[1];
    expect([value('to-phq-9-0'), value('from-phq-9-1'), value('recheck')]).toEqual([
      '6',
      '7',
      '21',
    ]);
    expect(body).toContain(t('policy.draft.unsaved').replaceAll('"', '&quot;'));
    expect(body).toContain(t('policy.propose.unsaved'));
    expect(body).not.toContain('/do/propose"');
  };
  await nia.get(draft);
  expect(target(await nia.post(`${draft}/do/save`, TABLE, STALE))).toBe(draft);
  await expectTyped();
  await leaveIdle('Nia');
  expect(target(await nia.post(`${draft}/do/save`, TABLE))).toBe('/en/staff/sign-in');
  expect(target((await signIn(nia, 'Nia', secret)).answer)).toBe(draft);
  await expectTyped();
  await nia.post(`${draft}/do/save`, TABLE);
  expect((await nia.get(draft)).body).toContain('/do/propose"');
});

test('what is too long to be kept is refused with a page that leads back to the staff pages', async () => {
  const [oli] = await colleague('Oli', 'researcher');
  const purpose = Array.from({ length: 6_000 }, () => Math.random().toString(36)[2]).join('');
  await oli.get('/en/staff/research/export');
  await leaveIdle('Oli');
  const { status, body } = await oli.post('/en/staff/research/export/do/ask', { purpose });
  expect(status).toBe(413);
  expect(body).toContain('href="/en/staff"');
});

test('a form that was open too long says so on the page it came from', async () => {
  const [pia] = await colleague('Pia', 'administrator');
  const row = (await pia.get(PEOPLE)).body.split('<tr').find((part) => part.includes('nia@')) ?? '';
  const id = /\/staff\/admin\/people\/([0-9a-f-]{36})/.exec(row)?.[1] ?? '';
  const posts = [
    [`${PEOPLE}/do/disable`, { id }, `${PEOPLE}/${id}`],
    [`${PEOPLE}/do/withdraw`, { id }, PEOPLE],
    ['/en/staff/admin/audit/do/verify', {}, '/en/staff/admin/audit'],
    ['/en/staff/admin/audit/do/download', { action: 'x' }, '/en/staff/admin/audit'],
    ['/en/staff/services/do/checked', { line: 'x' }, '/en/staff/services'],
    ['/en/staff/sign-out', {}, '/en/staff'],
  ] as const;
  for (const [path, fields, page] of posts) {
    expect(target(await pia.post(path, fields, STALE)), path).toBe(page);
    expect((await pia.get(page)).body, page).toContain(t('shell.form.stale'));
  }
});

test('news is gone from the page a moment later', async () => {
  await ann.get('/en/staff/admin/audit');
  const verified = await ann.post('/en/staff/admin/audit/do/verify');
  const ages = (verified.headers['set-cookie'] ?? []).flatMap(
    (line) => /^(?:__Host-)?f=[^;]+.*Max-Age=(\d+)/.exec(line)?.[1] ?? [],
  );
  expect(ages).toEqual(['15', '15']);
});

test('the list of what has to be mended has the focus', async ({ page }) => {
  await page.goto(`${server.origin}/en/staff/sign-in`);
  await page.getByRole('button', { name: t('staff.signIn.button'), exact: true }).click();
  await expect(page.locator('.error-summary')).toBeFocused();
});

test('a sign-in that was tried too often says so', async () => {
  const guesser = newClient(server.origin);
  const wrong = { email: 'nobody@handrail.test', password: 'not a password', code: '123456' };
  await guesser.get('/en/staff/sign-in');
  for (let i = 0; i < 6; i += 1) await guesser.post('/en/staff/sign-in/do/enter', wrong);
  expect((await guesser.get('/en/staff/sign-in')).body).toContain(t('staff.signIn.error.limited'));
});

test('sign-in pressed twice signs in', async () => {
  const [rui, secret] = await colleague('Rui', 'guide');
  await rui.get('/en/staff');
  await rui.post('/en/staff/sign-out');
  const code = new TOTP({ secret: Secret.fromBase32(secret) });
  const fields = { ...accountOf('Rui'), code: code.generate({ timestamp: Date.now() + 30_000 }) };
  await rui.get('/en/staff/sign-in');
  const token = rui.token();
  const press = () => rui.post('/en/staff/sign-in/do/enter', fields, token);
  const answers = await Promise.all([press(), press()]);
  expect(answers.map(target)).toEqual(['/en/staff', '/en/staff']);
});

test('an address in another script is answered like any other that leads nowhere', async () => {
  const path = `/en/staff/services/${encodeURIComponent('٣٣٣٣')}`;
  await ann.get('/en/staff/services/add');
  const answer = await ann.post(`${path}/do/save`, { name: 'x' });
  expect([303, 404]).toContain(answer.status);
  if (answer.status === 303) expect(target(answer)).toBe(path);
});
