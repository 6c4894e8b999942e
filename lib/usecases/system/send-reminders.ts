import type { Instant } from '#lib/domain/basics/ids.ts';
import { dueNow, type ReminderMessage, type SentChannel } from '#lib/domain/plan/reminder.ts';
import { instantOf, localTime } from '#lib/gateways/clock.ts';
import type { Delivered, MailServer } from '#lib/gateways/mail.ts';
import type { PushSender } from '#lib/gateways/push.ts';
import { messageName, openReminder } from '#lib/gateways/reminder-keys.ts';
import type { WorkerKey } from '#lib/gateways/vault-box.ts';
import { isDatabaseDown, type Tx } from '#lib/store/client.ts';
import {
  dropReminder,
  findPlan,
  findReminder,
  holdReminders,
  listReminderIds,
  markPulse,
  mixReminders,
  type Planned,
  recordReminder,
  SENDING_JOB,
  WAITING,
} from '#lib/store/reminders.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { Context } from '#lib/usecases/context.ts';
import { reportSending } from '#lib/usecases/report-sending.ts';

/** What is known of a message in the vault; null: it cannot be read. */
type Known = { readonly at: Instant; readonly zone: string; readonly channel: SentChannel } | null;
/** By its id in hex. Empty in a worker that has just begun. */
export type Schedule = Map<string, Known>;

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

const LATE_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

type Outcome = Delivered | 'missed' | 'ended' | 'waits';

/**
 * Sends what is due, at least once, and reports what should have gone out and did not. A message that is sent
 * twice, because the worker fell in between, has the same Message-ID both times.
 */
export async function sendReminders(ctx: Sending): Promise<Round> {
  await mixReminders(ctx.db, ctx.schedule.size === 0);
  await readSchedule(ctx);
  const due = [...ctx.schedule].filter(([, known]) => known && known.at <= ctx.clock());
  const { outcomes, failure } = await sendAll(
    ctx,
    due.map(([name]) => name),
  );
  await readSchedule(ctx);
  const now = ctx.clock();
  const isLate = (known: Known) => known === null || now - known.at > LATE_MS;
  const late = [...ctx.schedule.values()].filter(isLate).length;
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  const round = { sent: count('sent'), refused: count('refused'), missed: count('missed'), late };
  await reportSending(ctx.db, 'reminders', round, now);
  await markPulse(ctx.db, SENDING_JOB, now);
  if (failure !== null) throw failure;
  return round;
}

/**
 * Takes out what nobody will want any more: messages of pathways that were erased and of plans that are over, and
 * what cannot be read, since no key opens it.
 */
export async function sweepReminders(ctx: Sending): Promise<void> {
  await readSchedule(ctx);
  const unreadable = [...ctx.schedule].filter(([, known]) => known === null);
  for (const [name] of unreadable) await dropReminder(ctx.db, Buffer.from(name, 'hex'));
  await sendAll(ctx, [...ctx.schedule.keys()]);
}

async function readSchedule({ db, key, schedule }: Sending): Promise<void> {
  const there = new Set<string>();
  for (const id of await listReminderIds(db)) {
    const name = Buffer.from(id).toString('hex');
    there.add(name);
    if (schedule.has(name)) continue;
    const message = await readMessage(db, key, id);
    // Gone meanwhile, or unreadable: the next round tells which.
    schedule.set(name, message && { ...message, at: instantOf(message, message.zone) });
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

/** One message that cannot be sent holds up no other; a mail server that is away is not asked again for each. */
async function sendAll(ctx: Sending, names: readonly string[]) {
  const outcomes: Outcome[] = [];
  let failure: unknown = null;
  let mail = names.length > 0 ? await ifUp(ctx.mail) : null;
  for (const [i, name] of names.entries()) {
    try {
      const outcome = await sendOne({ ...ctx, mail }, name);
      outcomes.push(outcome);
      if (outcome === 'later') mail = await ifUp(mail);
    } catch (error) {
      if (isDatabaseDown(error)) throw error;
      failure ??= error;
    }
    if (i % 20 === 19) await markPulse(ctx.db, SENDING_JOB, ctx.clock());
  }
  return { outcomes, failure };
}

async function ifUp(mail: MailServer | null): Promise<MailServer | null> {
  return (await mail?.isUp()) ? mail : null;
}

/**
 * Who cancels or erases waits while a message of theirs is under way, and once that is acknowledged nothing more
 * goes out. Turns and no locks on rows: a message that could not be sent leaves no number of a transaction behind
 * that stands beside its pathway as well.
 */
function sendOne(ctx: Sending, name: string): Promise<Outcome> {
  const id = Buffer.from(name, 'hex');
  return ctx.db.$transaction(async (tx) => {
    const before = await readMessage(tx, ctx.key, id);
    if (before === null) return 'ended';
    const { pathwayId, channel, k } = before;
    await holdReminders(tx, pathwayId);
    await takeTurn(tx, `message ${name}`);
    const message = await readMessage(tx, ctx.key, id);
    if (message === null) return 'ended';
    const now = ctx.clock();
    const plan = await findPlan(tx, pathwayId);
    const outcome = isOver(plan, message) ? 'ended' : await sendIfDue(ctx, message, id, now);
    if (outcome === 'waits' || outcome === 'later') return outcome;
    if (outcome !== 'ended') {
      const { day } = localTime(now, ctx.config.timeZone);
      const payload = { channel, k, outcome };
      await recordReminder(tx, pathwayId, { payload, today: day });
    }
    await dropReminder(tx, id);
    return outcome;
  }, WAITING);
}

/** The pathway was erased, the plan replaced or over, or its reminder cancelled. */
function isOver(plan: Planned | null, { planSeq, channel }: ReminderMessage): boolean {
  return plan === null || plan.planSeq !== planSeq || plan.reminder !== channel || plan.over;
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
