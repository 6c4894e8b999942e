// The worker as `up` starts it, with a mail server of this test.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { freePort } from '#lib/run/database/free-port.ts';
import { findPulse, SENDING_JOB } from '#lib/store/reminders.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';
import { testDatabase } from '../support/database.ts';
import { bounce } from '../support/incoming.ts';
import { type MailSink, startMailSink } from '../support/mail-sink.ts';
import { mailed } from '../support/mailed.ts';
import { keepDueNow, visitorWithKey } from '../support/reminded.ts';
import { hire, VAULT_KEY } from '../usecases/staff/people.ts';

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

it('sends what is due as soon as it runs, takes what comes back, says nothing of whom, and ends when asked', async () => {
  const visitor = await visitorWithKey(test.db);
  await keepDueNow(visitor.post(), 'somebody@example.test');
  const guide = await hire(test.db, ['guide']);
  const writer = await mailed(test.db, guide, { to: 'writer@example.test', kind: 'answer' });
  await writer.answer('Rest.', Date.now() as Instant);
  const port = await freePort(20_000 + Math.floor(Math.random() * 10_000));
  const child = spawn(process.execPath, ['lib/run/worker.ts'], {
    env: {
      ...process.env,
      DATABASE_URL_WORKER: test.urls.worker,
      HANDRAIL_SECRET_FILE: secretFile,
      HANDRAIL_MAIL_IN: String(port),
      HANDRAIL_MAIL_FROM: 'notes@handrail.test',
      SMTP_URL: sink.url,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const exit = once(child, 'exit');
  const done = async () =>
    sink.received.length > 1 && (await findPulse(test.db, SENDING_JOB)) !== null;
  for (let i = 0; i < 600 && child.exitCode === null && !(await done()); i += 1) await pause(100);

  const back = sink.raw.find(({ sender }) => sender.startsWith('b+'))?.sender ?? '';
  const server = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await server.sendMail({ envelope: { from: '', to: back }, raw: bounce('failed', '5.1.1') });
  expect((await readGuidance(writer.post(), false))?.mail).toBe('unreachable');
  child.kill('SIGTERM');
  expect(await exit, said).toEqual([0, null]);
  const recipients = sink.received.map(({ to }) => to?.[0]?.address);
  expect(recipients.toSorted()).toEqual(['somebody@example.test', 'writer@example.test']);
  expect(said).toContain(SENDING_JOB);
  expect(said).toContain('send-mails');
  expect(said).not.toMatch(/somebody|writer|b\+/);
  expect(said).not.toContain(visitor.session.pathwayId);
}, 90_000);
