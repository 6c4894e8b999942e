// Clocks that jump, daylight saving and leap days: no reminder comes early, none at night, none twice.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { isQuiet } from '#lib/domain/plan/reminder.ts';
import { instantOf, localTime } from '#lib/gateways/clock.ts';
import { type Sending, sendReminders } from '#lib/usecases/system/send-reminders.ts';
import { testDatabase } from '../../support/database.ts';
import { type MailSink, startMailSink } from '../../support/mail-sink.ts';
import { keepReminded, orderFor, sendingWorker, visitorWithKey } from '../../support/reminded.ts';

const test = testDatabase();
let sink: MailSink;
let now = 0 as Instant;
let worker: Sending;
beforeAll(async () => {
  sink = await startMailSink();
  worker = await sendingWorker(test.worker, sink.url, () => now);
});
afterAll(async () => {
  await sink.close();
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dayOf = (iso: string) => (Date.parse(iso) / DAY) as Day;

/** Days on which clocks change, the day before and after them, and a leap day. */
const SHIFTS = [
  ['Europe/London', '2027-03-28'],
  ['Europe/London', '2027-10-31'],
  ['America/New_York', '2027-03-14'],
  ['America/New_York', '2027-11-07'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Asia/Hong_Kong', '2028-02-29'],
  ['UTC', '2028-02-29'],
] as const;

const moment = fc.record({
  where: fc.constantFrom(...SHIFTS),
  offset: fc.constantFrom(-1, 0, 1),
  minute: fc.integer({ min: 480, max: 1259 }),
  // How the clock goes on from round to round, in hours: also back, and by a day.
  steps: fc.array(fc.constantFrom(-25, -24, -2, 0, 0.25, 0.5, 1, 3, 24, 25), { maxLength: 14 }),
});

/** The first whole hour from then on that is no night. */
function dayAfter(from: Instant, zone: string): Instant {
  let at = from;
  while (isQuiet(localTime(at, zone).minute)) at = (at + HOUR) as Instant;
  return at;
}

it('comes once, at its time or after it, whatever the clock does', async () => {
  await fc.assert(
    fc.asyncProperty(moment, async ({ where: [zone, date], offset, minute, steps }) => {
      sink.received.length = 0;
      const at = { day: (dayOf(date) + offset) as Day, minute };
      const due = instantOf(at, zone);
      expect(localTime(due, zone)).toEqual(at);
      const visitor = await visitorWithKey(test.db, (due - 2 * DAY) as Instant);
      const ctx = visitor.post();
      const config = { ...ctx.config, timeZone: zone };
      await keepReminded({ ...ctx, config }, at, orderFor('clock@example.test', at));
      const sentAt: Instant[] = [];
      now = (due - 6 * HOUR) as Instant;
      // In the end it goes on by itself, past the night.
      for (const step of [...steps, 0.5, 1, 3, 6, 6, 6]) {
        // Two days late is too late: that has a test of its own.
        now = Math.min(now + step * HOUR, due + 24 * HOUR) as Instant;
        const { sent } = await sendReminders(worker);
        if (sent > 0) sentAt.push(now);
      }
      if (sentAt.length === 0) {
        now = dayAfter(Math.max(now, due) as Instant, zone);
        await sendReminders(worker);
        sentAt.push(now);
      }
      expect(sink.received).toHaveLength(1);
      expect(sentAt).toHaveLength(1);
      const [sent = 0 as Instant] = sentAt;
      expect(sent).toBeGreaterThanOrEqual(due);
      expect(isQuiet(localTime(sent, zone).minute)).toBe(false);
    }),
    { numRuns: process.env['HANDRAIL_NIGHTLY'] === '1' ? 500 : 25 },
  );
}, 600_000);
