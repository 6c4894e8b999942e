// The worker as `up` starts it, with a mail server of this test.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPulse, SENDING_JOB } from '#lib/store/reminders.ts';
import { testDatabase } from '../support/database.ts';
import { type MailSink, startMailSink } from '../support/mail-sink.ts';
import { keepDueNow, visitorWithKey } from '../support/reminded.ts';
import { VAULT_KEY } from '../usecases/staff/people.ts';

const test = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'handrail-worker-'));
const secretFile = join(folder, 'worker.json');
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
  const key = () => randomBytes(32).toString('base64');
  const secrets = { auditKey: key(), vaultKey: VAULT_KEY.toString('base64'), vapidKey: key() };
  writeFileSync(secretFile, JSON.stringify(secrets), { mode: 0o600 });
});
afterAll(async () => {
  await sink.close();
  rmSync(folder, { recursive: true });
});

it('sends what is due as soon as it runs, says nothing of whom, and ends when asked', async () => {
  const visitor = await visitorWithKey(test.db);
  await keepDueNow(visitor.post(), 'somebody@example.test');
  const child = spawn(process.execPath, ['lib/run/worker.ts'], {
    env: {
      ...process.env,
      DATABASE_URL_WORKER: test.urls.worker,
      HANDRAIL_SECRET_FILE: secretFile,
      SMTP_URL: sink.url,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const exit = once(child, 'exit');
  const done = async () =>
    sink.received.length > 0 && (await findPulse(test.db, SENDING_JOB)) !== null;
  for (let i = 0; i < 600 && child.exitCode === null && !(await done()); i += 1) await pause(100);
  child.kill('SIGTERM');
  expect(await exit, said).toEqual([0, null]);
  expect(sink.received.map(({ to }) => to?.[0]?.address)).toEqual(['somebody@example.test']);
  expect(said).toContain(SENDING_JOB);
  expect(said).not.toContain('somebody');
  expect(said).not.toContain(visitor.session.pathwayId);
}, 90_000);
