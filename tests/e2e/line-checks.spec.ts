import { expect, test } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { newClient } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { makePrincipals } from './support/principals.ts';

const t = translate('en');
const CHECKED = 'Checked by this service on';
let server: RunningServer;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server?.stop());

test('visitors see on every card when the service last checked a help line', async () => {
  const { clients } = await makePrincipals(server);
  const visitor = newClient(server.origin);
  const seen = async (path: string) => (await visitor.get(path)).body;
  expect(await seen('/en/help')).not.toContain(CHECKED);
  await clients.clinician.get('/en/staff/services');
  await clients.clinician.post('/en/staff/services/do/checked', { line: 'gb-samaritans' });
  for (const path of ['/en/help', '/en/group', '/en/paper']) {
    await expect.poll(() => seen(path), { timeout: 40_000 }).toContain(CHECKED);
  }
  // The others were not checked, and say so.
  expect(await seen('/en/help')).toContain(t('shell.line.notChecked'));
});
