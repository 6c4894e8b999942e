import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { publicKeyOf, sealForWorker } from '#lib/gateways/vault-box.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { listTransitions, readPathway } from '#lib/store/pathways.ts';
import { findPulse, SENDING_JOB } from '#lib/store/reminders.ts';
import { viewToday } from '#lib/usecases/staff/view-today.ts';
import { sendReminders } from '#lib/usecases/system/send-reminders.ts';
import { hasReminders } from '#lib/usecases/visitor/plan/stop-reminders.ts';
import { testDatabase } from '../../support/database.ts';
import {
  keepReminded,
  orderFor,
  sendingWorker,
  timeOf,
  visitorWithCode,
} from '../../support/reminded.ts';
import { AT, at, reminding } from '../../support/reminding.ts';
import { hire, staffContextOf, VAULT_KEY } from '../staff/people.ts';

const test = testDatabase();
const s = reminding(test);

/** The stored row is the fold of the stored steps: the worker writes both in SQL. */
async function expectFolded(id: PathwayId) {
  const row = (await readPathway(test.db, id, null))?.row;
  expect(row).toEqual(derive(await listTransitions(test.db, id)));
}

describe('a reminder by e-mail', () => {
  it('goes out once at its time, is recorded, and its address is gone', async () => {
    const { order, to, session } = await s.reminded();
    s.now = at('2026-11-24T09:59:59Z');
    expect(await sendReminders(s.worker)).toEqual({ sent: 0, refused: 0, missed: 0, late: 0 });
    expect(s.sink.received).toEqual([]);
    s.now = at('2026-11-24T10:00:00Z');
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 1, late: 0 });
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 0 });
    expect(s.sink.received).toHaveLength(1);
    const [mail] = s.sink.received;
    expect(mail).toMatchObject({ subject: 'Your reminder 1', from: { name: 'Handrail' } });
    expect(mail?.to?.[0]?.address).toBe(to);
    expect(mail?.text?.trim()).toBe(`Hello. ${to}`);
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@handrail\.test>$/);
    const header = (key: string) => mail?.headers.find((one) => one.key === key)?.value;
    expect(header('list-unsubscribe')).toBe(`<${order.stop}>`);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(await s.stepsOf(session.pathwayId, 'reminder.sent')).toEqual([
      { origin: 'system', payload: { channel: 'email', k: 1, outcome: 'sent' } },
    ]);
    expect(await s.waiting()).toBe(0);
    await expectFolded(session.pathwayId);
  });

  it('comes a second time where that was asked for, and the address stays until then', async () => {
    const later = timeOf('2026-11-25T10:00:00Z');
    const { session, order } = await s.reminded('twice@example.test', AT, later);
    s.now = at('2026-11-24T10:01:00Z');
    await sendReminders(s.worker);
    expect(s.sink.received.map(({ subject }) => subject)).toEqual(['Your reminder 1']);
    expect(await hasReminders({ db: test.db }, order.token)).toBe(true);
    s.now = at('2026-11-25T10:01:00Z');
    await sendReminders(s.worker);
    expect(s.sink.received.map(({ subject }) => subject)).toEqual([
      'Your reminder 1',
      'Your reminder 2',
    ]);
    expect(await s.stepsOf(session.pathwayId, 'reminder.sent')).toHaveLength(2);
    expect(await hasReminders({ db: test.db }, order.token)).toBe(false);
  });

  it('waits at night, and is given up when it is two days late', async () => {
    const quiet = await s.reminded('night@example.test', timeOf('2026-11-24T20:59:00Z'));
    s.now = at('2026-11-24T21:00:00Z');
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 0 });
    s.now = at('2026-11-25T07:59:59Z');
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 0, late: 1 });
    s.now = at('2026-11-25T08:00:00Z');
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 1, late: 0 });
    expect(await s.stepsOf(quiet.session.pathwayId, 'reminder.sent')).toHaveLength(1);
    await s.reminded('lost@example.test');
    s.now = at('2026-11-26T10:00:00Z');
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 0, missed: 1, late: 0 });
    expect(await s.waiting()).toBe(0);
    // That it was lost stays in sight for a week.
    const missed = async () =>
      (await listOpenAlerts(test.db, 'reminders_missed')).map(({ detail }) => detail);
    expect(await missed()).toEqual([{ count: 1 }]);
    s.now = at('2026-12-03T09:00:00Z');
    await sendReminders(s.worker);
    expect(await missed()).toEqual([{ count: 1 }]);
    s.now = at('2026-12-03T11:00:00Z');
    await sendReminders(s.worker);
    expect(await missed()).toEqual([]);
  });

  it('is reported while it should have gone out, and the report ends by itself', async () => {
    await s.reminded();
    const dead = await sendingWorker(test.worker, 'smtp://127.0.0.1:1', () => s.now);
    s.now = at('2026-11-24T10:14:00Z');
    expect(await sendReminders(dead)).toMatchObject({ sent: 0, late: 0 });
    s.now = at('2026-11-24T10:15:01Z');
    expect(await sendReminders(dead)).toMatchObject({ sent: 0, late: 1 });
    const alerts = await listOpenAlerts(test.db, 'reminders_late');
    expect(alerts.map(({ detail }) => detail)).toEqual([{ count: 1 }]);
    expect(await findPulse(test.db, SENDING_JOB)).toBe(s.now);
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 1, late: 0 });
    expect(await listOpenAlerts(test.db, 'reminders_late')).toEqual([]);
  });

  it('that the server refuses for good is recorded so; a refusal for now is tried again', async () => {
    const { session } = await s.reminded();
    s.now = at('2026-11-24T10:00:00Z');
    s.sink.refuse = 450;
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 0, refused: 0 });
    expect(await s.waiting()).toBe(1);
    s.sink.refuse = 550;
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 0, refused: 1 });
    expect(await s.stepsOf(session.pathwayId, 'reminder.sent')).toEqual([
      { origin: 'system', payload: { channel: 'email', k: 1, outcome: 'refused' } },
    ]);
    expect(await s.waiting()).toBe(0);
  });

  it('that nobody can read is reported, and harms no other', async () => {
    await test.owner.query("INSERT INTO vault.reminder VALUES (sha256('x'), 'rubbish')");
    // Of another version, and sealed as it should be.
    const id = randomBytes(32);
    const odd = { text: '{"version":2}', size: 6_144 };
    const context = `reminder|${id.toString('hex')}`;
    const sealed = await sealForWorker(publicKeyOf(VAULT_KEY), context, odd);
    await test.owner.query('INSERT INTO vault.reminder VALUES ($1, $2)', [id, sealed]);
    await s.reminded();
    s.now = at('2026-11-24T10:00:00Z');
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 1, late: 2 });
  });
});

it('a plan that is posted twice orders one message', async () => {
  const visitor = await visitorWithCode(test.db);
  const ctx = visitor.post();
  await keepReminded(ctx, AT, orderFor('one@example.test', AT));
  await keepReminded(ctx, AT, orderFor('one@example.test', AT));
  expect(await s.waiting()).toBe(1);
});

it('a row that was just written is mixed with the others before anything else', async () => {
  await s.reminded();
  await s.reminded();
  s.now = at('2026-11-24T09:00:00Z');
  await sendReminders(s.worker);
  const rows = await test.owner.query('SELECT DISTINCT xmin::text, mixed FROM vault.reminder');
  expect(rows.rows).toEqual([{ xmin: expect.any(String), mixed: true }]);
});

it('a worker that has stopped is told on the first page of staff', async () => {
  await test.owner.query('DELETE FROM ops.pulse');
  const guide = await hire(test.db, ['guide']);
  const told = async (now: Instant) => {
    const today = await viewToday({ ...staffContextOf(test.db, guide, 'inbox:read'), now });
    return today.alerts.map(({ kind }) => kind);
  };
  expect(await told(s.now)).toEqual([]);
  await sendReminders(s.worker);
  expect(await told((s.now + 9 * 60_000) as Instant)).toEqual([]);
  expect(await told((s.now + 10 * 60_000) as Instant)).toEqual(['worker_silent']);
});
