// The worker is killed at random points while it sends: nothing is lost, and nothing goes out that was ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { sendReminders } from '#lib/usecases/system/send-reminders.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { cancelReminder } from '#lib/usecases/visitor/plan/cancel-reminder.ts';
import { testDatabase } from '../../support/database.ts';
import { type MailSink, startMailSink } from '../../support/mail-sink.ts';
import { NIGHTLY } from '../../support/nightly.ts';
import { keepDueNow, sendingWorker, visitorWithKey } from '../../support/reminded.ts';
import { VAULT_KEY } from '../staff/people.ts';

const KILLS = NIGHTLY ? 500 : 10;
/** For each kill: so many are due, and some of them are ended before they are sent. */
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
  return spawn(process.execPath, ['tests/support/reminder-worker.ts', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

interface Ordered {
  readonly to: string;
  readonly pathwayId: string;
  readonly end: (how: 'cancel' | 'erase') => Promise<unknown>;
  endedAfter: number | null;
}

async function order(n: number): Promise<Ordered> {
  const visitor = await visitorWithKey(test.db);
  const to = `p${n}@example.test`;
  await keepDueNow(visitor.post(), to);
  return {
    to,
    pathwayId: visitor.session.pathwayId,
    end: (how) =>
      how === 'cancel' ? cancelReminder(visitor.post()) : eraseEverything(visitor.post()),
    endedAfter: null,
  };
}

it(
  `${KILLS} kills: none lost, at most one twice a kill, none after it was ended`,
  async () => {
    const people: Ordered[] = [];
    const sentTo = (to: string) =>
      sink.received.filter(({ to: [address] = [] }) => address?.address === to);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const fresh = await Promise.all(
        Array.from({ length: DUE }, (_, i) => order(people.length + i)),
      );
      people.push(...fresh);
      const child = startWorker();
      const exit = once(child, 'exit');
      const fatal = Math.ceil(Math.random() * (DUE - 1));
      const before = sink.received.length;
      const late = Math.random() < 0.5 ? 0 : Math.random() * 30;
      const struck = new Promise<void>((resolve) => {
        sink.onMessage = async () => {
          if (sink.received.length !== before + fatal) return;
          // Before the message is acknowledged, or at some moment after it.
          if (late === 0) child.kill('SIGKILL');
          else setTimeout(() => child.kill('SIGKILL'), late);
          resolve();
        };
      });
      const [first] = fresh;
      const ending = first?.end(kill % 2 === 0 ? 'cancel' : 'erase').then(() => {
        first.endedAfter = sink.received.length;
      });
      await Promise.race([struck, pause(LONGEST_MS / 2), exit]);
      await ending;
      child.kill('SIGKILL');
      expect((await exit)[1], 'how the worker ended').toBe('SIGKILL');
      sink.onMessage = null;
    }
    const worker = await sendingWorker(test.worker, sink.url, () => Date.now() as Instant);
    await sendReminders(worker);

    for (const { to, endedAfter } of people) {
      const sent = sentTo(to);
      if (endedAfter === null) expect(sent.length, to).toBeGreaterThan(0);
      else
        expect(sink.received.slice(endedAfter).filter((mail) => sent.includes(mail))).toEqual([]);
      // Twice is the same message twice.
      expect(new Set(sent.map(({ messageId }) => messageId)).size).toBeLessThanOrEqual(1);
    }
    const twice = people.reduce((sum, { to }) => sum + Math.max(0, sentTo(to).length - 1), 0);
    expect(twice).toBeLessThanOrEqual(KILLS);
    const left = await test.owner.query('SELECT count(*)::integer AS n FROM vault.reminder');
    expect(left.rows).toEqual([{ n: 0 }]);
    const kept = people.filter(({ endedAfter }) => endedAfter === null);
    const steps = await test.owner.query(
      `SELECT count(*)::integer AS n, count(DISTINCT pathway_id)::integer AS people
     FROM subject.transition WHERE step = 'reminder.sent' AND pathway_id = ANY ($1::uuid[])`,
      [kept.map(({ pathwayId }) => pathwayId)],
    );
    expect(steps.rows).toEqual([{ n: kept.length, people: kept.length }]);
    console.log(`${KILLS} kills, ${people.length} messages, ${twice} of them twice`);
  },
  KILLS * LONGEST_MS,
);
