import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { type AnswerStep, readStep } from '#lib/domain/guidance/answer-step.ts';
import { type DraftContent, readDraft } from '#lib/domain/guidance/draft.ts';
import { openDraft, openNote, openText } from '#lib/gateways/thread-keys.ts';
import { putAlert } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { type Draft, findDraft, listAskedDrafts } from '#lib/store/guidance/drafts.ts';
import { listNotes, type NoteKind } from '#lib/store/guidance/notes.ts';
import { findPending } from '#lib/store/guidance/pending.ts';
import { listPresent, type Present, putPresence } from '#lib/store/guidance/presence.ts';
import { countReads } from '#lib/store/guidance/reads.ts';
import { findStaff } from '#lib/store/staff/staff.ts';
import { listMessages, type Thread } from '#lib/store/threads.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { settleReplies } from '#lib/usecases/settle-replies.ts';
import { findStaffThread, type StaffThread } from '#lib/usecases/staff-thread.ts';

/** Whoever opens more threads than this in an hour is asked about it (security T3). */
export const MOST_READS = 40;

export interface SharedDraft {
  readonly of: StaffId;
  readonly by: string;
  readonly draft: DraftContent;
}

export interface ThreadView {
  readonly thread: Thread;
  readonly late: boolean;
  readonly messages: readonly {
    readonly seq: number;
    readonly author: 'visitor' | 'staff';
    readonly text: string;
    readonly step: AnswerStep | null;
  }[];
  readonly notes: readonly {
    readonly seq: number;
    readonly kind: NoteKind;
    readonly by: string;
    readonly text: string;
  }[];
  /** Who else is at this thread now. */
  readonly present: readonly Present[];
  /** What this guide has written and not sent. */
  readonly draft:
    | (DraftContent & { readonly askedOf: string | null; readonly back: boolean })
    | null;
  /** Drafts of colleagues who ask this guide to look at them. */
  readonly toCheck: readonly SharedDraft[];
  /** A reply that is on its way. */
  readonly pending: {
    readonly text: string;
    readonly step: AnswerStep | null;
    readonly by: string;
    readonly own: boolean;
    readonly dueAt: Instant;
  } | null;
  /** Who has it. */
  readonly guide: string | null;
}

/**
 * The texts of a thread. Every opening leaves an audit row, in the same transaction as the reading
 * (decision R14: a guide sees the tier, the language and the thread; the band only where it is shared).
 */
export async function openThread(
  ctx: StaffContext<'inbox:read'>,
  id: string,
): Promise<ThreadView | null> {
  const seen = await findStaffThread(ctx.db, ctx, id);
  if (seen === null) return null;
  await settleReplies(ctx, seen.thread.id);
  return ctx.db.$transaction(async (tx) => {
    const opened = await findStaffThread(tx, ctx, id);
    if (opened === null) return null;
    const view = await readAll(tx, ctx, opened);
    await putPresence(tx, {
      threadId: opened.thread.id,
      staffId: ctx.actor.id,
      now: ctx.now,
    });
    await logRead(tx, ctx, opened, view.messages.length);
    return view;
  });
}

async function readAll(
  tx: Tx,
  ctx: StaffContext,
  { thread, key }: StaffThread,
): Promise<ThreadView> {
  const { id } = thread;
  const { actor, now } = ctx;
  const messages = (await listMessages(tx, id)).map(({ seq, author, sealed, ...step }) => ({
    seq,
    author,
    text: openText(key, id, sealed) ?? '',
    step: readStep(step),
  }));
  const notes = (await listNotes(tx, id)).map(({ sealed, ...note }) => ({
    ...note,
    text: openNote(key, id, sealed) ?? '',
  }));
  const present = await listPresent(tx, { threadIds: [id], but: actor.id, now });
  const own = await findDraft(tx, id, actor.id);
  const asked = await listAskedDrafts(tx, id, actor.id);
  const nameOf = async (who: StaffId | null) =>
    who === null ? null : ((await findStaff(tx, who))?.name ?? null);
  const textOf = (draft: Draft) => readDraft(openDraft(key, id, draft.staffId, draft.sealed));
  const toCheck: SharedDraft[] = [];
  for (const draft of asked) {
    const by = (await nameOf(draft.staffId)) ?? '';
    toCheck.push({ of: draft.staffId, by, draft: textOf(draft) });
  }
  const pending = await findPending(tx, id);
  return {
    thread,
    late: thread.promisedAt !== null && thread.promisedAt < now,
    messages,
    notes,
    present: present.get(id) ?? [],
    draft: own && { ...textOf(own), askedOf: await nameOf(own.asked), back: own.givenBack },
    toCheck,
    pending: pending && {
      text: openText(key, id, pending.sealed) ?? '',
      step: readStep(pending),
      by: (await nameOf(pending.staffId)) ?? '',
      own: pending.staffId === actor.id,
      dueAt: pending.dueAt,
    },
    guide: await nameOf(thread.assignedTo),
  };
}

async function logRead(
  tx: Tx,
  ctx: StaffContext,
  { thread }: StaffThread,
  messages: number,
): Promise<void> {
  const actor = `staff:${ctx.actor.id}`;
  const detail = { messages };
  await appendAudit(tx, { actor, action: 'thread.read', subject: thread.id, detail });
  const reads = await countReads(tx, actor);
  if (reads <= MOST_READS) return;
  const alert = { kind: 'many_threads_read', subject: ctx.actor.id, at: ctx.now } as const;
  await putAlert(tx, { ...alert, detail: { threads: reads } });
}
