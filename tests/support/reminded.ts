// Visitors with a plan and a reminder, and a worker of these tests that sends it.
import { randomBytes } from 'node:crypto';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { PlanDraft } from '#lib/domain/plan/plan.ts';
import type { PlanTime } from '#lib/domain/plan/plan-time.ts';
import { openMailServer } from '#lib/gateways/mail.ts';
import { newReminderToken } from '#lib/gateways/reminder-keys.ts';
import { readWorkerKey } from '#lib/gateways/vault-box.ts';
import type { Database } from '#lib/store/client.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import type { ReminderOrder } from '#lib/usecases/reminders.ts';
import type { Schedule, Sending } from '#lib/usecases/system/send-reminders.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { keepPlan } from '#lib/usecases/visitor/plan/keep-plan.ts';
import { contextOf, VAULT_KEY } from '../usecases/staff/people.ts';
import { visitWithResult } from '../usecases/visitor/visit.ts';

/** A visitor who saw the result, chose a meeting in person and keeps a return code. */
export async function visitorWithCode(db: Database) {
  const visitor = await visitWithResult(db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
  await chooseStep(visitor.post(), 'face_to_face');
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error(issued.error);
  const session = { ...issued.value, code: null };
  return { session, post: (key?: string) => visitor.post(key, session) };
}

/** The same without the slow code: a key of its own, as a code would yield one. */
export async function visitorWithKey(db: Database, now?: Instant) {
  const visitor = await visitWithResult(db, [1, 1, 1, 1, 1, 1, 0, 0, 0], now);
  await chooseStep(visitor.post(), 'face_to_face');
  const session = { ...visitor.session, recordKey: randomBytes(32).toString('base64url') };
  return { session, post: (key?: string) => visitor.post(key, session) };
}

export const draftFor = (at: PlanTime): PlanDraft => ({
  tier: 'face_to_face',
  service: null,
  ...at,
  first: 'call',
  feeling: 'ashamed',
  answer: 'normal',
});

export function orderFor(to: string, ...times: readonly PlanTime[]): ReminderOrder {
  const token = newReminderToken();
  return {
    channel: 'email',
    to,
    token,
    stop: `http://localhost/en/stop/${token}`,
    messages: times.map((at, i) => ({
      k: i === 0 ? 1 : 2,
      at,
      subject: `Your reminder ${i + 1}`,
      text: `Hello. ${to}`,
    })),
  };
}

/** Keeps a plan with its reminder; the order, whose token ends it. */
export async function keepReminded(
  ctx: VisitorContext,
  at: PlanTime,
  order: ReminderOrder,
): Promise<ReminderOrder> {
  const kept = await keepPlan(ctx, draftFor(at), order);
  if (!kept.ok) throw new Error(kept.error);
  return order;
}

/** Keeps a plan whose reminder was due an hour ago by the real clock, where it is about noon: at night none is sent. */
export async function keepDueNow(ctx: VisitorContext, to: string): Promise<ReminderOrder> {
  const fromNoon = 12 - new Date().getUTCHours();
  const timeZone =
    fromNoon === 0 ? 'UTC' : `Etc/GMT${fromNoon > 0 ? '-' : '+'}${Math.abs(fromNoon)}`;
  const at = timeOf(new Date(Date.now() + (fromNoon - 1) * 3_600_000).toISOString());
  return keepReminded({ ...ctx, config: { ...ctx.config, timeZone } }, at, orderFor(to, at));
}

/** A worker that sees the clock it is told. */
export async function sendingWorker(
  db: Database,
  mailUrl: string | null,
  clock: () => Instant,
): Promise<Sending> {
  const { config } = contextOf(db);
  return {
    db,
    config,
    clock,
    key: await readWorkerKey(VAULT_KEY),
    schedule: new Map() satisfies Schedule,
    host: 'handrail.test',
    mail:
      mailUrl === null
        ? null
        : openMailServer(mailUrl, { name: 'Handrail', address: 'reminders@handrail.test' }),
    push: null,
  };
}

export const timeOf = (iso: string): PlanTime => {
  const at = Date.parse(iso);
  const day = Math.floor(at / 86_400_000);
  return { day: day as Day, minute: Math.floor((at - day * 86_400_000) / 60_000) };
};
