// A worker of these tests with a mail server of its own, a guide, and a clock that each test sets.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { MailKind } from '#lib/domain/guidance/mail.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';
import { hire, NOW, type TestPerson } from '../usecases/staff/people.ts';
import type { TestDatabase } from './database.ts';
import { type MailSink, startMailSink } from './mail-sink.ts';
import { type Mailed, mailed, mailingWorker } from './mailed.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Call it once at the top of a file, after `testDatabase`. */
export function mailing(test: TestDatabase) {
  const state = {
    now: NOW,
    sink: null as unknown as MailSink,
    worker: null as unknown as Awaited<ReturnType<typeof mailingWorker>>,
    guide: null as unknown as TestPerson,
    after: (ms: number) => (NOW + ms) as Instant,
    mailed: (kind?: MailKind, locale?: Locale, to = `${randomUUID()}@example.test`) =>
      mailed(test.db, state.guide, {
        to,
        ...(kind === undefined ? {} : { kind }),
        ...(locale === undefined ? {} : { locale }),
      }),
    /** What the page of the thread says. */
    stateOf: async ({ post }: Mailed) => (await readGuidance(post(), false))?.mail,
    /** How many rows there are of each kind. */
    async rows() {
      const { rows } = await test.owner.query(`
        SELECT (SELECT count(*)::integer FROM vault.contact WHERE ended IS NULL) AS contacts,
          (SELECT count(*)::integer FROM vault.contact WHERE ended IS NOT NULL) AS ended,
          (SELECT count(*)::integer FROM vault.mail) AS mails`);
      return rows[0];
    },
  };
  beforeAll(async () => {
    state.sink = await startMailSink();
    state.worker = await mailingWorker(test.worker, state.sink.url, () => state.now);
    state.guide = await hire(test.db, ['guide']);
  });
  afterAll(async () => {
    await state.sink.close();
  });
  beforeEach(async () => {
    await test.owner.query(
      'DELETE FROM vault.mail; DELETE FROM vault.contact; DELETE FROM ops.alert',
    );
    state.now = NOW;
    state.worker.state.tries = null;
    state.sink.received.length = 0;
    state.sink.raw.length = 0;
    state.sink.refuse = null;
    state.sink.onMessage = null;
  });
  return state;
}
