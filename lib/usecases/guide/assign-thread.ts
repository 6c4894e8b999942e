import type { StaffId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import { URGENCIES } from '#lib/domain/guidance/queue.ts';
import { sealNote } from '#lib/gateways/thread-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { appendNote } from '#lib/store/guidance/notes.ts';
import { countCaseload, markAssigned } from '#lib/store/guidance/queue.ts';
import { listActive } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { type StaffThread, takeStaffThread } from '#lib/usecases/staff-thread.ts';

export interface Assignment {
  readonly id: string;
  /** Empty: nobody, so that it is everybody's again. */
  readonly to: string;
  /** What the next one needs to know; may be empty. */
  readonly note: string;
}

export type AssignRefused = 'gone' | 'colleague' | 'full' | 'too_long';

/** Gives a thread to a colleague, takes it oneself, or lets it go, with a note where one is needed. */
export async function assignThread(
  ctx: StaffContext<'inbox:reply'>,
  { id, to, note }: Assignment,
): Promise<Result<null, AssignRefused>> {
  const words = readMessage(note);
  if (!words.ok && words.error === 'too_long') return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    const opened = await takeStaffThread(tx, ctx, id);
    if (opened === null) return err('gone');
    const guide = to === '' ? null : (to as StaffId);
    if (guide !== opened.thread.assignedTo) {
      const why = await whyNot(tx, ctx, opened, guide);
      if (why !== null) return err(why);
      await markAssigned(tx, opened.thread.id, guide);
      const actor = `staff:${ctx.actor.id}`;
      const entry = { actor, action: 'thread.assigned', subject: opened.thread.id } as const;
      await appendAudit(tx, { ...entry, detail: { to: guide } });
    }
    if (words.ok) await handOver(tx, ctx, opened, words.value);
    return ok(null);
  });
}

async function whyNot(
  tx: Tx,
  { config }: StaffContext,
  { thread }: StaffThread,
  guide: StaffId | null,
): Promise<'colleague' | 'full' | null> {
  if (guide === null) return null;
  if (!(await listActive(tx, 'guide')).some(({ id }) => id === guide)) return 'colleague';
  // What may be dangerous is never turned away.
  if (thread.state !== 'open' || thread.urgency < URGENCIES.none) return null;
  return (await countCaseload(tx, guide)) >= config.caseload ? 'full' : null;
}

async function handOver(
  tx: Tx,
  ctx: StaffContext,
  { thread, key }: StaffThread,
  text: string,
): Promise<void> {
  const sealed = sealNote(key, thread.id, text);
  const by = { threadId: thread.id, staffId: ctx.actor.id, key: ctx.key };
  await appendNote(tx, { ...by, kind: 'handover', sealed });
}
