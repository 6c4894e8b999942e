import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import { personValue } from '#lib/domain/roster/shift-form.ts';
import { instantOf, localTime } from '#lib/gateways/clock.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { insertThread, markThreadAnswered } from '#lib/store/threads.ts';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { addShifts } from '#lib/usecases/administrator/roster/add-shifts.ts';
import { closeDays } from '#lib/usecases/administrator/roster/close-days.ts';
import { dropShift } from '#lib/usecases/administrator/roster/drop-shift.ts';
import { endShift } from '#lib/usecases/administrator/roster/end-shift.ts';
import { openDay } from '#lib/usecases/administrator/roster/open-day.ts';
import { promiseNow } from '#lib/usecases/guidance-promise.ts';
import { pausePart } from '#lib/usecases/staff/parts/pause-part.ts';
import { reopenPart } from '#lib/usecases/staff/parts/reopen-part.ts';
import { checkPromises } from '#lib/usecases/system/check-promises.ts';
import { checkStranded } from '#lib/usecases/system/check-stranded.ts';
import { testDatabase } from '../../support/database.ts';
import { screened } from '../../support/screened.ts';
import { listWaitingThreads } from '../../support/waiting-threads.ts';
import { contextOf, hire, NOW, type TestPerson } from '../staff/people.ts';
import { type Act, act, admin, insisting, type World } from './stranded-world.ts';

const test = testDatabase();
const MINUTE = 60_000;
/** The worker's job runs so often. */
const TICK = 5 * MINUTE;

const message = act('message', async (w) => {
  const ctx = contextOf(test.db, w.now);
  if (!(await readOpenTiers(test.db, ctx)).has('guidance')) return;
  const local = await promiseNow(ctx);
  const promisedAt = local && instantOf(local, 'UTC');
  const id = await insertThread(test.db, {
    ...{ pathwayId: w.pathway, locale: 'en', tier: 'guidance', band: null, wraps: [] },
    ...{ today: ctx.today, now: w.now, promisedAt, id: randomUUID() as ThreadId },
  });
  w.promised.set(id, promisedAt);
});

const acts = [
  fc.constant(message),
  fc.constant(message),
  fc.nat(3).map((n) =>
    act(`answer ${n}`, async () => {
      const waiting = await listWaitingThreads(test.db);
      const thread = waiting[n];
      if (thread) await markThreadAnswered(test.db, thread.id, 0 as Day);
    }),
  ),
  fc
    .record({
      guide: fc.nat(1),
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.nat(20),
      onCall: fc.boolean(),
      ends: fc.option(fc.nat(10)),
    })
    .map((shift) =>
      act(`add ${JSON.stringify(shift)}`, async (w) => {
        const person = w.guides[shift.guide] as TestPerson;
        const ctx = admin(w);
        const typed = {
          ...{
            person: personValue({ role: 'guide', staffId: person.id }),
            weekday: String(shift.weekday),
          },
          ...{ from: `${shift.from}:00`, to: `${shift.from + 3}:30`, first: isoDate(ctx.today) },
          last: shift.ends === null ? '' : isoDate((ctx.today + shift.ends) as Day),
          onCall: shift.onCall ? 'yes' : '',
        };
        await insisting(w, true, (told) => addShifts(ctx, typed, told));
      }),
    ),
  fc.record({ n: fc.nat(6), insists: fc.boolean() }).map(({ n, insists }) =>
    act(`drop ${n} ${insists}`, async (w) => {
      const { rows } = await test.owner.query(
        'SELECT id FROM ops.shift ORDER BY id OFFSET $1 LIMIT 1',
        [n],
      );
      await insisting(w, insists, (told) => dropShift(admin(w), String(rows[0]?.id ?? ''), told));
    }),
  ),
  fc.record({ n: fc.nat(6), days: fc.nat(5), insists: fc.boolean() }).map(({ n, days, insists }) =>
    act(`end ${n} in ${days} ${insists}`, async (w) => {
      const { rows } = await test.owner.query(
        'SELECT id FROM ops.shift ORDER BY id OFFSET $1 LIMIT 1',
        [n],
      );
      const ctx = admin(w);
      const end = { id: String(rows[0]?.id ?? ''), last: isoDate((ctx.today + days) as Day) };
      await insisting(w, insists, (told) => endShift(ctx, end, told));
    }),
  ),
  fc.record({ ahead: fc.nat(4), length: fc.nat(3), insists: fc.boolean() }).map((off) =>
    act(`days off ${JSON.stringify(off)}`, async (w) => {
      const ctx = admin(w);
      const days = Array.from({ length: off.length + 1 }, (_, i) =>
        isoDate((ctx.today + off.ahead + i) as Day),
      );
      await insisting(w, off.insists, (told) =>
        closeDays(ctx, { roles: ['guide'], days: days.join('\n') }, told),
      );
    }),
  ),
  fc.nat(6).map((ahead) =>
    act(`open the day in ${ahead}`, async (w) => {
      const ctx = admin(w);
      await openDay(ctx, { role: 'guide', day: isoDate((ctx.today + ahead) as Day) });
    }),
  ),
  fc
    .record({ hours: fc.integer({ min: 1, max: 100 }), insists: fc.boolean() })
    .map(({ hours, insists }) =>
      act(`pause for ${hours} h ${insists}`, async (w) => {
        const ctx = admin(w) as never;
        const local = localTime((w.now + hours * 60 * MINUTE) as Instant, 'UTC');
        await insisting(w, insists, (told) => pausePart(ctx, { part: 'guidance', local }, told));
      }),
    ),
  fc.constant(act('reopen', (w) => reopenPart(admin(w) as never, 'guidance'))),
  fc
    .record({ guide: fc.nat(1), kind: fc.constantFrom('disable', 'enable'), insists: fc.boolean() })
    .map(({ guide, kind, insists }) =>
      act(`${kind} ${guide} ${insists}`, async (w) => {
        const { id } = w.guides[guide] as TestPerson;
        await insisting(w, insists, (told) =>
          changePerson(admin(w) as never, id, { kind: kind as 'disable' }, told),
        );
      }),
    ),
  fc
    .record({ guide: fc.nat(1), is: fc.boolean(), insists: fc.boolean() })
    .map(({ guide, is, insists }) =>
      act(`guide ${guide} ${is ? 'is' : 'is no guide'} ${insists}`, async (w) => {
        const { id } = w.guides[guide] as TestPerson;
        const roles = [is ? ('guide' as const) : ('researcher' as const)];
        const change = { kind: 'roles', roles } as const;
        await insisting(w, insists, (told) => changePerson(admin(w) as never, id, change, told));
      }),
    ),
  fc.integer({ min: 1, max: 12 * 36 }).map((ticks) =>
    act(`${(ticks * 5) / 60} h go by`, async (w) => {
      w.now = (w.now + ticks * TICK) as Instant;
      const ctx = { ...contextOf(test.db, w.now), db: test.worker };
      await checkStranded(ctx);
      await checkPromises(ctx);
    }),
  ),
] satisfies fc.Arbitrary<Act>[];

it('every promise is staffed before its time, or an alert is open, or it is late and shown as late', async () => {
  const administrator = await hire(test.db, ['administrator']);
  await hire(test.db, ['administrator']);
  const guides = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const pathway = await screened(test.db);
  let refused = 0;
  let alerts = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: 30, size: 'max' }), async (commands) => {
      await test.owner.query(`
        DELETE FROM ops.alert; DELETE FROM ops.shift; DELETE FROM ops.closed_day; DELETE FROM ops.pause;
        UPDATE subject.thread SET state = 'answered'; UPDATE ops.thread_clock SET opened_at = NULL, promised_at = NULL;
        UPDATE ops.staff SET disabled_at = NULL, roles = '{guide}' WHERE 'administrator' <> ALL (roles);`);
      // On a roster, so that what the rows say can be looked at.
      const w: World = {
        test,
        now: NOW,
        administrator,
        guides,
        pathway,
        promised: new Map(),
        refused: 0,
      };
      const person = personValue({ role: 'guide', staffId: (guides[0] as TestPerson).id });
      const typed = {
        person,
        weekday: '1,2,3,4',
        from: '9',
        to: '17',
        first: '2026-11-23',
        last: '',
        onCall: '',
      };
      expect((await addShifts(admin(w), typed, 0)).ok).toBe(true);
      // One shift that nobody looks at keeps the configured hours from coming back.
      await test.owner.query(
        `INSERT INTO ops.shift (role, staff_id, weekday, from_minute, to_minute, first_day, last_day, on_call, changed_by, changed_at)
         VALUES ('guide', $1, 1, 0, 1, '2020-01-06', '2020-01-06', false, $1, now())`,
        [guides[1]?.id],
      );
      await fc.asyncModelRun(() => ({ model: {}, real: w }), commands);
      refused += w.refused;
      alerts += (await listOpenAlerts(test.db, 'promise_stranded')).length;
    }),
    { numRuns: process.env['HANDRAIL_NIGHTLY'] ? 400 : 40, seed: 20261126 },
  );
  console.log(`refused until told ${refused} times, ${alerts} alerts open at the end`);
  expect(refused).toBeGreaterThan(5);
  expect(alerts).toBeGreaterThan(5);
}, 600_000);
