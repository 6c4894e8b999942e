import type { Day, Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import { RECORDED } from '#lib/domain/pathway/payloads.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import type { Tx } from './client.ts';
import { takeTurn } from './turns.ts';

/** The job of the worker that sends, by the name of its pulse. */
export const SENDING_JOB = 'send-reminders';

/** A message to come as web writes it: what it says and whose it is, nobody but the worker can read. */
export interface SealedReminder {
  readonly id: Uint8Array;
  readonly sealed: Uint8Array;
}

/** In SQL, and no answer: web may not read what it has written. */
export async function putReminders(tx: Tx, rows: readonly SealedReminder[]): Promise<void> {
  for (const { id, sealed } of rows) {
    await tx.$executeRaw`INSERT INTO vault.reminder (id, sealed) VALUES (${id}, ${sealed})`;
  }
}

/** How many of them were still to come. Waits for one that is being sent. */
export async function forgetReminders(tx: Tx, ids: readonly Uint8Array[]): Promise<number> {
  const [done] = await tx.$queryRaw<{ count: number }[]>`
    SELECT vault.forget_reminders(${ids}::bytea[]) AS count`;
  return done?.count ?? 0;
}

/** How many of them are still to come. */
export async function countReminders(tx: Tx, ids: readonly Uint8Array[]): Promise<number> {
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    SELECT vault.count_reminders(${ids}::bytea[]) AS count`;
  return found?.count ?? 0;
}

/** Rewrites all rows in random order, where one was not among them yet, or always. */
export async function mixReminders(tx: Tx, always: boolean): Promise<void> {
  await tx.$queryRaw`SELECT vault.mix_reminders(${always}) AS mixed`;
}

export async function listReminderIds(tx: Tx): Promise<readonly Uint8Array[]> {
  const rows = await tx.reminder.findMany({ select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function findReminder(tx: Tx, id: Uint8Array): Promise<Uint8Array | null> {
  const where = { id: new Uint8Array(id) };
  return (await tx.reminder.findUnique({ where, select: { sealed: true } }))?.sealed ?? null;
}

export async function dropReminder(tx: Tx, id: Uint8Array): Promise<void> {
  await tx.reminder.deleteMany({ where: { id: new Uint8Array(id) } });
}

export interface Planned {
  readonly planSeq: number | null;
  readonly reminder: string | null;
  /** Its owner said that it is, or went since they made it. */
  readonly over: boolean;
}

/** The latest plan of a pathway; null where the pathway was erased. */
export async function findPlan(tx: Tx, id: PathwayId): Promise<Planned | null> {
  const [found] = await tx.$queryRaw<Planned[]>`
    SELECT plan_seq AS "planSeq", reminder, over FROM subject.find_plan(${id}::uuid)`;
  return found ?? null;
}

/** Longer than a message is under way (lib/gateways/mail.ts): whoever waits for one is not broken off. */
const LONGEST_WAIT_MS = 30_000;
export const WAITING = { timeout: LONGEST_WAIT_MS + 15_000 } as const;

/** Statements of this transaction may take as long as a message that is under way. */
export async function waitLonger(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(LONGEST_WAIT_MS)}, true)`;
}

/**
 * Waits until no message of a pathway is being sent, and keeps it so to the end of the transaction, which is given
 * WAITING. A turn and no lock on a row: that would leave its transaction's number beside the pathway.
 */
export async function holdReminders(tx: Tx, id: PathwayId): Promise<void> {
  await waitLonger(tx);
  await takeTurn(tx, `reminder ${id}`);
}

/** That a message went out, or that nobody takes it. False where no reminder is to be sent any more. */
export async function recordReminder(
  tx: Tx,
  id: PathwayId,
  sent: { readonly payload: PayloadOf<'reminder.sent'>; readonly today: Day },
): Promise<boolean> {
  const payload = JSON.stringify(RECORDED['reminder.sent'].payload.parse(sent.payload));
  const [done] = await tx.$queryRaw<{ recorded: boolean }[]>`
    SELECT subject.record_reminder(${id}::uuid, ${payload}::jsonb,
      DATE '1970-01-01' + ${sent.today}::integer) AS recorded`;
  return done?.recorded === true;
}

/** A job of the worker ran to its end. */
export async function markPulse(tx: Tx, job: string, at: Instant): Promise<void> {
  const values = { at: new Date(at) };
  await tx.pulse.upsert({ where: { job }, create: { job, ...values }, update: values });
}

/** When it last did; null: never. */
export async function findPulse(tx: Tx, job: string): Promise<Instant | null> {
  const found = await tx.pulse.findUnique({ where: { job }, select: { at: true } });
  return found === null ? null : (found.at.getTime() as Instant);
}
