import type { Instant } from '#lib/domain/basics/ids.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { dueNow, type ReminderMessage } from '#lib/domain/plan/reminder.ts';
import { instantOf, localTime } from '#lib/gateways/clock.ts';
import type { Delivered, MailServer } from '#lib/gateways/mail.ts';
import type { PushSender } from '#lib/gateways/push.ts';
import { messageName, openReminder } from '#lib/gateways/reminder-keys.ts';
import type { WorkerKey } from '#lib/gateways/vault-box.ts';
import { closeAlert, putAlert } from '#lib/store/alerts.ts';
import { isDatabaseDown, type Tx } from '#lib/store/client.ts';
import {
  dropReminder,
  findReminder,
  type HeldPlan,
  holdPlan,
  holdReminder,
  listReminderIds,
  markPulse,
  mixReminders,
  recordReminder,
} from '#lib/store/reminders.ts';
import type { Context } from '#lib/usecases/context.ts';

/** When each message in the vault is due, by its id in hex; null: it cannot be read. */
export type Schedule = Map<string, Instant | null>;

export interface Sending extends Pick<Context, 'db' | 'config'> {
  /** Asked anew for each message: a round can last. */
  readonly clock: () => Instant;
  readonly key: WorkerKey;
  /** Kept from round to round, so that each message is opened once until it is due. */
  readonly schedule: Schedule;
  readonly host: string;
  readonly mail: MailServer | null;
  readonly push: PushSender | null;
}

/** `missed`: nobody could send them for two days; they were removed. `late`: they should have gone out. */
export interface Round {
  readonly sent: number;
  readonly refused: number;
  readonly missed: number;
  readonly late: number;
}

export const SENDING_JOB = 'send-reminders';
const LATE_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

type Outcome = Delivered | 'missed' | 'ended' | 'waits';

/**
 * Sends what is due, at least once, and reports what should have gone out and did not. A message that is sent
 * twice, because the worker fell in between, has the same Message-ID both times.
 */
export async function sendReminders(ctx: Sending): Promise<Round> {
  const { db, clock, schedule } = ctx;
  await mixReminders(db);
  await readSchedule(ctx);
  const due = [...schedule].filter(([, at]) => at !== null && at <= clock()).map(([id]) => id);
  const outcomes: Outcome[] = [];
  const mailIsUp = due.length > 0 && (await ctx.mail?.isUp()) === true;
  const failures: unknown[] = [];
  for (const id of due) {
    try {
      outcomes.push(await sendOne({ ...ctx, mail: mailIsUp ? ctx.mail : null }, id));
    } catch (error) {
      if (isDatabaseDown(error)) throw error;
      // One message that cannot be sent holds up no other.
      failures.push(error);
    }
  }
  await readSchedule(ctx);
  const now = clock();
  const late = [...schedule.values()].filter((at) => at === null || now - at > LATE_MS).length;
  await report(db, late, now);
  await markPulse(db, SENDING_JOB, now);
  if (failures.length > 0) throw failures[0];
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return { sent: count('sent'), refused: count('refused'), missed: count('missed'), late };
}

async function readSchedule({ db, key, schedule }: Sending): Promise<void> {
  const there = new Set<string>();
  for (const id of await listReminderIds(db)) {
    const name = Buffer.from(id).toString('hex');
    there.add(name);
    if (schedule.has(name)) continue;
    const message = await readMessage(db, key, id);
    // Gone meanwhile, or unreadable: the next round tells which.
    schedule.set(name, message && instantOf(message, message.zone));
  }
  for (const name of schedule.keys()) if (!there.has(name)) schedule.delete(name);
}

async function readMessage(
  tx: Tx,
  key: WorkerKey,
  id: Uint8Array,
): Promise<ReminderMessage | null> {
  const sealed = await findReminder(tx, id);
  return sealed === null ? null : openReminder(key, id, sealed);
}

/**
 * One transaction holds the pathway and the message while it is sent: whoever cancels or erases waits for it, and
 * once that is acknowledged nothing more goes out.
 */
function sendOne(ctx: Sending, name: string): Promise<Outcome> {
  const id = Buffer.from(name, 'hex');
  return ctx.db.$transaction(async (tx) => {
    const message = await readMessage(tx, ctx.key, id);
    if (message === null) return 'ended';
    const plan = await holdPlan(tx, message.pathwayId);
    if (!(await holdReminder(tx, id))) return 'ended';
    const now = ctx.clock();
    const outcome = isOver(plan, message) ? 'ended' : await sendIfDue(ctx, message, id, now);
    if (outcome === 'sent' || outcome === 'refused') {
      const { pathwayId, channel, k } = message;
      const { day } = localTime(now, ctx.config.timeZone);
      await recordReminder(tx, pathwayId, { payload: { channel, k, outcome }, today: day });
    }
    if (outcome !== 'waits' && outcome !== 'later') await dropReminder(tx, id);
    return outcome;
  });
}

/** Whoever said this of a plan wants to hear no more of it. */
const ENDS: ReadonlySet<string | null> = new Set<PayloadOf<'checkin.answered'>['went']>([
  'done',
  'changed',
  'declined',
]);

/** The pathway was erased, the plan replaced or over, or its reminder cancelled. */
function isOver(plan: HeldPlan | null, { planSeq, channel }: ReminderMessage): boolean {
  return plan?.planSeq !== planSeq || plan.reminder !== channel || ENDS.has(plan.went);
}

async function sendIfDue(
  ctx: Sending,
  message: ReminderMessage,
  id: Uint8Array,
  now: Instant,
): Promise<Outcome> {
  const { zone } = message;
  const hoursLate = (now - instantOf(message, zone)) / HOUR_MS;
  const due = dueNow(localTime(now, zone), hoursLate);
  if (due === 'drop') return 'missed';
  return due === 'wait' ? 'waits' : deliver(ctx, message, messageName(id));
}

async function deliver(
  { mail, push, host }: Sending,
  { channel, to, subject, text, stop }: ReminderMessage,
  name: string,
): Promise<Delivered> {
  if (channel === 'push') {
    const shown = JSON.stringify({ title: subject, url: text });
    return (await push?.send({ to, topic: name, text: shown })) ?? 'later';
  }
  const sent = await mail?.send({ to, subject, text, stop, messageId: `<${name}@${host}>` });
  return sent ?? 'later';
}

async function report(tx: Tx, late: number, at: Instant): Promise<void> {
  const alert = { kind: 'reminders_late', subject: 'reminders' } as const;
  if (late > 0) await putAlert(tx, { ...alert, detail: { count: late }, at });
  else await closeAlert(tx, { ...alert, by: null, at });
}
