// A worker of these tests with a mail server of its own and a clock that each test sets.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { PlanTime } from '#lib/domain/plan/plan-time.ts';
import type { Sending } from '#lib/usecases/system/send-reminders.ts';
import { NOW } from '../usecases/staff/people.ts';
import type { TestDatabase } from './database.ts';
import { type MailSink, startMailSink } from './mail-sink.ts';
import { keepReminded, orderFor, sendingWorker, timeOf, visitorWithCode } from './reminded.ts';

/** 10 o'clock on the day after the tests' clock. */
export const AT = timeOf('2026-11-24T10:00:00Z');
export const at = (iso: string) => Date.parse(iso) as Instant;

/** Call it once at the top of a file, after `testDatabase`. */
export function reminding(test: TestDatabase) {
  const state = {
    now: NOW,
    sink: null as unknown as MailSink,
    worker: null as unknown as Sending,
    /** A visitor with a plan and its reminders, by default one at its time. */
    async reminded(to = `${randomUUID()}@example.test`, ...times: readonly PlanTime[]) {
      const visitor = await visitorWithCode(test.db);
      const order = orderFor(to, ...(times.length === 0 ? [AT] : times));
      await keepReminded(visitor.post(), AT, order);
      return { ...visitor, order, to };
    },
    waiting: async () =>
      (await test.owner.query('SELECT count(*)::integer AS n FROM vault.reminder')).rows[0].n,
    async stepsOf(id: string, step: string) {
      const found = await test.owner.query(
        `SELECT origin, payload FROM subject.transition
         WHERE pathway_id = $1 AND step = $2 ORDER BY seq`,
        [id, step],
      );
      return found.rows;
    },
  };
  beforeAll(async () => {
    state.sink = await startMailSink();
    state.worker = await sendingWorker(test.worker, state.sink.url, () => state.now);
  });
  afterAll(async () => {
    await state.sink.close();
  });
  beforeEach(async () => {
    await test.owner.query('DELETE FROM vault.reminder');
    await test.owner.query('DELETE FROM ops.alert');
    state.now = NOW;
    state.sink.received.length = 0;
    state.sink.refuse = null;
    state.sink.onMessage = null;
  });
  return state;
}
