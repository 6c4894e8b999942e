import type { Day, Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import { RECORDED } from '#lib/domain/pathway/payloads.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import type { Tx } from './client.ts';

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

/** Rewrites all rows in random order, where one was not among them yet. */
export async function mixReminders(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT vault.mix_reminders() AS mixed`;
}

export async function listReminderIds(tx: Tx): Promise<readonly Uint8Array[]> {
  const rows = await tx.reminder.findMany({ select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function findReminder(tx: Tx, id: Uint8Array): Promise<Uint8Array | null> {
  const where = { id: new Uint8Array(id) };
  return (await tx.reminder.findUnique({ where, select: { sealed: true } }))?.sealed ?? null;
}

/** False where it is gone. Until the end of the transaction nobody else can send or forget it. */
export async function holdReminder(tx: Tx, id: Uint8Array): Promise<boolean> {
  // Before the row: rewriting all rows, which waits for this one, must not wait for ever.
  await tx.$executeRaw`LOCK TABLE vault.reminder IN ROW EXCLUSIVE MODE`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS held FROM vault.reminder WHERE id = ${id} FOR UPDATE`;
  return rows.length === 1;
}

export async function dropReminder(tx: Tx, id: Uint8Array): Promise<void> {
  await tx.reminder.deleteMany({ where: { id: new Uint8Array(id) } });
}

export interface HeldPlan {
  readonly planSeq: number | null;
  readonly reminder: string | null;
  /** How the person said that it went, since they made it. */
  readonly went: string | null;
}

/**
 * The latest plan of a pathway; null where the pathway was erased. Until the end of the transaction nobody can
 * cancel it, change it or erase it.
 */
export async function holdPlan(tx: Tx, id: PathwayId): Promise<HeldPlan | null> {
  const [held] = await tx.$queryRaw<HeldPlan[]>`
    SELECT plan_seq AS "planSeq", reminder, went FROM subject.hold_plan(${id}::uuid)`;
  return held ?? null;
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
