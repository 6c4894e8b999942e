import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { sendReminders, sweepReminders } from '#lib/usecases/system/send-reminders.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { answerCheckIn } from '#lib/usecases/visitor/plan/answer-check-in.ts';
import { cancelReminder } from '#lib/usecases/visitor/plan/cancel-reminder.ts';
import { keepPlan } from '#lib/usecases/visitor/plan/keep-plan.ts';
import { stopReminders } from '#lib/usecases/visitor/plan/stop-reminders.ts';
import { testDatabase } from '../../support/database.ts';
import { draftFor, keepReminded, orderFor, timeOf } from '../../support/reminded.ts';
import { AT, at, reminding } from '../../support/reminding.ts';

const test = testDatabase();
const s = reminding(test);

describe('a reminder that was ended', () => {
  const ways = {
    cancelled: async (v: Awaited<ReturnType<typeof s.reminded>>) =>
      void (await cancelReminder(v.post())),
    'stopped from the e-mail': (v: Awaited<ReturnType<typeof s.reminded>>) =>
      stopReminders({ db: test.db }, v.order.token),
    erased: (v: Awaited<ReturnType<typeof s.reminded>>) => eraseEverything(v.post()),
    'erased without the code': (v: Awaited<ReturnType<typeof s.reminded>>) =>
      eraseEverything({ ...v.post(), session: { ...v.session, recordKey: null } }),
    'replaced by a plan without one': async (v: Awaited<ReturnType<typeof s.reminded>>) =>
      void (await keepPlan(v.post(), draftFor(AT), 'none')),
  };
  for (const [name, end] of Object.entries(ways)) {
    it(`does not go out: ${name}`, async () => {
      const visitor = await s.reminded();
      s.now = at('2026-11-24T09:00:00Z');
      await sendReminders(s.worker);
      await end(visitor);
      if (name !== 'erased without the code') {
        expect(await s.waiting()).toBe(0);
      }
      s.now = at('2026-11-24T10:00:00Z');
      expect(await sendReminders(s.worker)).toMatchObject({ sent: 0, late: 0 });
      expect(s.sink.received).toEqual([]);
      expect(await s.waiting()).toBe(0);
    });
  }

  it('while it is being sent: the end waits for it, and nothing follows', async () => {
    for (const end of Object.values(ways)) {
      s.sink.received.length = 0;
      const visitor = await s.reminded(undefined, AT, timeOf('2026-11-25T10:00:00Z'));
      s.now = at('2026-11-24T10:00:00Z');
      let ended = false;
      let ending: Promise<void> | undefined;
      s.sink.onMessage = async () => {
        ending = end(visitor).then(() => {
          ended = true;
        });
        await new Promise((resolve) => setTimeout(resolve, 150));
        expect(ended).toBe(false);
      };
      await sendReminders(s.worker);
      await ending;
      s.sink.onMessage = null;
      const before = s.sink.received.length;
      expect(before).toBe(1);
      s.now = at('2026-11-25T10:00:00Z');
      await sendReminders(s.worker);
      expect(s.sink.received).toHaveLength(before);
      expect(await s.waiting()).toBe(0);
    }
  });

  it('while a slow server takes it: the end waits as long as it has to', async () => {
    const visitor = await s.reminded();
    s.now = at('2026-11-24T10:00:00Z');
    let ending: Promise<unknown> | undefined;
    s.sink.onMessage = async () => {
      ending = cancelReminder(visitor.post());
      // Longer than a statement of web may take otherwise.
      await new Promise((resolve) => setTimeout(resolve, 6_000));
    };
    expect(await sendReminders(s.worker)).toMatchObject({ sent: 1 });
    expect(await ending).toEqual({ ok: true, value: null });
  }, 30_000);

  it('that nobody could take back by its token goes at the next sweep, and no other', async () => {
    const visitor = await s.reminded();
    await s.reminded();
    await test.owner.query("INSERT INTO vault.reminder VALUES (sha256('x'), 'rubbish')");
    await eraseEverything({ ...visitor.post(), session: { ...visitor.session, recordKey: null } });
    expect(await s.waiting()).toBe(3);
    await sweepReminders(s.worker);
    expect(await s.waiting()).toBe(1);
    expect(s.sink.received).toEqual([]);
  });

  it.each([
    ['done', 0],
    ['declined', 0],
    ['changed', 0],
    ['not_yet', 1],
    ['tried', 1],
  ] as const)('by what its owner said of the plan: %s', async (went, sent) => {
    const visitor = await s.reminded(undefined, AT, timeOf('2026-11-25T10:00:00Z'));
    s.now = at('2026-11-24T10:00:00Z');
    await sendReminders(s.worker);
    const ctx = visitor.post();
    // Only from the seventh day on is it asked.
    const later = { ...ctx, today: (ctx.today + 8) as Day };
    const answer = { went, why: null, sought: [], needMet: null, strength: null, waitingNow: null };
    expect(await answerCheckIn(later, { ...answer, visit: null })).toBe('kept');
    s.now = at('2026-11-25T10:00:00Z');
    expect(await sendReminders(s.worker)).toMatchObject({ sent, late: 0 });
    expect(await s.waiting()).toBe(0);
  });

  it('by the same post twice is ended once, and none that was ordered since', async () => {
    const visitor = await s.reminded();
    const key = randomUUID();
    await cancelReminder(visitor.post(key));
    await cancelReminder(visitor.post(key));
    await cancelReminder(visitor.post());
    expect(await s.stepsOf(visitor.session.pathwayId, 'reminder.acted')).toEqual([
      { origin: 'user', payload: { channel: 'email', outcome: 'cancelled' } },
    ]);
    await keepReminded(visitor.post(), AT, orderFor('new@example.test', AT));
    const waiting = await s.waiting();
    await cancelReminder(visitor.post(key));
    expect(waiting).toBeGreaterThan(0);
    expect(await s.waiting()).toBe(waiting);
  });

  it('by a new plan is replaced by the new one', async () => {
    const visitor = await s.reminded('old@example.test');
    const order = orderFor('new@example.test', AT);
    await keepReminded(visitor.post(), AT, order);
    s.now = at('2026-11-24T10:00:00Z');
    await sendReminders(s.worker);
    expect(s.sink.received.map(({ to }) => to?.[0]?.address)).toEqual(['new@example.test']);
  });
});
