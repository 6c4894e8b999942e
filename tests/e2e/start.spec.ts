import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';
import { startPostgres } from '#lib/run/database/postgres.ts';
import { newClient, screen } from '../support/client.ts';
import { freePort, type RunningServer, startServer } from '../support/server.ts';
import { join } from './support/canary/staff-account.ts';
import { expectWhole } from './support/durable/invariants.ts';
import {
  kill,
  killEverything,
  newDataFolder,
  ownerUrl,
  processesUnder,
  refusedStart,
  removeFolder,
  untilGone,
} from './support/durable/own-server.ts';
import { askUntilGone, type Traffic } from './support/durable/traffic.ts';

const ANSWERS = Array.from({ length: 10 }, () => 1);
const LONGEST_STOP_MS = 20_000;
const ADMINISTRATOR = {
  name: 'Ada First',
  email: 'ada.first@handrail.test',
  password: 'four quiet words here',
};

/** A folder that goes with its test, and whatever still runs on it. */
async function onFolder(
  use: (folder: string, start: typeof startServer) => Promise<void>,
): Promise<void> {
  const dataFolder = newDataFolder();
  const servers: RunningServer[] = [];
  try {
    await use(dataFolder, async (options = {}) => {
      const server = await startServer({ dataFolder, ...options });
      servers.push(server);
      return server;
    });
  } finally {
    for (const server of servers) await server.stop();
    removeFolder(dataFolder);
  }
}

test('a second start on the same folder says that the first one runs, and leaves it alone', () =>
  onFolder(async (folder, start) => {
    const server = await start();
    const PORT = String(await freePort());
    const second = await refusedStart({ HANDRAIL_DATA: folder, PORT });
    expect(second.code).toBe(1);
    expect(second.errors).toEqual([
      `Stopped: Handrail already runs on ${folder} (process ${server.child.pid})`,
    ]);
    expect((await newClient(server.origin).get('/readyz')).status).toBe(200);
  }));

test('it goes on when nobody reads what it says any more', () =>
  onFolder(async (_folder, start) => {
    const server = await start();
    server.child.stdout?.destroy();
    server.child.stderr?.destroy();
    const workers = () =>
      processesUnder(server.child.pid ?? 0).filter(({ command }) => command.includes('worker.ts'));
    const [first] = workers();
    // Its end, and that it is started again, are said.
    kill(first?.pid ?? 0);
    await expect.poll(() => workers().map(({ pid }) => pid === first?.pid)).toEqual([false]);
    expect((await newClient(server.origin).get('/readyz')).status).toBe(200);
    expect(await server.stop()).toBe(0);
  }));

test('a port that is in use is said in one line, and nothing is left running', () =>
  onFolder(async (folder, start) => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = await refusedStart({ HANDRAIL_DATA: folder, PORT: String(port) });
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.errors).toEqual([
      `Stopped: Port ${port} is in use: end the program that listens there, or set PORT`,
    ]);
    await start();
  }));

test('after a kill of everything the next start removes the lock and has every write', () =>
  onFolder(async (folder, start) => {
    const server = await start();
    await screen(newClient(server.origin), { answers: ANSWERS });
    await killEverything(server);
    const again = await start();
    expect(again.output()).toContain('the lock of a killed run was removed');
    expect((await expectWhole(ownerUrl(folder))).rows.size).toBe(1);
  }));

test('after a kill of the command alone its programs end, and the next start settles the database', () =>
  onFolder(async (folder, start) => {
    const { child, origin } = await start();
    await screen(newClient(origin), { answers: ANSWERS });
    const orphans = processesUnder(child.pid ?? 0).map(({ pid }) => pid);
    kill(child.pid ?? 0);
    const again = await start();
    expect(again.output()).toMatch(/left over from a killed run|lock of a killed run/);
    await untilGone(orphans);
    expect((await expectWhole(ownerUrl(folder))).rows.size).toBe(1);
  }));

test('stopped under load it breaks off no answer, ends within 20 seconds and leaves no process', () =>
  onFolder(async (_folder, start) => {
    const server = await start();
    const traffic: Traffic = { whole: [], truncated: [] };
    const asking = askUntilGone(server.origin, traffic);
    await expect.poll(() => traffic.whole.length).toBeGreaterThan(200);
    const processes = processesUnder(server.child.pid ?? 0).map(({ pid }) => pid);
    const from = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - from).toBeLessThan(LONGEST_STOP_MS);
    await asking;
    expect(traffic.truncated).toEqual([]);
    expect(traffic.whole.filter((status) => status !== 200)).toEqual([]);
    await untilGone(processes);
  }));

test('without its database the help page answers, every other page says so, and it comes back', () =>
  onFolder(async (folder, start) => {
    const server = await start();
    const visitor = newClient(server.origin);
    await screen(visitor, { answers: ANSWERS });
    const staff = newClient(server.origin);
    await join(staff, server.setUpAddress ?? '', ADMINISTRATOR);
    const version = `${folder}/postgres/PG_VERSION`;
    chmodSync(version, 0o000); // it cannot be started again for now
    const postgres = processesUnder(server.child.pid ?? 0).filter((p) =>
      /postgres/.test(p.command),
    );
    for (const { pid } of postgres) kill(pid);
    await untilGone(postgres.map(({ pid }) => pid));
    for (const locale of LOCALES) {
      expect((await newClient(server.origin).get(`/${locale}/help`)).status).toBe(200);
      for (const path of ['/next', '/services', '/mine']) {
        const { status, headers, body } = await visitor.get(`/${locale}${path}`);
        expect(status, `${path}\n${server.output().slice(-2000)}`).toBe(503);
        expect(headers['retry-after'], path).toBe('60');
        expect(body, path).toContain('href="tel:');
      }
      const { body, status } = await staff.get(`/${locale}/staff/admin/people`);
      expect(status).toBe(503);
      expect(body).toContain(translate(locale)('shell.problem.title'));
      expect(body).toContain('href="tel:');
      const file = await staff.get(`/${locale}/staff/research/funnel/csv`);
      expect(file.status).toBe(503);
      expect(file.body).toContain(`href="/${locale}/staff"`);
      expect(file.body).toContain('href="tel:');
    }
    expect((await visitor.get('/readyz')).status).toBe(503);
    chmodSync(version, 0o600);
    await expect
      .poll(async () => (await visitor.get('/readyz')).status, { timeout: 60_000 })
      .toBe(200);
    expect((await visitor.get('/en/next')).status).toBe(200);
    expect((await staff.get('/en/staff/admin/people')).body).toContain(ADMINISTRATOR.email);
  }));

test('asked for on the machine, an address for an administrator is printed, and it opens', () =>
  onFolder(async (folder, start) => {
    const first = await start();
    await join(newClient(first.origin), first.setUpAddress ?? '', ADMINISTRATOR);
    expect(await first.stop()).toBe(0);
    const { origin, setUpAddress } = await start({ dataFolder: folder, args: ['--administrator'] });
    const again = { ...ADMINISTRATOR, password: 'four new words here' };
    await join(newClient(origin), setUpAddress ?? '', again);
  }));

test('a database that is given is used, and none is started', () =>
  onFolder(async (folder, start) => {
    const given = mkdtempSync(`${folder}/given-`);
    chmodSync(given, 0o711); // as root, the account that runs PostgreSQL must be able to enter it
    chmodSync(folder, 0o711);
    const options = { folder: `${given}/postgres`, port: 57_432, ownerPassword: 'owner' };
    const postgres = await startPostgres(options);
    try {
      const url = postgres.url('handrail', options.ownerPassword);
      const server = await start({ dataFolder: folder, env: { DATABASE_URL: url } });
      expect(server.output()).toContain('the one in DATABASE_URL');
      await screen(newClient(server.origin), { answers: ANSWERS });
      expect((await expectWhole(url)).rows.size).toBe(1);
      expect(existsSync(`${folder}/postgres`)).toBe(false);
      expect(await server.stop()).toBe(0);
    } finally {
      await postgres.stop();
    }
  }));

const MALFORMED = {
  PORT: 'three thousand',
  DATABASE_URL: 'mysql://root:hunter2@localhost/care',
  HANDRAIL_ORIGIN: 'not an address',
  HANDRAIL_LEAVE_EN: 'javascript:alert(1)',
  HANDRAIL_TIME_ZONE: 'Mars/Olympus',
  HANDRAIL_MINIMUM_AGE: '7',
  HANDRAIL_COUNTRY: 'England',
  HANDRAIL_GUIDANCE_HOURS: 'always',
  HANDRAIL_ENTRY_POINTS: 'hunter2, A word too many',
  HANDRAIL_DATA: '/dev/null/data',
};

test('a malformed setting stops the start with one line that names it, and never repeats it', async () => {
  for (const [name, value] of Object.entries(MALFORMED)) {
    const { code, errors } = await refusedStart({ HANDRAIL_DATA: '/dev/null/data', [name]: value });
    expect(code, name).toBe(1);
    expect(errors, name).toHaveLength(1);
    expect(errors[0], name).toContain(name);
    expect(errors[0], name).not.toContain('hunter2');
  }
});
