// Signing, exporting and people's accounts ask for a second factor of the last 10 minutes.
import { expect, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { translate } from '#lib/i18n/translate.ts';
import { newClient, target } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { addressOf } from './support/address.ts';
import { join } from './support/canary/staff-account.ts';
import { ownerUrl, withOwner } from './support/durable/own-server.ts';
import { type Cast, copyOf, makePrincipals } from './support/principals.ts';
import { ROUTES } from './support/routes.ts';
import { FRESH } from './support/routes-staff.ts';

test.describe.configure({ mode: 'default' });

const t = translate('en');
const INVITE = '/en/staff/admin/people/invite';
const STAFF = ['guide', 'clinician', 'researcher', 'administrator'] as const;
const CONFIRM = '/en/staff/confirm';

let server: RunningServer;
let cast: Cast;

test.beforeAll(async () => {
  server = await startServer();
  cast = await makePrincipals(server);
});
test.afterAll(() => server?.stop());

/** As when everybody gave their second factor 11 minutes ago. */
const letPass = () =>
  withOwner(ownerUrl(server.dataFolder), (db) =>
    db.query(`UPDATE ops.staff_session SET verified_at = now() - interval '11 minutes'`),
  );

test('every post asks for a recent second factor, or not, as the table says', async () => {
  await letPass();
  const posts = [...ROUTES]
    .filter(([route, { drawn }]) => !drawn && /staff\/(?!confirm)/.test(route))
    .flatMap(([route, { post }]) =>
      STAFF.filter((p) => post[p].startsWith('to ')).map((p) => [route, p] as const),
    );
  const asked = new Set<string>();
  for (const [route, principal] of posts) {
    const client = copyOf(cast.clients[principal], server.origin);
    const answer = await client.post(addressOf(route, cast.ids), { id: 'x', purpose: 'x' });
    if (target(answer) === CONFIRM) asked.add(route);
  }
  expect([...asked].sort()).toEqual([...FRESH].sort());
});

test('a late post is kept, comes back after the code, and was not sent', async () => {
  await letPass();
  const { administrator } = cast.clients;
  await administrator.get(INVITE);
  const fields = {
    name: 'Kim',
    email: 'kim@handrail.test',
    roles: 'administrator',
    languages: 'en',
  };
  const late = await administrator.post('/en/staff/admin/people/do/invite', fields);
  expect(target(late)).toBe(CONFIRM);
  expect((await administrator.get(CONFIRM)).body).toContain(t('staff.confirm.kept'));
  expect(target(await administrator.post(`${CONFIRM}/do/give`, { code: '000000' }))).toBe(CONFIRM);
  expect((await administrator.get(CONFIRM)).body).toContain(t('staff.confirm.error.wrong'));
  const secret = Secret.fromBase32(cast.administratorSecret);
  const code = new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 });
  expect(target(await administrator.post(`${CONFIRM}/do/give`, { code }))).toBe(INVITE);
  const { body } = await administrator.get(INVITE);
  expect(body).toContain(t('staff.confirm.notSent'));
  expect(body).not.toContain(t('shell.errors.summary', { count: 1 }));
  expect(body).toContain('value="kim@handrail.test"');
  const sent = await administrator.post('/en/staff/admin/people/do/invite', fields);
  expect(target(sent)).toBe('/en/staff/admin/people');
  const { body: people } = await administrator.get('/en/staff/admin/people');
  const address = /(http:[^\s"<]+\/invitation\/[\w-]+)/.exec(people)?.[1] ?? '';
  const account = { name: 'Kim', email: 'kim@handrail.test', password: 'four quiet words here' };
  expect(await join(newClient(server.origin), address, account)).toBeTruthy();
});
