// The worker is killed at random points while it sends: no answer is lost, and nothing goes out that was ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { sendMails } from '#lib/usecases/system/send-mails.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { orderMail } from '#lib/usecases/visitor/place/order-mail.ts';
import { testDatabase } from '../../support/database.ts';
import { type MailSink, startMailSink } from '../../support/mail-sink.ts';
import { type Mailed, mailed, mailingWorker } from '../../support/mailed.ts';
import { NIGHTLY } from '../../support/nightly.ts';
import { hire, type TestPerson, VAULT_KEY } from '../staff/people.ts';

const KILLS = NIGHTLY ? 500 : 6;
/** For each kill: so many are answered, and some of them are ended before it is sent. */
const DUE = 4;
const LONGEST_MS = 60_000;

const test = testDatabase({ connections: 4 });
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
});
afterAll(() => sink.close());

function startWorker(): ChildProcess {
  const args = [test.urls.worker, sink.url, VAULT_KEY.toString('base64')];
  return spawn(process.execPath, ['tests/support/mail-worker.ts', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

interface Written extends Mailed {
  endedAfter: number | null;
}

const sentTo = (to: string) =>
  sink.received.filter(({ to: [address] = [] }) => address?.address === to);

/** Kills the worker as soon as so many more e-mails are there: before the last is acknowledged, or soon after. */
function strike(child: ChildProcess, fatal: number): Promise<void> {
  const last = sink.received.length + fatal;
  const late = Math.random() < 0.5 ? 0 : Math.random() * 30;
  return new Promise((resolve) => {
    sink.onMessage = async () => {
      if (sink.received.length !== last) return;
      if (late === 0) child.kill('SIGKILL');
      else setTimeout(() => child.kill('SIGKILL'), late);
      resolve();
    };
  });
}

async function answered(guide: TestPerson, from: number): Promise<readonly Written[]> {
  const fresh: Written[] = [];
  for (let n = from; n < from + DUE; n += 1) {
    const to = `p${n}@example.test`;
    fresh.push({ ...(await mailed(test.db, guide, { to, kind: 'answer' })), endedAfter: null });
  }
  await Promise.all(fresh.map(({ answer, to }) => answer(to, Date.now() as Instant)));
  return fresh;
}

async function endFirst([first]: readonly Written[], how: 'end' | 'erase'): Promise<void> {
  if (!first) return;
  await (how === 'end' ? orderMail(first.post(), null) : eraseEverything(first.post()));
  first.endedAfter = sink.received.length;
}

function expectSent({ to, endedAfter }: Written): void {
  const sent = sentTo(to);
  if (endedAfter === null) expect(sent.length, to).toBeGreaterThan(0);
  else expect(sink.received.slice(endedAfter).filter((mail) => sent.includes(mail))).toEqual([]);
  // Twice is the same e-mail twice, and it is their own.
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBeLessThanOrEqual(1);
  for (const { text } of sent) expect(text).toContain(to);
}

it(
  `${KILLS} kills: none lost, at most one twice a kill, none after it was ended`,
  async () => {
    const guide = await hire(test.db, ['guide']);
    const people: Written[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const fresh = await answered(guide, people.length);
      people.push(...fresh);
      const child = startWorker();
      const exit = once(child, 'exit');
      const struck = strike(child, Math.ceil(Math.random() * (DUE - 1)));
      const ending = endFirst(fresh, kill % 2 === 0 ? 'end' : 'erase');
      await Promise.race([struck, pause(LONGEST_MS / 2), exit]);
      await ending;
      child.kill('SIGKILL');
      expect((await exit)[1], 'how the worker ended').toBe('SIGKILL');
      sink.onMessage = null;
    }
    await sendMails(await mailingWorker(test.worker, sink.url, () => Date.now() as Instant));

    for (const one of people) expectSent(one);
    const twice = people.reduce((sum, { to }) => sum + Math.max(0, sentTo(to).length - 1), 0);
    expect(twice).toBeLessThanOrEqual(KILLS);
    const left = await test.owner.query('SELECT count(*)::integer AS n FROM vault.mail');
    expect(left.rows).toEqual([{ n: 0 }]);
    console.log(`${KILLS} kills, ${people.length} e-mails, ${twice} of them twice`);
  },
  KILLS * LONGEST_MS,
);
