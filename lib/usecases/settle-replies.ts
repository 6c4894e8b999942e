import type { ThreadId } from '#lib/domain/basics/ids.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { openText, sealNote } from '#lib/gateways/thread-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { appendNote } from '#lib/store/guidance/notes.ts';
import {
  findPending,
  listDueReplies,
  type PendingReply,
  removePending,
} from '#lib/store/guidance/pending.ts';
import { countPromise } from '#lib/store/guidance/tally.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import {
  appendMessage,
  findPathwayOfThread,
  listMessages,
  markThreadAnswered,
  type Thread,
} from '#lib/store/threads.ts';
import { mailAnswer } from './answer-mail.ts';
import type { Context } from './context.ts';
import { type StaffThread, takeStaffThread } from './staff-thread.ts';

export type Settling = Pick<Context, 'db' | 'secrets' | 'now' | 'today'>;

/** Lets every reply go whose time to be taken back is over, the earliest first; or that of one thread. */
export async function settleReplies(ctx: Settling, only?: ThreadId): Promise<number> {
  const due = only === undefined ? await listDueReplies(ctx.db, ctx.now) : [only];
  let settled = 0;
  const failed: unknown[] = [];
  for (const id of due) {
    const waiting = await findPending(ctx.db, id);
    if (waiting === null || waiting.dueAt > ctx.now) continue;
    try {
      if (await ctx.db.$transaction((tx) => settle(tx, ctx, id))) settled += 1;
    } catch (error) {
      failed.push(error);
    }
  }
  // One that cannot go out now keeps no other back, and is tried again.
  if (failed.length > 0) throw failed[0];
  return settled;
}

/** One process after another: the second one finds nothing to let go. */
async function settle(tx: Tx, ctx: Settling, id: ThreadId): Promise<boolean> {
  const opened = await takeStaffThread(tx, ctx, id);
  const reply = await findPending(tx, id);
  if (opened === null || reply === null || reply.dueAt > ctx.now) return false;
  const author = await findStaff(tx, reply.staffId);
  if (author === null || author.disabled || !author.roles.includes('guide')) {
    await withhold(tx, opened, reply);
  } else {
    await letGo(tx, ctx, opened, reply);
  }
  await removePending(tx, id);
  return true;
}

/** From now on the visitor can read it. All or nothing: the message, the end of the wait, the step, the log. */
async function letGo(
  tx: Tx,
  ctx: Settling,
  { thread, key: threadKey }: StaffThread,
  reply: PendingReply,
): Promise<void> {
  const { staffId, sealed, key, step, stepTarget, stepReason, seen, checkedBy } = reply;
  const threadId = thread.id;
  const stored = { step, stepTarget, stepReason };
  const before = await listMessages(tx, threadId);
  await appendMessage(tx, { threadId, author: 'staff', staffId, sealed, key, step: stored });
  const text = openText(threadKey, threadId, sealed) ?? '';
  await mailAnswer(tx, ctx, { thread, key: threadKey, text });
  if (thread.state === 'open') {
    await recordAnswer(tx, ctx, thread);
    // Written in between, a message of the visitor's waits for an answer of its own, by the time it was promised.
    const unread = before.some((message) => message.seq > seen && message.author === 'visitor');
    if (!unread) await endWait(tx, ctx, thread);
  }
  const detail = { messages: before.length + 1, step, ...(checkedBy && { checked: checkedBy }) };
  const actor = `staff:${staffId}`;
  await appendAudit(tx, { actor, action: 'thread.answered', subject: threadId, detail });
}

async function endWait(tx: Tx, { now, today }: Settling, thread: Thread): Promise<void> {
  await markThreadAnswered(tx, thread.id, today);
  const { promisedAt } = thread;
  if (promisedAt !== null) await countPromise(tx, today, now <= promisedAt);
}

async function recordAnswer(tx: Tx, ctx: Settling, thread: Thread): Promise<void> {
  const pathwayId = await findPathwayOfThread(tx, thread.id);
  if (!pathwayId) return;
  const hours = hoursWaited(ctx.now - (thread.openedAt ?? ctx.now));
  await recordSteps(tx, { id: pathwayId, key: null, today: ctx.today }, () => [
    { step: 'guidance.answered', origin: 'staff', policyHash: null, payload: { hours } },
  ]);
}

const HOUR_MS = 3_600_000;

function hoursWaited(ms: number): PayloadOf<'guidance.answered'>['hours'] {
  if (ms < 25 * HOUR_MS) return '0-24';
  return ms < 73 * HOUR_MS ? '25-72' : '73+';
}

/** Whoever wrote it no longer answers here: colleagues read it as a note, and the visitor does not. */
async function withhold(
  tx: Tx,
  { thread, key: threadKey }: StaffThread,
  { staffId, sealed, key }: PendingReply,
): Promise<void> {
  const text = openText(threadKey, thread.id, sealed) ?? '';
  const note = { threadId: thread.id, kind: 'withheld', staffId, key } as const;
  await appendNote(tx, { ...note, sealed: sealNote(threadKey, thread.id, text) });
  const entry = { actor: 'system', action: 'thread.withheld', subject: thread.id } as const;
  await appendAudit(tx, { ...entry, detail: { by: staffId } });
}
