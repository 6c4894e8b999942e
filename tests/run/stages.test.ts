import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '#lib/run/database/free-port.ts';
import { settleLeftover } from '#lib/run/database/leftover.ts';
import { ask, startPostgres } from '#lib/run/database/postgres.ts';
import { checkDiskSpace } from '#lib/run/stages/disk-space.ts';
import { takeLock } from '#lib/run/stages/lock.ts';
import { refuseLostSecrets } from '#lib/run/stages/lost-secrets.ts';
import { prepareSecretFiles } from '#lib/run/stages/secret-files.ts';
import { testDatabase } from '../support/database.ts';
import { hire } from '../usecases/staff/people.ts';

const database = testDatabase();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeSecretFiles(data: string, today: string, webFile = join(data, 'secrets/web.json')) {
  const files = prepareSecretFiles({ data, webFile }, today);
  files.save();
  const { save: _, missing: __, ...rest } = files;
  return rest;
}

const json = (name: string) => JSON.parse(readFileSync(join(folder, 'secrets', name), 'utf8'));

test('secrets are for their owner alone, differ, and stay what they were', () => {
  const first = writeSecretFiles(folder, '2026-11-01');
  for (const name of ['web.json', 'worker.json', 'owner.json']) {
    expect(statSync(join(folder, 'secrets', name)).mode & 0o777).toBe(0o600);
  }
  const web = json('web.json');
  expect(json('worker.json').pepperLocator).toBeUndefined();
  expect(web.auditKey).toBeUndefined();
  expect(Buffer.from(web.formKey, 'base64')).toHaveLength(32);
  expect(new Set(Object.values(first.passwords)).size).toBe(4);
  expect(writeSecretFiles(folder, '2026-11-01')).toEqual(first);
  expect(json('web.json')).toEqual(web);
});

test('a new day brings a new key for what visitors carry; two older ones still open it', () => {
  for (const day of ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-04']) {
    writeSecretFiles(folder, day);
  }
  const ids = json('web.json').stateKeys.map((key: { id: string }) => key.id);
  expect(ids).toEqual(['2026-11-04', '2026-11-03', '2026-11-02']);
});

test('a damaged secrets file is never replaced', () => {
  writeSecretFiles(folder, '2026-11-01');
  writeFileSync(join(folder, 'secrets', 'web.json'), '{');
  expect(() => writeSecretFiles(folder, '2026-11-01')).toThrow(/damaged/);
});

test('the secrets of web are where HANDRAIL_SECRET_FILE says', () => {
  const elsewhere = join(folder, 'mounted.json');
  expect(writeSecretFiles(folder, '2026-11-01', elsewhere).webFile).toBe(elsewhere);
  expect(JSON.parse(readFileSync(elsewhere, 'utf8')).formKey).toBeDefined();
  expect(() => json('web.json')).toThrow(/ENOENT/);
});

test('new secrets are written only once nothing speaks against them', () => {
  const places = { data: folder, webFile: join(folder, 'secrets/web.json') };
  expect(prepareSecretFiles(places, '2026-11-01').missing).toHaveLength(2);
  const again = prepareSecretFiles(places, '2026-11-01');
  expect(again.missing).toHaveLength(2);
  again.save();
  expect(prepareSecretFiles(places, '2026-11-01').missing).toEqual([]);
});

test('secrets that are lost are not made anew under a database that somebody needs them for', async () => {
  const lost = ['/data/secrets/web.json', '/data/secrets/worker.json'];
  await refuseLostSecrets(database.urls.owner, lost);
  await hire(database.db, ['guide']);
  await refuseLostSecrets(database.urls.owner, []);
  await expect(refuseLostSecrets(database.urls.owner, lost)).rejects.toThrow(
    /^\/data\/secrets\/web\.json is missing.*put back its copy/,
  );
});

test('a database that was made with another password is not waited for', async () => {
  chmodSync(folder, 0o711); // as root, the account `postgres` must be able to enter it
  const options = { folder: join(folder, 'postgres'), port: 58_100 };
  const made = await startPostgres({ ...options, ownerPassword: 'one' });
  await made.stop();
  const other = startPostgres({ ...options, ownerPassword: 'another' });
  await expect(other).rejects.toThrow(/secrets\/owner\.json holds: put back its copy/);
});

test('a copy of a database that took the port is not taken for the one that was started', async () => {
  chmodSync(folder, 0o711);
  const options = { folder: join(folder, 'postgres'), port: 58_100, ownerPassword: 'one' };
  const other = await startPostgres(options);
  try {
    const url = other.url('handrail', 'one', 'postgres');
    expect(await ask(url, other.folder)).toBe('ready');
    expect(await ask(url, join(folder, 'copy'))).toBe('not yet');
  } finally {
    await other.stop();
  }
});

test('a lock counts only while a start of ours holds it', async () => {
  const release = takeLock(folder);
  release();
  writeFileSync(join(folder, 'up.lock'), '999999');
  takeLock(folder)();
  // A number that now belongs to another program.
  writeFileSync(join(folder, 'up.lock'), String(process.ppid));
  takeLock(folder)();
  const program = join(folder, 'lib', 'run', 'up.ts');
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', program]);
  await once(other, 'spawn');
  writeFileSync(join(folder, 'up.lock'), String(other.pid));
  expect(() => takeLock(folder)).toThrow(`process ${other.pid}`);
  other.kill('SIGKILL');
  await once(other, 'exit');
  takeLock(folder)();
});

test('a taken port is stepped over', async () => {
  const port = await freePort(57_000);
  const taken = createServer().listen(port, '127.0.0.1');
  await once(taken, 'listening');
  expect(await freePort(port)).toBeGreaterThan(port);
  taken.close();
});

test('the lock of a database whose process is gone, or is something else, is removed', async () => {
  expect(await settleLeftover(folder)).toBe('none');
  for (const pid of ['999999', String(process.pid), 'nonsense']) {
    writeFileSync(join(folder, 'postmaster.pid'), `${pid}\n${folder}\n`);
    expect(await settleLeftover(folder)).toBe('stale');
    expect(await settleLeftover(folder)).toBe('none');
  }
});

test('the free disk is said', () => {
  expect(checkDiskSpace(folder)).toMatch(/GiB free$/);
});
