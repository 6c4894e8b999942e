import { chmodSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { emergencyFor, linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { translate } from '#lib/i18n/translate.ts';
import { type Client, newClient, screen, target } from '../support/client.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { hireGuide } from './support/durable/journey.ts';
import {
  kill,
  newDataFolder,
  ownerUrl,
  processesUnder,
  removeFolder,
  untilGone,
} from './support/durable/own-server.ts';

/** The last question of each way through the check, opened while all was well. */
const WAYS = [
  ['zh-hans', '/check/9', { answer: '1' }],
  ['zh-hant', '/check/9', { answer: 'declined' }],
  ['en', '/check/all', { q9: '1', q10: '0' }],
  ['zh-hans', '/check/all', { q9: '2' }],
] as const;

const MESSAGE = 'Words that must not get lost.';
let dataFolder = '';
let server: RunningServer;

test.beforeAll(async () => {
  dataFolder = newDataFolder();
  server = await startServer({ dataFolder });
  await hireGuide(ownerUrl(dataFolder));
});
test.afterAll(async () => {
  await server?.stop();
  removeFolder(dataFolder);
});

async function upToNine(locale: Locale, path: string): Promise<Client> {
  const client = newClient(server.origin);
  await client.get(`/${locale}/check`);
  await client.post(`/${locale}/check`, { device: 'private', age: 'adult', self: 'yes' });
  for (let n = 1; n <= 8; n += 1) {
    await client.get(`/${locale}/check/${n}`);
    await client.post(`/${locale}/check/${n}`, { answer: '0' });
  }
  await client.get(`/${locale}${path}`);
  return client;
}

/** Ends the database, and keeps it from coming back until it is let. */
async function endDatabase(): Promise<() => void> {
  const version = `${dataFolder}/postgres/PG_VERSION`;
  chmodSync(version, 0o000);
  const pids = processesUnder(server.child.pid ?? 0)
    .filter(({ command }) => /postgres/.test(command))
    .map(({ pid }) => pid);
  for (const pid of pids) kill(pid);
  await untilGone(pids);
  return () => chmodSync(version, 0o600);
}

test('without the database question 9 still leads to people, and nothing that was typed gets lost', async () => {
  const clients = await Promise.all(WAYS.map(([locale, path]) => upToNine(locale, path)));
  const writer = newClient(server.origin);
  await screen(writer, { answers: Array.from({ length: 10 }, () => 1) });
  await writer.post('/en/next', { step: 'guidance' });
  expect((await writer.get('/en/message')).status).toBe(200);
  const letItComeBack = await endDatabase();

  for (const [i, [locale, path, fields]] of WAYS.entries()) {
    const client = clients[i] as Client;
    const t = translate(locale);
    const sent = await client.post(`/${locale}${path}`, fields);
    expect(target(sent), path).toBe(`/${locale}/check/support`);
    const page = await client.get(`/${locale}/check/support`);
    expect(page.status).toBe(200);
    expect(page.body).toContain(t('check.support.title'));
    for (const phone of [emergencyFor('GB')?.phone, linesFor('GB')[0]?.phone]) {
      expect(page.body).toContain(`href="tel:${phone?.replace(/\D/g, '')}"`);
    }
    const going = await client.post(`/${locale}/check/support`);
    expect(going.status).toBe(503);
    expect(going.body).toContain(t('shell.problem.lost'));
    expect(going.body).toContain(`href="/${locale}/check/support"`);
  }
  const refused = await writer.post('/en/message', { text: MESSAGE });
  expect(refused.status).toBe(503);
  expect(refused.body).toContain(translate('en')('shell.problem.typed'));
  expect(refused.body).toContain('href="/en/message"');

  letItComeBack();
  const ready = async () => (await writer.get('/readyz')).status;
  await expect.poll(ready, { timeout: 60_000 }).toBe(200);
  expect((await writer.get('/en/message')).body).toContain(MESSAGE);
  for (const [i, [locale]] of WAYS.entries()) {
    const client = clients[i] as Client;
    await client.get(`/${locale}/check/support`);
    const saved = await client.post(`/${locale}/check/support`);
    expect(target(saved)).toBe(`/${locale}/check/likely`);
  }
});
